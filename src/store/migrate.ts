import { Kysely, type Migration, Migrator, PostgresDialect, sql } from 'kysely'
import { DomainError } from '../core/errors/errors.js'
import { migrations } from './migrations/all.js'
import { openPool } from './open-pool.js'
import { asUnreachable } from './unreachable.js'

const oldestServer = 150_000

/**
 * Brings a database to this version's tables; all of it or nothing. Two programs at once wait for each other.
 *
 * @param upTo stops after this migration, for putting back a backup of an older version
 * @returns names of the migrations that were run now
 * @throws DomainError DATABASE_TOO_OLD, DATABASE_NEWER, DATABASE_ROLE_MISSING, DATABASE_UNREACHABLE
 */
export async function migrate(url: string, upTo?: string): Promise<readonly string[]> {
  return onDatabase(url, async (database) => {
    await refuseOldServer(database)
    const done = await runMigrations(database, upTo)
    await refuseMissingRole(database)
    return done
  })
}

/** Names of the migrations that a database has seen; none for an empty one. */
export async function findApplied(url: string): Promise<readonly string[]> {
  return onDatabase(url, async (database) => {
    const table = await sql<{
      name: string | null
    }>`select to_regclass('kysely_migration')::text as name`.execute(database)
    if (table.rows[0]?.name == null) return []
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
      database,
    )
    return rows.map(({ name }) => name)
  })
}

async function onDatabase<Result>(
  url: string,
  work: (database: Kysely<unknown>) => Promise<Result>,
): Promise<Result> {
  const pool = openPool(url, { max: 2 })
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await work(database)
  } catch (error) {
    return asUnreachable(error)
  } finally {
    await database.destroy()
  }
}

async function runMigrations(
  database: Kysely<unknown>,
  upTo: string | undefined,
): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => asKyselyMigrations() },
  })
  const { error, results } = await (upTo === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(upTo))
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new DomainError('DATABASE_NEWER')
  }
  if (error !== undefined) throw error
  return (results ?? []).map((result) => result.migrationName)
}

function asKyselyMigrations(): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, statements]) => [name, { up: (db) => runAll(db, statements) }]),
  )
}

async function runAll(database: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}

async function refuseOldServer(database: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ number: number; version: string; encoding: string }>`
    select current_setting('server_version_num')::integer as number, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding`.execute(database)
  const [server] = rows
  if (server === undefined || server.number < oldestServer || server.encoding !== 'UTF8') {
    throw new DomainError('DATABASE_TOO_OLD', { version: `${server?.version} ${server?.encoding}` })
  }
}

async function refuseMissingRole(database: Kysely<unknown>): Promise<void> {
  try {
    await database.transaction().execute((trx) => sql`set local role hengxiao_app`.execute(trx))
  } catch {
    const { rows } = await sql<{ user: string }>`select current_user as user`.execute(database)
    throw new DomainError('DATABASE_ROLE_MISSING', { user: rows[0]?.user ?? '' })
  }
}
