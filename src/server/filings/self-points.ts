import { checkContent } from '../../core/editing/check-content.js'
import type { FilingContent } from '../../core/editing/content.js'
import { pointsOfCell } from '../../core/editing/points-of-cell.js'
import type { Pack } from '../../core/pack/pack.js'
import type { FilingRow } from '../../store/filing-store.js'
import { listProposedScores, recordSelfPoints } from '../../store/proposed-score-store.js'
import type { Trx } from '../../store/store.js'

/** After a submission: proposed scores of the same version stand beside what the unit says now. */
export async function renewSelfPoints(
  trx: Trx,
  { filing, content, packs }: Readonly<{ filing: FilingRow; content: FilingContent; packs: readonly Pack[] }>,
): Promise<void> {
  const id = { regionId: filing.region_id, filingId: filing.filing_id }
  const proposed = await listProposedScores(trx, id, filing.version)
  if (proposed.length === 0) return
  const checked = checkContent(content, packs)
  for (const { cell, version } of proposed)
    await recordSelfPoints(trx, { ...id, version, cell }, pointsOfCell(content, checked, cell) ?? null)
}
