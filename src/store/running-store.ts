import { sql } from 'kysely'
import type { Trx } from './store.js'

const waiting = ['queued', 'reading'] as const

/** Numbers of what waits and works in the whole database, for whoever watches over the server. */
export async function measureWork(trx: Trx, now: Date) {
  const uploads = await trx
    .selectFrom('upload')
    .select(['state', (eb) => eb.fn.countAll<string>().as('count')])
    .where('state', 'in', waiting)
    .groupBy('state')
    .execute()
  const sessions = await trx
    .selectFrom('session')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  const connections = await sql<{ state: string; count: string }>`
    select coalesce(state, 'unknown') as state, count(*)::text as count from pg_stat_activity
    where application_name = 'hengxiao' and datname = current_database() group by 1`.execute(trx)
  const uploadsIn = (state: (typeof waiting)[number]) =>
    uploads.find((row) => row.state === state)?.count ?? '0'
  return {
    queued: uploadsIn('queued'),
    reading: uploadsIn('reading'),
    sessions: sessions.count,
    connections: connections.rows,
  }
}

/** The database's version and size in bytes. */
export async function describeDatabase(trx: Trx): Promise<Readonly<{ version: string; bytes: number }>> {
  const { rows } = await sql<{ version: string; bytes: string }>`
    select current_setting('server_version') as version, pg_database_size(current_database())::text as bytes`.execute(
    trx,
  )
  return { version: rows[0]?.version ?? '', bytes: Number(rows[0]?.bytes ?? 0) }
}

/** How many files of a region wait to be read, and since when the oldest. */
export function countWaiting(trx: Trx, regionId: string) {
  return trx
    .selectFrom('upload')
    .select([sql<number>`count(*)::int`.as('waiting'), sql<Date | null>`min(uploaded_at)`.as('oldest')])
    .where('region_id', '=', regionId)
    .where('state', 'in', waiting)
    .executeTakeFirstOrThrow()
}
