import { sql } from 'kysely'
import { recordEvent } from '../store/event-store.js'
import { openStore } from '../store/open-store.js'
import { buildRegion } from './region.js'

/**
 * A program that saves without pause until it is killed: `[data folder] [name of this start]`. A line `start writer
 * number` is printed for each save that the database has acknowledged, and never before.
 */
const [dataFolder = '', start = ''] = process.argv.slice(2)
const store = await openStore({ dataFolder })
const regionId = '330001'
const writers = 4

async function prepare() {
  const found = await store.asSystem('upkeep', (trx) =>
    trx.selectFrom('filing').select(['unit_path', 'unit_id']).executeTakeFirst(),
  )
  if (found !== undefined) return
  const { units } = await buildRegion(store, regionId)
  const { unitId, path } = units.welfareHome
  const filing = { region_id: regionId, unit_id: unitId, unit_path: path, budget_year: 2025, title: '自评' }
  await store.asSystem('upkeep', (trx) =>
    trx
      .insertInto('filing')
      .values({ ...filing, under_bureau: false, state: 'draft', revision: 0 })
      .execute(),
  )
}

async function findActor() {
  return store.asSystem('upkeep', async (trx) => {
    const office = await trx
      .selectFrom('office')
      .innerJoin('unit', 'unit.unit_id', 'office.unit_id')
      .select(['office.account_id', 'office.unit_id', 'unit.path'])
      .where('role', '=', 'preparer')
      .where('unit.code', '=', '201001')
      .executeTakeFirstOrThrow()
    const { account_id: accountId, unit_id: unitId, path } = office
    return { regionId, accountId, accountName: '填报人', role: 'preparer' as const, unitId, path }
  })
}

async function saveForEver(writer: number, actor: Awaited<ReturnType<typeof findActor>>) {
  for (let number = 0; ; number += 1) {
    const data = { start, writer, number, 填写: '全年执行数 '.repeat(20) }
    const saved = await store
      .asActor(actor, async (trx) => {
        await trx.updateTable('filing').set({ revision: sql`revision + 1` }).execute()
        await recordEvent(trx, {
          ...actor,
          happenedAt: new Date(),
          action: 'edit',
          unitPath: actor.path,
          data,
        })
      })
      .then(
        () => true,
        () => false,
      )
    if (saved) process.stdout.write(`${start} ${writer} ${number}\n`)
    else await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

await prepare()
const actor = await findActor()
await Promise.all(Array.from({ length: writers }, (_, writer) => saveForEver(writer, actor)))
