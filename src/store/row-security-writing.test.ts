import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe('writing', () => {
  it('changes a filing of one’s own subtree', async () => {
    const { numUpdatedRows } = await as(region.actors.preparer, (trx) =>
      trx.updateTable('filing').set({ title: '新题目' }).executeTakeFirst(),
    )
    expect(numUpdatedRows).toBe(1n)
  })

  it('cannot move a filing out of the subtree, nor make one in another', async () => {
    const { preparer, schoolPreparer } = region.actors
    await refused(preparer, (trx) =>
      trx.updateTable('filing').set({ unit_path: schoolPreparer.path }).execute(),
    )
    await refused(preparer, (trx) =>
      trx
        .insertInto('filing')
        .values({
          region_id: region.regionId,
          unit_id: schoolPreparer.unitId,
          unit_path: schoolPreparer.path,
          under_bureau: false,
          budget_year: 2020,
          title: '别人的',
          state: 'draft',
        })
        .execute(),
    )
  })

  it('cannot hang anything on a filing of another unit', async () => {
    const { filing_id } = await as(region.actors.schoolPreparer, (trx) =>
      trx.selectFrom('filing').select('filing_id').executeTakeFirstOrThrow(),
    )
    await refused(region.actors.preparer, (trx) =>
      trx
        .insertInto('flag')
        .values({ region_id: region.regionId, filing_id, version: 1, cell: 'f1/x', reason: '看' })
        .execute(),
    )
  })

  it.each(['systemAdministrator', 'securityAdministrator', 'trailReader'] as const)(
    'of business data by %s is refused',
    async (key) => {
      const actor = region.actors[key]
      const changed = await as(actor, (trx) =>
        trx.updateTable('filing').set({ title: '改' }).executeTakeFirst(),
      )
      expect(changed.numUpdatedRows).toBe(0n)
    },
  )

  it('of offices and accounts is for administrators: nobody makes oneself more', async () => {
    const { preparer, trailReader } = region.actors
    for (const actor of [preparer, trailReader]) {
      await refused(actor, (trx) =>
        trx
          .insertInto('office')
          .values({
            region_id: region.regionId,
            account_id: actor.accountId,
            unit_id: actor.unitId,
            role: 'performanceSection',
          })
          .execute(),
      )
      const changed = await as(actor, (trx) =>
        trx.updateTable('office').set({ role: 'performanceSection' }).executeTakeFirst(),
      )
      expect(changed.numUpdatedRows).toBe(0n)
    }
  })

  it('into another region is refused', async () => {
    await refused(region.actors.systemAdministrator, (trx) =>
      trx.insertInto('account').values({ region_id: other.regionId, login: 'x', name: '外人' }).execute(),
    )
  })
})

describe('the trail', () => {
  const changes = [
    "update event set account_name = '别人'",
    'delete from event',
    'truncate event',
    'truncate event cascade',
  ]

  it.each(changes)('refuses everybody: %s', async (statement) => {
    for (const actor of Object.values(region.actors)) {
      await expect(as(actor, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(/permission denied/)
    }
  })

  it.each(changes)('refuses the system too: %s', async (statement) => {
    await expect(store.asSystem('upkeep', (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(
      'the trail is append-only',
    )
  })

  it('takes no event in somebody else’s name', async () => {
    const { preparer, headOfUnit } = region.actors
    const event = {
      region_id: region.regionId,
      sequence: '99',
      happened_at: new Date(0),
      account_name: '别人',
      action: 'edit',
      data: '{}',
      previous_hash: '',
      hash: '',
    }
    await refused(preparer, (trx) =>
      trx
        .insertInto('event')
        .values({ ...event, account_id: headOfUnit.accountId, role: 'preparer' })
        .execute(),
    )
    await refused(preparer, (trx) =>
      trx
        .insertInto('event')
        .values({ ...event, account_id: preparer.accountId, role: 'publisher' })
        .execute(),
    )
  })
})

function as<Result>(actor: Actor, work: (trx: Trx) => Promise<Result>) {
  return store.asActor(actor, work)
}

async function refused(actor: Actor, work: (trx: Trx) => Promise<unknown>): Promise<void> {
  await expect(as(actor, work)).rejects.toThrow(/row-level security/)
}
