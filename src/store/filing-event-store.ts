import { type Selectable, sql } from 'kysely'
import type { FilingId } from './filing-store.js'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

export type EventRow = Readonly<Selectable<Database['event']>>

function events(trx: Trx, { regionId, filingId }: FilingId) {
  return trx.selectFrom('event').where('region_id', '=', regionId).where('filing_id', '=', filingId)
}

/** One page of what happened to a filing, newest first, and how much in all. */
export async function listFilingEvents(
  trx: Trx,
  filing: FilingId,
  { offset, limit }: Readonly<{ offset: number; limit: number }>,
): Promise<Readonly<{ total: number; rows: readonly EventRow[] }>> {
  const { total } = await events(trx, filing)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const rows = await events(trx, filing)
    .selectAll()
    .orderBy('sequence', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total, rows }
}

/** Events after a revision, oldest first: what somebody who stopped there has not seen. */
export async function listEventsSince(
  trx: Trx,
  filing: FilingId,
  revision: string,
): Promise<readonly EventRow[]> {
  return events(trx, filing).selectAll().where('revision', '>', revision).orderBy('sequence').execute()
}

/** The event of a save that was sent before. */
export async function findSave(trx: Trx, filing: FilingId, changeId: string): Promise<EventRow | undefined> {
  return events(trx, filing)
    .selectAll()
    .where(sql<boolean>`data->>'changeId' = ${changeId}`)
    .executeTakeFirst()
}
