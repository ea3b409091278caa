import type { LedgerQuestion } from '../../core/ledger/ledger-amounts.js'
import type { FilingRow } from '../../store/filing-store.js'
import { findProject } from '../../store/project-store.js'
import type { Trx } from '../../store/store.js'
import { findUnit } from '../../store/unit-store.js'

type OfWhom = Readonly<Pick<FilingRow, 'region_id' | 'unit_id' | 'project_id'>>

/** Whose amounts a filing asks a ledger for: the unit's, or those of its project. */
export async function findLedgerQuestion(
  trx: Trx,
  { region_id: regionId, unit_id, project_id: projectId }: OfWhom,
): Promise<LedgerQuestion> {
  const unit = (await findUnit(trx, regionId, unit_id))?.name ?? ''
  return { unit, project: projectId === null ? undefined : await findProject(trx, { regionId, projectId }) }
}
