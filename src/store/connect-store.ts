import { CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import { createLeanDriver } from './lean-driver.js'
import { openPool } from './open-pool.js'
import type { Database } from './schema.js'
import type { Actor, Store, Trx } from './store.js'
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
  let doors = 0
  const database = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () =>
        createLeanDriver(pool, {
          doorsChanged: () => {
            doors += 1
          },
        }),
      createIntrospector: (asked) => new PostgresIntrospector(asked),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const transact = <Result>(begin: string, work: (trx: Trx) => Promise<Result>) =>
    database
      .transaction()
      .execute(async (trx) => {
        await trx.executeQuery(CompiledQuery.raw(begin))
        return work(trx)
      })
      .catch(asUnreachable)
  return {
    url,
    asSystem: (_reason, work) => transact('begin', work),
    asActor: (actor, work) => transact(beginAs(actor), work),
    doorsMark: () => doors,
    close: () => database.destroy(),
  }
}

/** `set_config('role', …, true)` is `set local role`: begin, role and settings in one round trip, all gone at the end. */
function beginAs({ regionId, accountId, role, path }: Actor): string {
  const settings = {
    'app.region': regionId,
    'app.account': accountId,
    'app.role': role,
    'app.path': path,
    role: 'hengxiao_app',
  }
  const set = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  )
  return `begin; select ${set.join(', ')}`
}
