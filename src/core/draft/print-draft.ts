import type { Filing } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import { printFiling } from '../paper/print-filing.js'
import type { PrintedFiling } from '../paper/printed.js'
import type { Draft } from './draft.js'

type PrintedBlock = PrintedFiling['blocks'][number]

/** The filing with a drafted report in place of its own: forms stand where the draft has them, the others follow. */
export function printDraft(
  filing: Filing,
  { draft, packs }: { draft: Draft; packs: readonly Pack[] },
): PrintedFiling {
  const printed = printFiling(filing, packs)
  const formAt = (index: number) =>
    printed.blocks.find((block) => block.kind === 'form' && block.form === filing.forms[index])
  const report = draft.blocks.flatMap((block): readonly PrintedBlock[] => {
    if (block.kind === 'paragraph') return [block]
    const form = formAt(block.form)
    return form === undefined ? [] : [form]
  })
  const placed = new Set(report)
  const rest = printed.blocks.filter((block, at) => !placed.has(block) && belongsToForm(printed.blocks, at))
  return { ...printed, blocks: [...report, ...rest] }
}

/** Forms, tables, and the 附件 lines right above them. */
function belongsToForm(blocks: readonly PrintedBlock[], at: number): boolean {
  const block = blocks[at]
  if (block?.kind !== 'paragraph') return true
  return block.style === 'attachment' && blocks[at + 1]?.kind === 'form'
}
