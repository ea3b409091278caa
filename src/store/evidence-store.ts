import type { Selectable } from 'kysely'
import type { FilingId } from './filing-store.js'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

/** 佐证材料 with the size and kind of its file. `bytes`: decimal text. */
export type EvidenceRow = Readonly<Selectable<Database['evidence']> & { bytes: string; kind: string }>

function evidence(trx: Trx, { regionId, filingId }: FilingId) {
  return trx
    .selectFrom('evidence')
    .innerJoin('stored_file', (join) =>
      join
        .onRef('stored_file.region_id', '=', 'evidence.region_id')
        .onRef('stored_file.sha256', '=', 'evidence.sha256'),
    )
    .selectAll('evidence')
    .select(['stored_file.bytes', 'stored_file.kind'])
    .where('evidence.region_id', '=', regionId)
    .where('evidence.filing_id', '=', filingId)
    .where('evidence.removed_at', 'is', null)
}

/** Evidence of a filing that has not been removed, oldest first. */
export async function listEvidence(trx: Trx, filing: FilingId): Promise<readonly EvidenceRow[]> {
  return evidence(trx, filing).orderBy('added_at').orderBy('evidence_id').execute()
}

/** One piece of evidence. */
export async function findEvidence(
  trx: Trx,
  filing: FilingId,
  evidenceId: string,
): Promise<EvidenceRow | undefined> {
  return evidence(trx, filing).where('evidence_id', '=', evidenceId).executeTakeFirst()
}

/** Records a file that is kept by its hash; the same file twice is one row. */
export async function recordStoredFile(
  trx: Trx,
  file: Readonly<{ region_id: string; sha256: string; bytes: string; kind: string; stored_at: Date }>,
): Promise<void> {
  await trx
    .insertInto('stored_file')
    .values(file)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Records evidence. @returns its id */
export async function recordEvidence(
  trx: Trx,
  { regionId, filingId }: FilingId,
  row: Pick<EvidenceRow, 'cell' | 'name' | 'sha256' | 'account_id' | 'account_name' | 'added_at'>,
): Promise<string> {
  const { evidence_id } = await trx
    .insertInto('evidence')
    .values({ region_id: regionId, filing_id: filingId, ...row })
    .returning('evidence_id')
    .executeTakeFirstOrThrow()
  return evidence_id
}

/** Takes evidence out of the list; file and row stay. */
export async function recordRemoval(
  trx: Trx,
  { regionId, filingId, evidenceId }: FilingId & Readonly<{ evidenceId: string }>,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('evidence')
    .set({ removed_at: at })
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .where('evidence_id', '=', evidenceId)
    .execute()
}
