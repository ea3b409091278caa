import { randomUUID } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadShipped } from '../../../packs/load-shipped.js'
import { createFilingDesk, type FilingDesk, soundContent } from '../../../testing/filing-desk.js'
import { multipartOf } from '../../../testing/multipart.js'
import type { TestRegion } from '../../../testing/region.js'
import type { Workplace } from '../../workplace/workplace.js'
import { packShelf } from './pack-shelf.js'

const packId = 'yunxi/project-self-evaluation/2025'

const packYaml = `id: ${packId}
extends: any/project-self-evaluation/2020
title: 云溪县项目支出绩效自评表
years: [2025]
signs: []
`

/** A rule of the bureau's own: the money must be spent to the last cent. */
const checksYaml = `- id: spent-in-full
  rule: AMT-06
  title: 全年执行数等于全年预算数
  severity: error
  basis: [{ form: 项目支出绩效自评表, clause: 项目资金栏 }]
  check: '年度资金总额.全年执行数 = 年度资金总额.全年预算数'
`

const casesYaml = `- case: 用完了
  check: spent-in-full
  given: { 年度资金总额.全年预算数: '100.00', 年度资金总额.全年执行数: '100.00' }
  expect: holds
- case: 没有用完
  check: spent-in-full
  given: { 年度资金总额.全年预算数: '100.00', 年度资金总额.全年执行数: '80.00' }
  expect: violated
`

function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

const sound = { 'pack.yaml': packYaml, 'checks/spent.yaml': checksYaml, 'cases/spent.yaml': casesYaml }

let desk: FilingDesk
let shelf: Workplace['packs']

beforeAll(async () => {
  const { packs } = await loadShipped()
  desk = await createFilingDesk({ workplace: { packs: (regionId) => shelf(regionId) } })
  shelf = packShelf(desk.workplace.store, packs)
  await giveLastYear('welfareHome', '100.00')
  await giveLastYear('cemetery', '80.00')
  await giveLastYear('school', '75.50')
})
afterAll(() => desk.close())

/** Last year's filing of a unit, which spent so much of 100 万元. */
async function giveLastYear(key: keyof TestRegion['units'], executed: string): Promise<void> {
  const { unitId, path, name } = desk.region.units[key]
  const region_id = desk.region.regionId
  const content = soundContent(name)
  const [form] = content.forms
  if (form === undefined) throw new Error('no form')
  const stated = Object.entries(form.fields).filter(([field]) => !/^(?:totalFunds|total|current)/.test(field))
  const fields = {
    ...Object.fromEntries(stated),
    'totalFunds.initialBudget': '100.00',
    'totalFunds.adjustedBudget': '100.00',
    'totalFunds.executedAmount': executed,
    'totalFunds.weight': '10',
    'total.weight': '100',
  }
  const filing_id = randomUUID()
  await desk.workplace.store.asSystem('upkeep', async (trx) => {
    await trx
      .insertInto('filing')
      .values({
        ...{ region_id, filing_id, unit_id: unitId, unit_path: path, under_bureau: false },
        ...{ budget_year: 2024, title: `${name}的自评`, state: 'published', packs: [form.pack] },
      })
      .execute()
    const text = JSON.stringify({ ...content, forms: [{ ...form, fields }] })
    await trx
      .insertInto('filing_version')
      .values({ region_id, filing_id, version: 1, opened_by: 'start', content: text })
      .execute()
  })
}

function upload(bytes: Uint8Array, name = '模板包.zip') {
  const { payload, headers } = multipartOf(bytes, name)
  return desk.ask(desk.region.actors.performanceSection, '/api/pack-shelf', {
    method: 'POST',
    body: payload,
    headers,
  })
}

function tryOut(id = packId) {
  const body = { packId: id, budgetYear: 2024 }
  return desk.ask(desk.region.actors.performanceSection, '/api/pack-trials', { method: 'POST', body })
}

function activate(active: boolean, budgetYear = 2025) {
  const body = { packId, budgetYear, active }
  return desk.ask(desk.region.actors.performanceSection, '/api/pack-activations', { method: 'PUT', body })
}

describe('a pack that is uploaded', () => {
  it('is refused with file, line and column where it is broken, and not kept', async () => {
    const broken = checksYaml.replace('.全年执行数 =', '.全年执行书 =')
    const { status, body } = await upload(zipOf({ ...sound, 'checks/spent.yaml': broken }))
    expect(status).toBe(200)
    expect(body.kept).toBe(false)
    expect(body.problems.join('\n')).toMatch(/checks\/spent\.yaml:\d+:\d+.*全年执行书/)
    expect(body.problems.join('\n')).not.toContain('hengxiao-pack-')
    const spoilt = await upload(zipOf({ ...sound, 'pack.yaml': `${packYaml}years: [2025\n` }))
    expect(spoilt.body.problems.join('\n')).toMatch(/pack\.yaml:\d+:\d+/)
    expect((await tryOut()).body.code).toBe('PACK_NOT_ON_SHELF')
  })

  it('is refused when a case does not come out as it says', async () => {
    const wrong = casesYaml.replace('expect: violated', 'expect: holds')
    const { body } = await upload(zipOf({ ...sound, 'cases/spent.yaml': wrong }))
    expect(body).toMatchObject({ kept: false, cases: 2 })
    expect(body.failed).toEqual([
      { name: '没有用完', check: 'spent-in-full', expected: '成立', actual: '不成立' },
    ])
  })

  it('is refused when it is no archive, has no pack, leads out of its folder or takes a shipped name', async () => {
    expect((await upload(strToU8('id: x'))).body.code).toBe('PACK_ARCHIVE_WRONG')
    expect((await upload(zipOf({ 'readme.yaml': 'a: 1' }))).body.code).toBe('PACK_ARCHIVE_WRONG')
    const outside = await upload(zipOf({ ...sound, '../outside/pack.yaml': packYaml }))
    expect(outside.status).toBe(400)
    const shipped = packYaml.replace(packId, 'any/project-self-evaluation/2020').replace(/extends.*\n/, '')
    expect((await upload(zipOf({ 'pack.yaml': shipped }))).body.kept ?? false).toBe(false)
  })

  it('cannot be activated before it was tried, is tried on last year’s filings, and names whom it would return', async () => {
    const { body } = await upload(zipOf(sound))
    expect(body).toMatchObject({ packIds: [packId], problems: [], cases: 2, failed: [], kept: true })
    expect(body.warnings).toEqual([expect.stringMatching(/^pack\.yaml:5:8 signs（标志词）替换了底本的/)])
    expect((await activate(true)).body.code).toBe('PACK_WITHOUT_TRIAL')
    const trial = (await tryOut()).body
    expect(trial).toMatchObject({ budgetYear: 2024, units: 3, filings: 3, returnedUnits: 2 })
    expect(trial.returned.map(({ unitName }: { unitName: string }) => unitName).toSorted()).toEqual([
      '云溪县烈士陵园',
      '云溪县第一小学',
    ])
    for (const { errors, first } of trial.returned) {
      expect(errors).toBeGreaterThan(0)
      expect(first).not.toBe('')
    }
    const shown = await desk.ask(desk.region.actors.performanceSection, '/api/pack-shelf?source=uploaded')
    expect(shown.body.items).toMatchObject([{ packId, source: 'uploaded', trial: { returnedUnits: 2 } }])
  })

  it('is activated for one of its years, and a clerk’s form is checked with it from then on', async () => {
    const { preparer } = desk.region.actors
    const before = await desk.ask(preparer, `/api/pack-set?ids=${packId}`)
    expect(before.status).toBe(404)
    expect((await activate(true, 2019)).body.code).toBe('PACK_YEAR_WRONG')
    expect((await activate(true)).status).toBe(204)
    const set = await desk.ask(preparer, `/api/pack-set?ids=${packId}`)
    expect(set.body.packs[0]).toMatchObject({ id: packId, title: '云溪县项目支出绩效自评表' })
    const { forms } = (await desk.ask(preparer, '/api/forms?year=2025')).body
    const ofProjects = forms.filter(({ kind }: { kind: string }) => kind === 'projectSelfEvaluation')
    expect(ofProjects[0]).toMatchObject({ packId, areaName: '本地' })
    expect((await desk.ask(preparer, '/api/forms?year=2026')).body.forms).not.toContainEqual(
      expect.objectContaining({ packId }),
    )
    const errors = await errorsOfFormSpending('80.00')
    expect(errors).toBe((await errorsOfFormSpending('100.00')) + 1)
    expect((await activate(false)).body.code).toBe('PACK_IN_USE')
    expect((await upload(zipOf(sound))).body.code).toBe('PACK_ID_TAKEN')
  })
})

/** Errors of a form of the new pack on which so much of 100 万元 was spent. */
async function errorsOfFormSpending(executed: string): Promise<number> {
  const { preparer } = desk.region.actors
  const body = {
    kind: 'projectSelfEvaluation',
    ...{ packId, budgetYear: 2025, projectName: `农村饮水${executed}`, from: 'blank' },
  }
  const { filingId } = (await desk.ask(preparer, '/api/filings', { method: 'POST', body })).body
  const changes = Object.entries({
    initialBudget: '100.00',
    adjustedBudget: '100.00',
    executedAmount: executed,
  }).map(([column, to]) => ({ kind: 'cell' as const, cell: `f1/totalFunds.${column}`, from: '', to }))
  expect((await desk.save(preparer, filingId, { changes })).status).toBe(200)
  return (await desk.ask(preparer, `/api/filings/${filingId}`)).body.filing.errors
}
