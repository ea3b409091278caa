import type { Insertable } from 'kysely'
import type { Database } from '../store/schema.js'
import type { Trx } from '../store/store.js'

const batch = 200

/** Inserts many rows, some hundred a statement. */
export async function insertAll<Table extends keyof Database>(
  trx: Trx,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += batch)
    await trx
      .insertInto(table)
      .values(rows.slice(at, at + batch))
      .execute()
}
