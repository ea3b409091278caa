import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRegion, type TestRegion } from '../testing/region.js'
import { createTestStore } from '../testing/test-database.js'
import type { OpenedStore } from './connect-store.js'
import { type NewEvent, recordEvent } from './event-store.js'
import type { SystemReason } from './system-reasons.js'
import { verifyTrail } from './verify-trail.js'

let store: OpenedStore
let region: TestRegion

beforeAll(async () => {
  store = await createTestStore()
  region = await buildRegion(store)
})
afterAll(() => store.close())

function edit(data: Record<string, unknown> = {}): NewEvent {
  const { regionId, accountId, accountName, role, unitId, path } = region.actors.preparer
  return {
    regionId,
    happenedAt: new Date('2026-03-05T08:00:00.123Z'),
    accountId,
    accountName,
    role,
    action: 'edit',
    unitId,
    unitPath: path,
    data,
  }
}

describe('the trail', () => {
  it('holds for what was written, with every kind of value', async () => {
    const data = {
      单位: '福利院',
      amount: '70.89',
      rate: 0.1,
      many: [1, { b: 1, a: null }],
      odd: '\u0000\ud800"\\u0000',
    }
    for (let turn = 0; turn < 3; turn += 1) {
      await store.asActor(region.actors.preparer, (trx) => recordEvent(trx, edit(data)))
    }
    const report = await verifyTrail(store, region.regionId)
    expect(report).toMatchObject({ events: 3, broken: undefined, head: { sequence: '3' } })
  })

  it('gives every event a number of its own when many are written at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        store.asActor(region.actors.preparer, (trx) => recordEvent(trx, edit({ index }))),
      ),
    )
    expect(new Set(all.map(({ sequence }) => sequence)).size).toBe(20)
    expect(await verifyTrail(store, region.regionId)).toMatchObject({ events: 23, broken: undefined })
  })

  it('takes back the number of an event whose work failed', async () => {
    const failing = store.asActor(region.actors.preparer, async (trx) => {
      await recordEvent(trx, edit())
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await verifyTrail(store, region.regionId)).toMatchObject({ events: 23, broken: undefined })
  })
})

describe('a trail that somebody tampered with', () => {
  it.each([
    [
      'a word changed',
      "update event set account_name = '别人' where sequence = 7",
      { sequence: '7', because: 'changed' },
    ],
    ['an event taken out', 'delete from event where sequence = 9', { sequence: '9', because: 'missing' }],
    [
      'the last events cut off',
      'delete from event where sequence > 21',
      { sequence: '22', because: 'missing' },
    ],
    [
      'the head put back',
      'update trail_head set sequence = sequence - 1',
      { sequence: '22', because: 'head' },
    ],
    ['the head forged', "update trail_head set hash = 'f'", { sequence: '23', because: 'head' }],
    ['no head at all', 'delete from trail_head', { sequence: '1', because: 'head' }],
  ])('names the first place: %s', async (_, statement, broken) => {
    const undo = new Error('undo')
    const trying = store.asSystem('upkeep', async (trx) => {
      await sql`alter table event disable trigger user`.execute(trx)
      await sql.raw(statement).execute(trx)
      const inside = {
        ...store,
        asSystem: (_reason: SystemReason, work: (inner: typeof trx) => Promise<unknown>) => work(trx),
      }
      expect((await verifyTrail(inside as typeof store, region.regionId)).broken).toEqual(broken)
      throw undo
    })
    await expect(trying).rejects.toBe(undo)
  })
})
