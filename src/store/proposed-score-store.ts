import type { Selectable } from 'kysely'
import type { FilingId } from './filing-store.js'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

export type ProposedScoreRow = Readonly<Selectable<Database['proposed_score']>>

/** 复核分 of one version. */
export async function listProposedScores(
  trx: Trx,
  { regionId, filingId }: FilingId,
  version: number,
): Promise<readonly ProposedScoreRow[]> {
  return trx
    .selectFrom('proposed_score')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .where('version', '=', version)
    .orderBy('cell')
    .execute()
}

/** Records a proposed score in place of the cell's earlier one. */
export async function recordProposedScore(trx: Trx, score: ProposedScoreRow): Promise<void> {
  const { points, self_points, reason, account_id, account_name, proposed_at } = score
  await trx
    .insertInto('proposed_score')
    .values(score)
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'filing_id', 'version', 'cell'])
        .doUpdateSet({ points, self_points, reason, account_id, account_name, proposed_at }),
    )
    .execute()
}

/** Records what the unit itself says in the cell of a proposed score. */
export async function recordSelfPoints(
  trx: Trx,
  { regionId, filingId, version, cell }: FilingId & Readonly<{ version: number; cell: string }>,
  points: string | null,
): Promise<void> {
  await trx
    .updateTable('proposed_score')
    .set({ self_points: points })
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .where('version', '=', version)
    .where('cell', '=', cell)
    .execute()
}

/** Takes a proposed score away. */
export async function removeProposedScore(
  trx: Trx,
  { regionId, filingId, version, cell }: FilingId & Readonly<{ version: number; cell: string }>,
): Promise<void> {
  await trx
    .deleteFrom('proposed_score')
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .where('version', '=', version)
    .where('cell', '=', cell)
    .execute()
}
