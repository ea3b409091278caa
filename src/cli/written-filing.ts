import type { Draft } from '../core/draft/draft.js'
import type { Filing } from '../core/filing/filing.js'
import type { Pack } from '../core/pack/pack.js'
import { printFiling } from '../core/paper/print-filing.js'
import type { PrintedFiling } from '../core/paper/printed.js'

/** What files a filing can be written as; each is the file name's ending too. */
export const writtenFormats = ['docx', 'xlsx', 'pdf'] as const

export type WrittenFormat = (typeof writtenFormats)[number]

/** A printed filing as the bytes of a file; only the writer asked for is loaded. */
export async function renderFiling(
  printed: PrintedFiling,
  { format, packs }: { format: WrittenFormat; packs: readonly Pack[] },
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('../documents/word/write-docx.js')).writeDocx(printed)
    case 'xlsx':
      return (await import('../documents/excel/write-xlsx.js')).writeXlsx(printed, packs)
    case 'pdf':
      return (await import('../documents/pdf/write-pdf.js')).writePdf(printed)
  }
}

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
