import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '../core/workflow/role.js'
import { fillEveryTable } from '../testing/filled-region.js'
import { buildRegion, type TestRegion } from '../testing/region.js'
import { createTestStore } from '../testing/test-database.js'
import type { OpenedStore } from './connect-store.js'
import type { Actor, Trx } from './store.js'

let store: OpenedStore
let region: TestRegion
let other: TestRegion

beforeAll(async () => {
  store = await createTestStore()
  region = await buildRegion(store, '330001')
  other = await buildRegion(store, '330002')
  await fillEveryTable(store, region)
  await fillEveryTable(store, other)
})
afterAll(() => store.close())

/** Rows that `fillEveryTable` puts down for each of the four filing units, and for the region as a whole. */
const ofUnit = [
  'project',
  'roster_entry',
  'filing',
  'filing_version',
  'flag',
  'finding_answer',
  'comment',
  'proposed_score',
  'evidence',
  'upload',
  'ledger_amount',
  'project_lineage',
  'unit_lineage',
]
const ofBusiness = ['notice', 'active_pack', 'uploaded_pack']
const closed = ['session', 'api_token', 'one_time_link']
const administrators = ['systemAdministrator', 'securityAdministrator']
const people = 16

/** How many of the four filing units, of the two departments and of the bureau lie in each actor's subtree. */
const reach: Readonly<Record<string, number>> = {
  preparer: 1,
  headOfUnit: 1,
  departmentReviewer: 2,
  educationReviewer: 1,
  financeReviewer: 4,
  performanceSection: 4,
  publisher: 4,
}
/** Its own units and the ones above, which stand on the paper. */
const unitsSeen: Readonly<Record<string, number>> = {
  preparer: 3,
  headOfUnit: 3,
  departmentReviewer: 4,
  educationReviewer: 3,
  financeReviewer: 7,
  performanceSection: 7,
  publisher: 7,
  systemAdministrator: 7,
  securityAdministrator: 7,
  trailReader: 0,
}

function expectedRows(key: string, role: Role): Record<string, number> {
  const units = reach[key] ?? 0
  const isBusiness = units > 0
  const own = administrators.includes(role) ? people : 1
  return {
    region: 1,
    unit: unitsSeen[key] ?? 0,
    ...Object.fromEntries(ofUnit.map((table) => [table, units])),
    // One file hangs on each unit's evidence and upload.
    stored_file: units,
    // Names of former units show to those who see the unit, the administrators among them.
    unit_lineage: administrators.includes(role) ? 4 : units,
    ...Object.fromEntries(ofBusiness.map((table) => [table, isBusiness ? 1 : 0])),
    account: own,
    office: own,
    trail_head: 1,
    event: role === 'trailReader' ? 5 : units,
  }
}

async function countAll(actor: Actor): Promise<Record<string, number>> {
  const tables = Object.keys(expectedRows('preparer', 'preparer'))
  return store.asActor(actor, async (trx) => {
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const { rows } = await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(trx)
      counts[table] = Number(rows[0]?.count)
    }
    return counts
  })
}

describe('a question without any where', () => {
  it('is asked of every table there is', async () => {
    const { rows } = await store.asSystem('upkeep', (trx) =>
      sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'
        and tablename not like 'kysely%'`.execute(trx),
    )
    const asked = [...Object.keys(expectedRows('preparer', 'preparer')), ...closed]
    expect(rows.map(({ name }) => name).sort()).toEqual([...asked].sort())
  })

  const asking = [...Object.keys(unitsSeen)]
  it('is asked by every role', () => {
    expect(new Set(asking.map((key) => region.actors[key as keyof TestRegion['actors']].role))).toEqual(
      new Set(roles),
    )
  })

  it.each(asking)('shows %s exactly what lies in its reach', async (key) => {
    const actor = region.actors[key as keyof TestRegion['actors']]
    expect(await countAll(actor)).toEqual(expectedRows(key, actor.role))
  })

  it('shows nothing of another region', async () => {
    const seen = await as(region.actors.performanceSection, (trx) =>
      trx.selectFrom('filing').select('region_id').distinct().execute(),
    )
    expect(seen).toEqual([{ region_id: region.regionId }])
  })

  it.each(closed)('is refused on %s, which opens doors', async (table) => {
    for (const actor of Object.values(region.actors)) {
      await expect(as(actor, (trx) => sql`select * from ${sql.table(table)}`.execute(trx))).rejects.toThrow(
        /permission denied/,
      )
    }
  })

  it('is refused for the password and the second factor', async () => {
    for (const column of ['password_hash', 'second_factor_secret']) {
      const asked = as(region.actors.systemAdministrator, (trx) =>
        sql`select ${sql.ref(column)} from account`.execute(trx),
      )
      await expect(asked).rejects.toThrow(/permission denied/)
    }
  })

  it('shows nothing at all without the four settings, or with empty ones', async () => {
    const nobody = {
      regionId: '',
      accountId: '',
      accountName: '',
      role: 'preparer',
      unitId: '',
      path: '',
    } as const
    const counts = await countAll(nobody)
    expect(new Set(Object.values(counts))).toEqual(new Set([0]))
    const unset = await store.asSystem('upkeep', async (trx) => {
      await sql`set local role hengxiao_app`.execute(trx)
      return (await sql`select * from filing`.execute(trx)).rows.length
    })
    expect(unset).toBe(0)
  })

  it('shows nothing to a path that only begins like another, or holds signs of a pattern', async () => {
    for (const path of ['/101/20/', '/101/%/', '/101/201_01/', '/1/', '%']) {
      const seen = await as({ ...region.actors.performanceSection, path }, (trx) =>
        trx.selectFrom('filing').select('filing_id').execute(),
      )
      expect(seen).toEqual([])
    }
  })
})

function as<Result>(actor: Actor, work: (trx: Trx) => Promise<Result>) {
  return store.asActor(actor, work)
}
