import type { Pack } from '../core/pack/pack.js'
import { findWarnings } from '../core/pack-check/find-warnings.js'
import type { PackInHand } from '../core/pack-check/pack-in-hand.js'
import type { CaseOutcome, CheckDocument } from '../core/pack-check/run-cases.js'
import { findUncased, runCases } from '../core/pack-check/run-cases.js'
import { findUnreadParameters, watchParameters } from '../core/pack-check/watch-parameters.js'
import { findText, nodesWithId, type PackProblem } from '../core/pack-source/source.js'
import { loadPackFolder, readShippedYaml } from './load-packs.js'
import type { PackFolder } from './pack-folder.js'

/** What `pack check` found: mistakes in the files, and how the cases went. */
export type PackCheckReport = Readonly<{
  packs: readonly string[]
  /** The packs themselves, as far as they could be read. */
  parsed: readonly Pack[]
  problems: readonly PackProblem[]
  /** What is not wrong and yet does nothing, or not what its writer may think. */
  warnings: readonly PackProblem[]
  outcomes: readonly CaseOutcome[]
}>

/** What the engine offers to packs: its coded kinds and the check of a whole document. */
export type PackEngine = Readonly<{ kinds: readonly string[]; checkDocument: CheckDocument }>

/** Reads every pack below a folder, finds its mistakes and runs its cases. */
export function checkPacks(folder: string, { kinds, checkDocument }: PackEngine): PackCheckReport {
  const loaded = loadPackFolder(folder, kinds)
  const problems = [...loaded.problems]
  const warnings: PackProblem[] = []
  const outcomes: CaseOutcome[] = []
  const own = new Set(loaded.packs.map(({ id }) => id))
  const packs = [...loaded.packs, ...readShippedYaml(undefined).packs.filter(({ id }) => !own.has(id))]
  for (const each of loaded.folders) {
    const pack = loaded.packs.find(({ id }) => each.pack !== undefined && id === findText(each.pack, 'id'))
    if (pack === undefined) continue
    const watched = watchParameters(pack)
    const engine = { checkDocument, packs: packs.map((one) => (one === pack ? watched.pack : one)) }
    const run = runCases(each.cases, watched.pack, engine)
    outcomes.push(...run.outcomes)
    problems.push(...run.problems, ...findUncased(each, run.outcomes))
    const [, ...lineage] = pack.lineage
    const hand: PackInHand = {
      pack,
      own: each,
      base: packs.find(({ id }) => id === lineage[0]),
      inherited: new Set(lineage.flatMap((id) => idsIn(loaded.known.get(id)))),
      outcomes: run.outcomes,
    }
    warnings.push(...findWarnings(hand), ...findUnreadParameters(hand, watched.read))
  }
  return { packs: loaded.packs.map(({ id }) => id), parsed: loaded.packs, problems, warnings, outcomes }
}

function idsIn(folder: PackFolder | undefined): readonly string[] {
  if (folder === undefined) return []
  return [folder.pack, folder.checks, folder.report, folder.paper].flatMap(nodesWithId).map(([id]) => id)
}
