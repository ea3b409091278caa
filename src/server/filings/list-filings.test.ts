import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFilingDesk, type FilingDesk, soundContent } from '../../testing/filing-desk.js'

let desk: FilingDesk
const many = 450

beforeAll(async () => {
  desk = await createFilingDesk()
  await fill()
})
afterAll(() => desk.close())

/** 450 filings of the cemetery in five states, each of another project and risk; one of the school. */
async function fill(): Promise<void> {
  const { regionId, units } = desk.region
  const states = ['draft', 'submitted', 'acceptedByDepartment', 'returned', 'published'] as const
  const content = JSON.stringify(soundContent())
  await desk.workplace.store.asSystem('upkeep', async (trx) => {
    for (let index = 0; index <= many; index++) {
      const unit = index === many ? units.school : units.cemetery
      const place = { region_id: regionId, unit_id: unit.unitId }
      const { project_id } = await trx
        .insertInto('project')
        .values({ ...place, name: `项目${index}` })
        .returning('project_id')
        .executeTakeFirstOrThrow()
      const { filing_id } = await trx
        .insertInto('filing')
        .values({
          ...place,
          unit_path: unit.path,
          under_bureau: false,
          budget_year: 2024,
          project_id,
          title: `项目${index} 自评`,
          state: states[index % states.length] ?? 'draft',
          waiting_for: 'preparer',
          due_on: index % 2 === 0 ? '2020-01-01' : '2090-01-01',
          risk: index % 100,
          total_funds: String(index),
        })
        .returning('filing_id')
        .executeTakeFirstOrThrow()
      await trx
        .insertInto('filing_version')
        .values({ region_id: regionId, filing_id, version: 1, opened_by: 'start', content })
        .execute()
    }
  })
}

async function list(query: string, actor = desk.region.actors.departmentReviewer) {
  const { status, body } = await desk.ask(actor, `/api/filings${query}`)
  expect(status).toBe(200)
  return body
}

describe('the list of filings', () => {
  it('counts exactly, within the reach of the office only', async () => {
    expect(await list('')).toMatchObject({ total: 450, page: 1, size: 50 })
    expect(await list('', desk.region.actors.educationReviewer)).toMatchObject({ total: 1 })
    expect(await list('', desk.region.actors.financeReviewer)).toMatchObject({ total: 451 })
    expect(await list('', desk.region.actors.preparer)).toMatchObject({ total: 0, items: [] })
  })

  it('shows every filing once over its pages', async () => {
    const seen = new Set<string>()
    for (let page = 1; page <= 5; page++)
      for (const { filingId } of (await list(`?page=${page}&size=100`)).items) seen.add(filingId)
    expect(seen.size).toBe(450)
    expect((await list('?page=6&size=100')).items).toEqual([])
  })

  it('counts states under the other filters, and the total under all', async () => {
    const { total, counts } = await list('?state=draft&overdue=yes')
    expect(counts).toEqual({ draft: 45, returned: 45 })
    expect(total).toBe(45)
  })

  it.each([
    ['risk', (items: { risk: number }[]) => items.map(({ risk }) => -risk)],
    ['totalFunds', (items: { totalFunds: string }[]) => items.map(({ totalFunds }) => -Number(totalFunds))],
  ])('sorts by %s, the greatest first', async (sort, valuesOf) => {
    const values = valuesOf((await list(`?sort=${sort}&size=200`)).items)
    expect(values).toEqual([...values].sort((left, right) => left - right))
  })

  it('finds words in unit, project and title, and takes % for a sign', async () => {
    expect((await list(`?query=${encodeURIComponent('项目44')}`)).total).toBe(11)
    expect((await list(`?query=${encodeURIComponent('陵园')}`)).total).toBe(450)
    expect((await list('?query=%25')).total).toBe(0)
  })

  it('filters by department for the bureau', async () => {
    const { units, actors } = desk.region
    const { total, items } = await list(`?departmentId=${units.education.unitId}`, actors.financeReviewer)
    expect([total, items[0].departmentName]).toEqual([1, '云溪县教育局'])
  })

  it('is exported whole, never cut', async () => {
    const { status, body, headers } = await desk.ask(desk.region.actors.financeReviewer, '/api/filings.xlsx')
    expect([status, headers['content-type']]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
    const book = read(body)
    const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
    expect(rows).toHaveLength(452)
    expect(rows[0]?.slice(0, 2)).toEqual(['单位', '主管部门'])
  })
})

describe('tasks', () => {
  it('are what nobody has begun, what waits for me and what waits for others', async () => {
    const { preparer, departmentReviewer } = desk.region.actors
    const entryId = await desk.enter('welfareHome', '新项目')
    const filingId = await desk.begin()
    await desk.begin()
    await desk.move(preparer, filingId, { action: 'submit' })
    const tasks = (await desk.ask(preparer, '/api/tasks?year=2024')).body
    expect(tasks.notBegun).toMatchObject([
      { entryId, title: '新项目 项目支出绩效自评表', dueOn: '2025-05-15' },
    ])
    expect(tasks.mine).toHaveLength(1)
    expect(tasks.waiting).toMatchObject([{ filingId, waitingForName: '主管部门审核人' }])
    const theirs = (await desk.ask(departmentReviewer, '/api/tasks')).body
    expect(theirs.mine).toMatchObject([{ filingId, actions: ['acceptByDepartment', 'sendBack'] }])
    expect(theirs.notBegun).toEqual([])
  })
})
