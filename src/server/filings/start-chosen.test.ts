import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFilingDesk, type FilingDesk } from '../../testing/filing-desk.js'
import type { TestActor } from '../../testing/region.js'

let desk: FilingDesk

beforeAll(async () => {
  desk = await createFilingDesk()
  await desk.workplace.store.asSystem('upkeep', (trx) => trx.deleteFrom('notice').execute())
})
afterAll(() => desk.close())

const project = {
  kind: 'projectSelfEvaluation',
  packId: 'hunan/project-self-evaluation/2024',
  budgetYear: 2024,
  projectName: '农村饮水',
  from: 'blank',
}
const whole = {
  kind: 'departmentSelfEvaluation',
  packId: 'hunan/department-self-evaluation/2024',
  budgetYear: 2024,
  from: 'blank',
}

function start(actor: TestActor, body: object) {
  return desk.ask(actor, '/api/filings', { method: 'POST', body })
}

function listForms(actor: TestActor, year = 2024) {
  return desk.ask(actor, `/api/forms?year=${year}`)
}

async function countProjects(name: string): Promise<number> {
  const rows = await desk.workplace.store.asSystem('upkeep', (trx) =>
    trx.selectFrom('project').select('project_id').where('name', '=', name).execute(),
  )
  return rows.length
}

describe('a unit without a notice', () => {
  it('is offered the forms of the year, with what comes along', async () => {
    const { body } = await listForms(desk.region.actors.schoolPreparer)
    expect(body).toMatchObject({ budgetYear: 2024, hasLastYear: false, hasBegun: false, projects: [] })
    const form = body.forms.find(({ packId }: { packId: string }) => packId === whole.packId)
    expect(form).toEqual({
      packId: whole.packId,
      title: '部门整体支出绩效自评表',
      kind: 'departmentSelfEvaluation',
      areaName: '湖南',
      years: [2024],
      companions: ['部门整体支出绩效评价基础数据表'],
    })
  })

  it('begins its own form, with the base data of its region, and finds it among its tasks', async () => {
    const { preparer } = desk.region.actors
    const { status, body } = await start(preparer, whole)
    expect(status).toBe(200)
    const { filing, content, packs } = (await desk.ask(preparer, `/api/filings/${body.filingId}`)).body
    expect(filing).toMatchObject({
      title: '部门整体支出绩效自评表',
      unitName: '云溪县社会福利院',
      budgetYear: 2024,
      projectName: null,
      dueOn: null,
      waitingFor: 'preparer',
    })
    expect(packs).toEqual(['hunan/base-data/2023', whole.packId])
    expect(content.forms.map(({ pack }: { pack: string }) => pack)).toEqual(packs)
    const tasks = (await desk.ask(preparer, '/api/tasks')).body
    expect(tasks.mine.map(({ filingId }: { filingId: string }) => filingId)).toContain(body.filingId)
    const session = (await desk.ask(preparer, '/api/session')).body
    expect(session.years).toContain(2024)
  })

  it('makes a project that is not known yet, and takes the one that is', async () => {
    const { schoolPreparer } = desk.region.actors
    const named = { ...project, projectName: '  校舍修缮 ' }
    const first = await start(schoolPreparer, named)
    expect(first.status).toBe(200)
    const read = await desk.ask(schoolPreparer, `/api/filings/${first.body.filingId}`)
    expect(read.body.filing).toMatchObject({
      projectName: '校舍修缮',
      title: '校舍修缮 项目支出绩效自评表',
    })
    expect(read.body.content.forms[0].fields.projectName).toBe('校舍修缮')
    const next = await start(schoolPreparer, { ...named, budgetYear: 2025, from: 'lastYear' })
    expect(next.status).toBe(200)
    expect(await countProjects('校舍修缮')).toBe(1)
    expect((await listForms(schoolPreparer, 2025)).body.projects).toEqual([
      { name: '校舍修缮', hasLastYear: true, hasBegun: true },
    ])
  })

  it('is refused a second one of the same year and project, and told which one is there', async () => {
    const { archivePreparer, archiveHead } = desk.region.actors
    const both = await Promise.all([start(archivePreparer, project), start(archiveHead, project)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await countProjects('农村饮水')).toBe(1)
    const begun = both.find(({ status }) => status === 200)
    const refused = both.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({ code: 'FILING_EXISTS', filingId: begun?.body.filingId })
    expect(refused?.body.detail).toContain('“农村饮水 项目支出绩效自评表”已经有人开始填报了')
    expect((await start(archivePreparer, whole)).status).toBe(200)
    expect((await start(archivePreparer, whole)).body.code).toBe('FILING_EXISTS')
  })

  it('is refused a form that is not offered, one of another kind, one without a project, and last year without one', async () => {
    const { cemeteryPreparer } = desk.region.actors
    const refusals = [
      { ...whole, packId: 'hunan/department-self-evaluation/2023' },
      { ...whole, packId: 'any/report/2020' },
      { ...whole, packId: project.packId },
      { ...project, packId: 'hunan/project-self-evaluation/2024', budgetYear: 2019 },
    ]
    for (const body of refusals)
      expect((await start(cemeteryPreparer, body)).body).toMatchObject({ code: 'FORM_NOT_OFFERED' })
    const { projectName: _, ...unnamed } = project
    expect((await start(cemeteryPreparer, unnamed)).body.code).toBe('REQUEST_WRONG')
    const missing = await start(cemeteryPreparer, { ...project, projectName: '绿化', from: 'lastYear' })
    expect(missing.body.code).toBe('LAST_YEAR_MISSING')
    expect(await countProjects('绿化')).toBe(0)
  })

  it('is no way in for those who review', async () => {
    expect((await start(desk.region.actors.departmentReviewer, whole)).status).toBe(403)
    expect((await listForms(desk.region.actors.financeReviewer)).status).toBe(403)
  })
})

describe('a unit that chooses what its roster asks for', () => {
  it('answers the entry, with its day', async () => {
    const { regionId } = desk.region
    await desk.workplace.store.asSystem('upkeep', (trx) =>
      trx
        .insertInto('notice')
        .values({ region_id: regionId, budget_year: 2026, title: '通知', due_on: '2027-05-15' })
        .execute(),
    )
    const { cemeteryPreparer } = desk.region.actors
    const { body } = await start(cemeteryPreparer, { ...whole, budgetYear: 2026 })
    const { filing } = (await desk.ask(cemeteryPreparer, `/api/filings/${body.filingId}`)).body
    expect(filing.dueOn).toBe('2027-05-15')
  })
})
