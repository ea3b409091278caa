import { type RawBuilder, sql } from 'kysely'
import type { Trx } from './store.js'

const collation = 'zh-x-icu'
let available: Promise<boolean> | undefined

/** Names in the order of their pinyin where the database has it; by code point otherwise. */
export async function orderByName(trx: Trx, column: string): Promise<RawBuilder<string>> {
  available ??= isAvailable(trx)
  const name = sql.ref<string>(column)
  return (await available) ? sql<string>`${name} collate ${sql.id(collation)}` : name
}

async function isAvailable(trx: Trx): Promise<boolean> {
  const found = await sql`select 1 from pg_collation where collname = ${collation}`.execute(trx)
  return found.rows.length > 0
}
