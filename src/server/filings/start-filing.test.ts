import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFilingDesk, type FilingDesk, soundContent } from '../../testing/filing-desk.js'

let desk: FilingDesk

beforeAll(async () => {
  desk = await createFilingDesk()
})
afterAll(() => desk.close())

function start(entryId: string, from: 'blank' | 'lastYear' = 'blank', actor = desk.region.actors.preparer) {
  return desk.ask(actor, '/api/filings', { method: 'POST', body: { entryId, from } })
}

/** Last year's filing of the project that an entry is about. */
async function giveLastYear(entryId: string): Promise<void> {
  await desk.workplace.store.asSystem('upkeep', async (trx) => {
    const { region_id, unit_id, unit_path, project_id } = await trx
      .selectFrom('roster_entry')
      .selectAll()
      .where('entry_id', '=', entryId)
      .executeTakeFirstOrThrow()
    const { filing_id } = await trx
      .insertInto('filing')
      .values({
        region_id,
        unit_id,
        unit_path,
        project_id,
        under_bureau: false,
        budget_year: 2023,
        title: '上年自评',
        state: 'published',
      })
      .returning('filing_id')
      .executeTakeFirstOrThrow()
    const content = JSON.stringify({ ...soundContent(), budgetYear: 2023 })
    await trx
      .insertInto('filing_version')
      .values({ region_id, filing_id, version: 1, opened_by: 'start', content })
      .execute()
  })
}

describe('starting a filing', () => {
  it('begins a blank form with the name of the unit', async () => {
    const { preparer } = desk.region.actors
    const { status, body } = await start(await desk.enter('welfareHome', '甲'))
    expect(status).toBe(200)
    const whole = (await desk.ask(preparer, `/api/filings/${body.filingId}`)).body
    expect(whole).toMatchObject({ version: 1, revision: '1', open: null, lastYear: null })
    expect(whole.filing).toMatchObject({
      state: 'draft',
      title: '甲 项目支出绩效自评表',
      dueOn: '2025-05-15',
    })
    expect(whole.content.forms[0].fields.implementingUnit).toBe('云溪县社会福利院')
    expect(whole.packs).toEqual(['any/project-self-evaluation/2020'])
  })

  it('takes over names and targets from last year, but no values', async () => {
    const { preparer } = desk.region.actors
    const entryId = await desk.enter('welfareHome', '乙')
    await giveLastYear(entryId)
    const { body } = await start(entryId, 'lastYear')
    const whole = (await desk.ask(preparer, `/api/filings/${body.filingId}`)).body
    expect(whole.lastYear.budgetYear).toBe(2023)
    const [row] = whole.content.forms[0].lists.indicators
    expect(row.cells).toMatchObject({ name: '铺设管道', target: '≥12公里' })
    expect(row.cells.actual).toBeUndefined()
    const events = (await desk.ask(preparer, `/api/filings/${body.filingId}/events`)).body
    expect(events.items[0].words).toMatch(/从上年的自评开始填报$/)
  })

  it('is refused the second time, also to two who start at once', async () => {
    const entryId = await desk.enter('welfareHome', '丙')
    const { preparer, headOfUnit } = desk.region.actors
    const answers = await Promise.all([
      start(entryId, 'blank', preparer),
      start(entryId, 'blank', headOfUnit),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(lost?.body).toMatchObject({ code: 'FILING_EXISTS' })
    expect(lost?.body.detail).toContain('“丙 项目支出绩效自评表”已经有人开始填报了')
  })

  it('is refused without last year’s filing, and for an entry of another unit', async () => {
    const entryId = await desk.enter('welfareHome', '丁')
    expect((await start(entryId, 'lastYear')).body.code).toBe('LAST_YEAR_MISSING')
    const other = await start(entryId, 'blank', desk.region.actors.cemeteryPreparer)
    expect(other).toMatchObject({ status: 404, body: { code: 'ENTRY_NOT_FOUND' } })
  })
})

describe('reading a filing', () => {
  it('answers 304 until something of it changes, an answer to a finding too', async () => {
    const { preparer } = desk.region.actors
    const filingId = await desk.begin()
    const first = await desk.ask(preparer, `/api/filings/${filingId}`)
    expect(first.headers.etag).toMatch(/^"2-[0-9a-f]{16}"$/)
    const headers = { 'if-none-match': String(first.headers.etag) }
    expect((await desk.ask(preparer, `/api/filings/${filingId}`, { headers })).status).toBe(304)
    await desk.move(preparer, filingId, { action: 'submit' })
    expect((await desk.ask(preparer, `/api/filings/${filingId}`, { headers })).status).toBe(200)
  })

  it('gives packs with a tag, and refuses unknown ones and versions', async () => {
    const { preparer } = desk.region.actors
    const filingId = await desk.begin()
    const pack = await desk.ask(preparer, '/api/packs/any/project-self-evaluation/2020')
    expect(pack.body.id).toBe('any/project-self-evaluation/2020')
    const headers = { 'if-none-match': String(pack.headers.etag) }
    const again = await desk.ask(preparer, '/api/packs/any/project-self-evaluation/2020', { headers })
    expect(again.status).toBe(304)
    const set = await desk.ask(preparer, '/api/pack-set?ids=any/project-self-evaluation/2020')
    expect(set.body.packs.map(({ id }: { id: string }) => id)).toContain('any/report/2020')
    expect(set.body.laws.length).toBeGreaterThan(0)
    expect((await desk.ask(preparer, '/api/packs/any/nothing')).status).toBe(404)
    const missing = await desk.ask(preparer, `/api/filings/${filingId}/versions/7`)
    expect(missing.body.code).toBe('VERSION_NOT_FOUND')
    expect((await desk.ask(preparer, `/api/filings/${filingId}/receipt`)).body.code).toBe('NOT_SUBMITTED')
  })

  it.each(['docx', 'xlsx', 'pdf'])('is downloaded as .%s under a Chinese name', async (format) => {
    const filingId = await desk.begin()
    const file = await desk.ask(desk.region.actors.preparer, `/api/filings/${filingId}/file?as=${format}`)
    expect(file.status).toBe(200)
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toMatch(
      new RegExp(
        `^attachment; filename\\*=UTF-8''2024年度云溪县社会福利院项目.* 项目支出绩效自评表\\.${format}$`,
      ),
    )
    expect(file.body.subarray(0, 4).toString('latin1')).toBe(format === 'pdf' ? '%PDF' : 'PK\x03\x04')
  })

  it('drafts a report whose figures name their cells', async () => {
    const filingId = await desk.begin()
    const path = `/api/filings/${filingId}/report-draft`
    const { status, body } = await desk.ask(desk.region.actors.preparer, path, { method: 'POST' })
    expect(status).toBe(200)
    const fields = body.paragraphs.flatMap(({ runs }: { runs: { field?: string }[] }) =>
      runs.flatMap(({ field }) => field ?? []),
    )
    expect(fields).toContain('f1/totalFunds.executedAmount')
    expect(body.missing.length).toBeGreaterThan(0)
  })
})
