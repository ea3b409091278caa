import { type Selectable, sql } from 'kysely'
import type { Database } from './schema.js'
import type { Trx } from './store.js'
export type UploadRow = Readonly<Selectable<Database['upload']>>
export type UploadState = UploadRow['state']

/** Names one upload. */
export type UploadId = Readonly<{ regionId: string; uploadId: string }>

/** An upload to be read. */
export type NewUpload = Pick<
  UploadRow,
  'region_id' | 'account_id' | 'unit_id' | 'unit_path' | 'filing_id' | 'purpose' | 'name' | 'sha256'
> &
  Readonly<{ uploaded_at: Date }>

/** Puts files into the queue, in their order. */
export async function recordUploads(trx: Trx, uploads: readonly NewUpload[]): Promise<readonly UploadRow[]> {
  return trx
    .insertInto('upload')
    .values([...uploads])
    .returningAll()
    .execute()
}

/** One upload inside the actor's reach. */
export async function findUpload(trx: Trx, { regionId, uploadId }: UploadId): Promise<UploadRow | undefined> {
  return trx
    .selectFrom('upload')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('upload_id', '=', uploadId)
    .executeTakeFirst()
}

export type UploadLine = Omit<UploadRow, 'result'>

const lineColumns = [
  'region_id',
  'upload_id',
  'account_id',
  'unit_id',
  'unit_path',
  'filing_id',
  'purpose',
  'name',
  'sha256',
  'state',
  'refusal',
  'uploaded_at',
  'finished_at',
] as const

/** One page of uploads, the newest first, and how many there are. */
export async function listUploads(
  trx: Trx,
  { regionId, state }: Readonly<{ regionId: string; state: UploadState | undefined }>,
  { offset, limit }: Readonly<{ offset: number; limit: number }>,
): Promise<Readonly<{ total: number; rows: readonly UploadLine[] }>> {
  let matching = trx
    .selectFrom('upload')
    .where('region_id', '=', regionId)
    .where('purpose', 'in', ['filing', 'ledger'])
  if (state !== undefined) matching = matching.where('state', '=', state)
  const { total } = await matching.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await matching
    .select(lineColumns)
    .orderBy('uploaded_at', 'desc')
    .orderBy('upload_id')
    .offset(offset)
    .limit(limit)
    .execute()
  return { total, rows }
}

/** An upload taken from the queue. `attempts`: how often it was begun, this time included. */
export type TakenUpload = UploadRow & Readonly<{ attempts: number }>

/**
 * Takes the oldest waiting upload that nobody holds and marks it as being read. One whose reader died is waiting
 * again, because only a living transaction holds it: see {@link holdUpload}.
 */
export async function takeUpload(trx: Trx): Promise<TakenUpload | undefined> {
  const waiting = await trx
    .selectFrom('upload')
    .selectAll()
    .where('state', 'in', ['queued', 'reading'])
    .where('purpose', 'in', ['filing', 'ledger'])
    .orderBy('uploaded_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (waiting === undefined) return undefined
  const attempts = attemptsOf(waiting.result) + 1
  await trx
    .updateTable('upload')
    .set({ state: 'reading', result: JSON.stringify({ attempts }) })
    .where('region_id', '=', waiting.region_id)
    .where('upload_id', '=', waiting.upload_id)
    .execute()
  return { ...waiting, state: 'reading', attempts }
}

function attemptsOf(result: UploadRow['result']): number {
  const attempts = result?.attempts
  return typeof attempts === 'number' ? attempts : 0
}

/**
 * Holds an upload that is being read until the transaction ends: nobody else takes it, and the death of this process
 * gives it back at once. @returns false when somebody else has it or it is done
 */
export async function holdUpload(trx: Trx, { regionId, uploadId }: UploadId): Promise<boolean> {
  const held = await trx
    .selectFrom('upload')
    .select('upload_id')
    .where('region_id', '=', regionId)
    .where('upload_id', '=', uploadId)
    .where('state', '=', 'reading')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return held !== undefined
}

/** How reading ended. */
export type UploadEnd =
  | Readonly<{ state: 'read'; result: string }>
  | Readonly<{ state: 'refused'; refusal: Readonly<{ code: string; message: string }> }>

/** Records how reading ended; the upload leaves the queue. */
export async function recordUploadEnd(
  trx: Trx,
  { regionId, uploadId }: UploadId,
  end: UploadEnd,
  at: Date,
): Promise<void> {
  const columns =
    end.state === 'read' ? { result: end.result } : { refusal: JSON.stringify(end.refusal), result: null }
  await trx
    .updateTable('upload')
    .set({ state: end.state, finished_at: at, ...columns })
    .where('region_id', '=', regionId)
    .where('upload_id', '=', uploadId)
    .execute()
}
