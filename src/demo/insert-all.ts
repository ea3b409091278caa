import type { Insertable, Transaction } from 'kysely'
import type { Database } from '../store/schema.js'

const batch = 200

/** Inserts many rows, some hundred a statement. */
export async function insertAll<Table extends keyof Database>(
  trx: Transaction<Database>,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += batch)
    await trx
      .insertInto(table)
      .values(rows.slice(at, at + batch))
      .execute()
}
