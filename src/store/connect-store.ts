import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { openPool } from './open-pool.js'
import type { Database } from './schema.js'
import type { Actor, Store } from './store.js'
import { asUnreachable } from './unreachable.js'

/** A store with the address of its database, for those who open connections of their own (jobs, backup). Keep it out of logs. */
export type OpenedStore = Store & Readonly<{ url: string }>

/** Enough for two cores; a question waits for a free connection instead of loading the server. */
const connections = 16

/** Opens a pool on a database that has been migrated. Nothing is asked of the database yet. */
export function connectStore(url: string): OpenedStore {
  const pool = openPool(url, {
    max: connections,
    application_name: 'hengxiao',
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 15_000,
  })
  const database = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const transact = <Result>(work: (trx: Transaction<Database>) => Promise<Result>) =>
    database.transaction().execute(work).catch(asUnreachable)
  return {
    url,
    asSystem: transact,
    asActor: (actor, work) =>
      transact(async (trx) => {
        await actAs(trx, actor)
        return work(trx)
      }),
    close: () => database.destroy(),
  }
}

/** `set_config('role', …, true)` is `set local role`: one round trip for role and settings, all gone at the end. */
async function actAs(trx: Transaction<Database>, actor: Actor): Promise<void> {
  await sql`select set_config('app.region', ${actor.regionId}, true), set_config('app.account', ${actor.accountId}, true),
    set_config('app.role', ${actor.role}, true), set_config('app.path', ${actor.path}, true),
    set_config('role', 'hengxiao_app', true)`.execute(trx)
}
