import type { Transaction } from 'kysely'
import type { CellKey, FilingContent } from '../../core/editing/content.js'
import type { Pack } from '../../core/pack/pack.js'
import type { FilingRow } from '../../store/filing-store.js'
import type { Database } from '../../store/schema.js'
import { listFlags } from '../../store/version-store.js'

/** What a filing's state leaves open to whoever may edit it; null: everything. */
export async function openCells(
  trx: Transaction<Database>,
  filing: FilingRow,
  _given: Readonly<{ content: FilingContent; packs: readonly Pack[] }>,
): Promise<readonly CellKey[] | null> {
  if (filing.state === 'draft') return null
  if (filing.state !== 'returned') return []
  const id = { regionId: filing.region_id, filingId: filing.filing_id }
  return (await listFlags(trx, id, filing.version)).map(({ cell }) => cell)
}
