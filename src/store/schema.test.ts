import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { readSchemaTypes, type ToldColumn } from '../testing/schema-types.js'
import { createTestStore } from '../testing/test-database.js'

/** What the driver makes of PostgreSQL's types; `numeric`, `bigint` and `date` stay text. */
const families: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  numeric: 'string',
  bigint: 'string',
  integer: 'number',
  smallint: 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'Date',
  bytea: 'Buffer',
  ARRAY: 'string[]',
  jsonb: 'json',
  json: 'json',
}

it('the tables that schema.ts tells are those of the migrated database, column by column', async () => {
  const [told, found] = [readSchemaTypes(), await readDatabase()]
  expect(found.size).toBeGreaterThan(150)
  expect(Object.fromEntries(sorted(told))).toEqual(Object.fromEntries(sorted(found)))
}, 60_000)

function sorted(columns: ReadonlyMap<string, ToldColumn>): [string, ToldColumn][] {
  return [...columns].sort(([left], [right]) => (left < right ? -1 : 1))
}

/** Kysely's own tables of migrations are not ours to tell. */
async function readDatabase(): Promise<ReadonlyMap<string, ToldColumn>> {
  const store = await createTestStore()
  try {
    const { rows } = await store.asSystem('upkeep', (trx) =>
      sql<{ name: string; type: string; nullable: boolean; given: boolean }>`
        select table_name || '.' || column_name as name, data_type as type, is_nullable = 'YES' as nullable,
          column_default is not null or is_identity = 'YES' as given
        from information_schema.columns
        where table_schema = 'public' and table_name not like 'kysely%'
      `.execute(trx),
    )
    return new Map(
      rows.map(({ name, type, nullable, given }) => [
        name,
        { family: families[type] ?? type, nullable, optional: nullable || given },
      ]),
    )
  } finally {
    await store.close()
  }
}
