import type { Pack } from '../core/pack/pack.js'
import type { CaseOutcome, CheckDocument } from '../core/pack-check/run-cases.js'
import { findUncased, runCases } from '../core/pack-check/run-cases.js'
import { findText, type PackProblem } from '../core/pack-source/source.js'
import { loadPackFolder, readShippedYaml } from './load-packs.js'

/** What `pack check` found: mistakes in the files, and how the cases went. */
export type PackCheckReport = Readonly<{
  packs: readonly string[]
  /** The packs themselves, as far as they could be read. */
  parsed: readonly Pack[]
  problems: readonly PackProblem[]
  outcomes: readonly CaseOutcome[]
}>

/** What the engine offers to packs: its coded kinds and the check of a whole document. */
export type PackEngine = Readonly<{ kinds: readonly string[]; checkDocument: CheckDocument }>

/** Reads every pack below a folder, finds its mistakes and runs its cases. */
export function checkPacks(folder: string, { kinds, checkDocument }: PackEngine): PackCheckReport {
  const loaded = loadPackFolder(folder, kinds)
  const problems = [...loaded.problems]
  const outcomes: CaseOutcome[] = []
  const own = new Set(loaded.packs.map(({ id }) => id))
  const packs = [...loaded.packs, ...readShippedYaml(undefined).packs.filter(({ id }) => !own.has(id))]
  for (const each of loaded.folders) {
    const pack = loaded.packs.find(({ id }) => each.pack !== undefined && id === findText(each.pack, 'id'))
    if (pack === undefined) continue
    const run = runCases(each.cases, pack, { checkDocument, packs })
    outcomes.push(...run.outcomes)
    problems.push(...run.problems, ...findUncased(each, run.outcomes))
  }
  return { packs: loaded.packs.map(({ id }) => id), parsed: loaded.packs, problems, outcomes }
}
