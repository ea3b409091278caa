import type { CellKey, FilingContent } from '../../core/editing/content.js'
import { followingCells } from '../../core/editing/following-cells.js'
import type { Pack } from '../../core/pack/pack.js'
import type { FilingRow } from '../../store/filing-store.js'
import type { Trx } from '../../store/store.js'
import { listFlags } from '../../store/version-store.js'

/**
 * What a filing's state leaves open to whoever may edit it; null: everything. After a return the flagged cells, and
 * the typed figures that the form computes from them.
 */
export async function openCells(
  trx: Trx,
  filing: FilingRow,
  { content, packs }: Readonly<{ content: FilingContent; packs: readonly Pack[] }>,
): Promise<readonly CellKey[] | null> {
  if (filing.state === 'draft') return null
  if (filing.state !== 'returned') return []
  const id = { regionId: filing.region_id, filingId: filing.filing_id }
  const flagged = (await listFlags(trx, id, filing.version)).map(({ cell }) => cell)
  return [...flagged, ...followingCells(content, packs, flagged)]
}
