import { DomainError } from '../errors/errors.js'
import type { Filing } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import { joinRuns } from '../paper/join-runs.js'
import { chooseOutline } from './choose-outline.js'
import type { Draft, DraftBlock, DraftParagraph, FormPlace, MissingFact } from './draft.js'
import { makeSources } from './sources.js'
import { withdrawDoubtful } from './withdraw.js'
import { writeOutline } from './write-outline.js'

/** What a report is drafted from. `lastYear` undefined: no comparisons with last year's filing. */
export type DraftRequest = Readonly<{
  filing: Filing
  lastYear: Filing | undefined
  packs: readonly Pack[]
}>

/**
 * 报告初稿 by the outline of the filing's pack: figures from the forms, then from the filing's own sentences, then
 * compared with last year's; rounded half up where they are printed. What nothing says is asked for by name; what the
 * filing states in two ways is asked to be made sure of.
 * @throws DomainError OUTLINE_MISSING when no pack has an outline for this filing
 */
export function draftReport({ filing, lastYear, packs }: DraftRequest): Draft {
  const pack = chooseOutline(filing, packs)
  const sources = pack && makeSources({ filing, lastYear, pack, packs })
  if (sources === undefined) throw new DomainError('OUTLINE_MISSING')
  const { blocks, missing } = withdrawDoubtful(writeOutline(sources), { filing, packs })
  const printed = blocks.map(printedBlock)
  return {
    blocks: printed,
    paragraphs: printed.filter((block) => block.kind === 'paragraph'),
    missing: once(missing),
  }
}

function printedBlock(block: DraftParagraph | FormPlace): DraftBlock {
  if (block.kind === 'formPlace') return block
  const runs = block.runs.map(({ text, field }) => ({ text, field }))
  return { kind: 'paragraph', style: block.style, runs: joinRuns(runs) }
}

function once(missing: readonly MissingFact[]): readonly MissingFact[] {
  const found = new Map(missing.map((fact) => [`${fact.section} ${fact.name} ${fact.reason}`, fact]))
  return [...found.values()]
}
