import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import type pg from 'pg'
import { createStatements, type Statements } from './statements.js'

/** What a driver tells whoever keeps something of the database in memory. */
export type DriverEvents = Readonly<{
  /** A transaction that wrote to accounts, offices, sessions, tokens, units, regions or packs has ended. */
  doorsChanged: () => void
}>

/**
 * Kysely's driver with fewer words over the wire: a transaction begins with the first text that its owner sends
 * (`begin` and the settings together), statements asked often are prepared once per connection, and whoever has only
 * read does not wait for the end of the transaction.
 */
export function createLeanDriver(pool: pg.Pool, events: DriverEvents): Driver {
  const statements = createStatements()
  const connectionOf = (connection: DatabaseConnection) => parseConnection(connection)
  return {
    init: async () => undefined,
    acquireConnection: async () => new LeanConnection(await pool.connect(), { statements, events }),
    beginTransaction: async () => undefined,
    commitTransaction: (connection) => connectionOf(connection).commit(),
    rollbackTransaction: (connection) => connectionOf(connection).rollback(),
    releaseConnection: async (connection) => connectionOf(connection).release(),
    destroy: () => pool.end(),
  }
}

function parseConnection(connection: DatabaseConnection): LeanConnection {
  if (connection instanceof LeanConnection) return connection
  throw new Error('a connection of another driver')
}

type Around = Readonly<{ statements: Statements; events: DriverEvents }>

class LeanConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #around: Around
  #hasWritten = false
  #hasChangedDoors = false
  #ending: Promise<unknown> | undefined

  constructor(client: pg.PoolClient, around: Around) {
    this.#client = client
    this.#around = around
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { name, writes, opensDoors } = this.#around.statements.find(sql)
    this.#hasWritten ||= writes
    this.#hasChangedDoors ||= opensDoors
    const asked = { text: sql, values: [...parameters], ...(name === undefined ? {} : { name }) }
    const result = await this.#client.query(asked)
    if (Array.isArray(result)) return { rows: [] }
    const counts = /^(?:INSERT|UPDATE|DELETE|MERGE)$/.test(result.command)
    const { rows } = result
    return counts ? { rows, numAffectedRows: BigInt(result.rowCount ?? 0) } : { rows }
  }

  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    yield await Promise.reject(new Error('streams are not asked of this driver'))
  }

  /** What has been written is durable when this returns; what was only read is not waited for. */
  async commit(): Promise<void> {
    const ending = this.#client.query('commit')
    if (this.#hasWritten) await ending
    else this.#ending = ending
    this.#tell()
  }

  async rollback(): Promise<void> {
    await this.#client.query('rollback')
  }

  release(): void {
    if (this.#ending === undefined) return this.#client.release()
    this.#ending.then(
      () => this.#client.release(),
      () => this.#client.release(true),
    )
  }

  #tell(): void {
    if (this.#hasChangedDoors) this.#around.events.doorsChanged()
  }
}
