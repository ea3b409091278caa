import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestActor } from '../../../testing/region.js'
import { createTestApp, type TestApp } from '../../../testing/test-app.js'

let test: TestApp
beforeEach(async () => {
  test = await createTestApp()
})
afterEach(() => test.close())

type Sent = Readonly<{ method?: 'GET' | 'POST' | 'PUT'; url: string; payload?: object }>

async function ask(actor: TestActor, { method = 'GET', url, payload }: Sent) {
  const headers = await test.signInAs(actor)
  return test.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
}

const asAdministrator = (asked: Sent) => ask(test.region.actors.systemAdministrator, asked)
const happenedOn = '2026-01-01'

/** A filing of 社会福利院 in hand of its department, with one event. */
async function submitFiling(): Promise<string> {
  const { units, actors, regionId } = test.region
  return test.workplace.store.asSystem('upkeep', async (trx) => {
    const { filing_id } = await trx
      .insertInto('filing')
      .values({
        region_id: regionId,
        unit_id: units.welfareHome.unitId,
        unit_path: units.welfareHome.path,
        under_bureau: false,
        budget_year: 2025,
        title: '整体支出绩效自评表',
        state: 'submitted',
        waiting_for: 'departmentReviewer',
      })
      .returning('filing_id')
      .executeTakeFirstOrThrow()
    const { recordEvent } = await import('../../../store/event-store.js')
    await recordEvent(trx, {
      regionId,
      happenedAt: new Date('2026-03-05T01:00:00Z'),
      accountId: actors.preparer.accountId,
      accountName: '王…',
      role: 'preparer',
      action: 'submit',
      unitId: units.welfareHome.unitId,
      unitPath: units.welfareHome.path,
      filingId: filing_id,
    })
    return filing_id
  })
}

/** What somebody sees under row security: filings and their events. */
async function seenBy(actor: TestActor) {
  const unit = await test.workplace.store.asSystem('upkeep', (trx) =>
    trx.selectFrom('unit').select('path').where('unit_id', '=', actor.unitId).executeTakeFirstOrThrow(),
  )
  return test.workplace.store.asActor({ ...actor, path: unit.path }, async (trx) => ({
    filings: (await trx.selectFrom('filing').select('filing_id').execute()).length,
    events: (await trx.selectFrom('event').select('sequence').where('filing_id', 'is not', null).execute())
      .length,
  }))
}

async function lastEvent() {
  return test.workplace.store.asSystem('upkeep', (trx) =>
    trx.selectFrom('event').selectAll().orderBy('sequence', 'desc').limit(1).executeTakeFirstOrThrow(),
  )
}

describe('listing units', () => {
  it('gives the tree in its order with exact totals, a page at a time', async () => {
    const answer = await asAdministrator({ url: '/api/units?size=3' })
    expect(answer.json()).toMatchObject({ total: 7, page: 1, size: 3 })
    expect(
      answer.json().items.map(({ name, depth }: { name: string; depth: number }) => [name, depth]),
    ).toEqual([
      ['云溪县财政局', 0],
      ['云溪县民政局', 1],
      ['云溪县社会福利院', 2],
    ])
  })

  it('shows a reviewer only the own subtree', async () => {
    const answer = await ask(test.region.actors.departmentReviewer, { url: '/api/units' })
    expect(answer.json().total).toBe(3)
  })

  it('finds by part of a name, and exports what it found', async () => {
    const url = `/api/units?query=${encodeURIComponent('小学')}`
    expect((await asAdministrator({ url })).json()).toMatchObject({ total: 1 })
    const file = await asAdministrator({ url: url.replace('/api/units', '/api/units.xlsx') })
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('单位名单.xlsx'))
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('adding and renaming', () => {
  it('adds a unit below a department and records it', async () => {
    const { units } = test.region
    const answer = await asAdministrator({
      method: 'POST',
      url: '/api/units',
      payload: { code: '201003', name: '云溪县救助站', kind: 'unit', parentId: units.civilAffairs.unitId },
    })
    expect(answer.statusCode).toBe(200)
    expect(await lastEvent()).toMatchObject({ action: 'addUnit', data: { name: '云溪县救助站' } })
  })

  it.each([
    ['a code that is taken', { code: '201001' }, '单位编码“201001”已经是“云溪县社会福利院”的'],
    [
      'a department below a department',
      { kind: 'department' },
      '“云溪县民政局”（主管部门）下面不能放主管部门',
    ],
  ])('refuses %s', async (_situation, wrong, sentence) => {
    const parentId = test.region.units.civilAffairs.unitId
    const payload = { code: '201003', name: '云溪县救助站', kind: 'unit', parentId, ...wrong }
    const answer = await asAdministrator({ method: 'POST', url: '/api/units', payload })
    expect(answer.json().detail).toContain(sentence)
  })

  it('keeps the former name in the lineage', async () => {
    const { unitId } = test.region.units.school
    const payload = { name: '云溪县实验小学', happenedOn, note: '云编〔2026〕1号' }
    await asAdministrator({ method: 'PUT', url: `/api/units/${unitId}/name`, payload })
    const answer = await asAdministrator({ url: `/api/units/${unitId}` })
    expect(answer.json()).toMatchObject({
      unit: { name: '云溪县实验小学' },
      lineage: [{ kind: 'renamed', words: '由“云溪县第一小学”更名（云编〔2026〕1号）', happenedOn }],
    })
  })

  it('is for the system administrator alone', async () => {
    for (const actor of [test.region.actors.performanceSection, test.region.actors.securityAdministrator]) {
      const payload = { code: '9', name: '别的单位', kind: 'unit', parentId: test.region.units.bureau.unitId }
      const answer = await ask(actor, { method: 'POST', url: '/api/units', payload })
      expect(answer.statusCode).toBe(403)
    }
  })
})

describe('moving, merging and splitting', () => {
  it('moves a unit with its filings and their history to another department', async () => {
    const { units, actors } = test.region
    await submitFiling()
    expect(await seenBy(actors.educationReviewer)).toEqual({ filings: 0, events: 0 })
    const payload = { parentId: units.education.unitId, happenedOn, note: '' }
    const url = `/api/units/${units.welfareHome.unitId}/parent`
    expect((await asAdministrator({ method: 'PUT', url, payload })).statusCode).toBe(204)
    expect(await seenBy(actors.educationReviewer)).toEqual({ filings: 1, events: 1 })
    expect((await seenBy(actors.departmentReviewer)).filings).toBe(0)
    expect(await seenBy(actors.preparer)).toEqual({ filings: 1, events: 1 })
    expect(await lastEvent()).toMatchObject({
      action: 'moveUnit',
      data: { from: '云溪县民政局', to: '云溪县教育局', filings: 1 },
    })
  })

  it('sends a filing on its way to the bureau when its unit comes to stand directly under it', async () => {
    const { units, regionId } = test.region
    const filingId = await submitFiling()
    const payload = { parentId: units.bureau.unitId, happenedOn }
    await asAdministrator({ method: 'PUT', url: `/api/units/${units.welfareHome.unitId}/parent`, payload })
    const filing = await test.workplace.store.asSystem('upkeep', (trx) =>
      trx
        .selectFrom('filing')
        .select(['under_bureau', 'waiting_for', 'unit_path'])
        .where('region_id', '=', regionId)
        .where('filing_id', '=', filingId)
        .executeTakeFirstOrThrow(),
    )
    expect(filing).toEqual({
      under_bureau: true,
      waiting_for: 'financeReviewer',
      unit_path: '/101/201001/',
    })
  })

  it('refuses to put a unit under itself or where it is', async () => {
    const { units } = test.region
    const move = (unitId: string, parentId: string) =>
      asAdministrator({
        method: 'PUT',
        url: `/api/units/${unitId}/parent`,
        payload: { parentId, happenedOn },
      })
    const under = await move(units.civilAffairs.unitId, units.welfareHome.unitId)
    expect(under.json().code).toBe('UNIT_INSIDE_ITSELF')
    const same = await move(units.welfareHome.unitId, units.civilAffairs.unitId)
    expect(same.json().code).toBe('UNIT_UNCHANGED')
    const root = await move(units.bureau.unitId, units.education.unitId)
    expect(root.json().code).toBe('UNIT_ROOT_STAYS')
  })

  it('merges a unit into another, whose people then see what it filed; nothing of it is changed afterwards', async () => {
    const { units, actors } = test.region
    await submitFiling()
    const payload = { from: [units.welfareHome.unitId], into: units.cemetery.unitId, happenedOn }
    const answer = await asAdministrator({ method: 'POST', url: '/api/unit-mergers', payload })
    expect(answer.json()).toEqual({ unitId: units.cemetery.unitId, filings: 1 })
    expect(await seenBy(actors.cemeteryPreparer)).toEqual({ filings: 1, events: 1 })
    expect(await seenBy(actors.departmentReviewer)).toEqual({ filings: 1, events: 1 })
    const lineage = (await asAdministrator({ url: `/api/units/${units.cemetery.unitId}` })).json().lineage
    expect(lineage).toMatchObject([{ kind: 'merged', words: '“云溪县社会福利院”并入“云溪县烈士陵园”' }])
    const again = await asAdministrator({ method: 'POST', url: '/api/unit-mergers', payload })
    expect(again.json().detail).toBe(
      '“云溪县社会福利院”已在 2026-01-01 撤销，不能再并入别的单位。请在名单里选它的后继单位。',
    )
  })

  it('merges departments with the units below them', async () => {
    const { units, actors } = test.region
    await submitFiling()
    const payload = { from: [units.civilAffairs.unitId], into: units.education.unitId, happenedOn }
    const answer = await asAdministrator({ method: 'POST', url: '/api/unit-mergers', payload })
    expect(answer.json().filings).toBe(1)
    const welfare = (await asAdministrator({ url: `/api/units/${units.welfareHome.unitId}` })).json().unit
    expect(welfare).toMatchObject({ parentName: '云溪县教育局', endedOn: null })
    expect(await seenBy(actors.educationReviewer)).toEqual({ filings: 1, events: 1 })
  })

  it('merges all of several or none', async () => {
    const { units } = test.region
    const payload = {
      from: [units.welfareHome.unitId, units.education.unitId],
      into: units.cemetery.unitId,
      happenedOn,
    }
    const answer = await asAdministrator({ method: 'POST', url: '/api/unit-mergers', payload })
    expect(answer.json().code).toBe('UNIT_KINDS_DIFFER')
    const welfare = (await asAdministrator({ url: `/api/units/${units.welfareHome.unitId}` })).json().unit
    expect(welfare).toMatchObject({ endedOn: null, parentName: '云溪县民政局' })
  })

  it('splits a unit; the old one keeps its history where its department still sees it', async () => {
    const { units, actors } = test.region
    await submitFiling()
    const into = [
      { code: '201001', name: '云溪县儿童福利院' },
      { code: '201009', name: '云溪县养老院' },
    ]
    const url = `/api/units/${units.welfareHome.unitId}/split`
    const answer = await asAdministrator({
      method: 'POST',
      url,
      payload: { into, endsOld: true, happenedOn },
    })
    expect(answer.json().unitIds).toHaveLength(2)
    expect(await seenBy(actors.departmentReviewer)).toEqual({ filings: 1, events: 1 })
    const old = (await asAdministrator({ url: `/api/units/${units.welfareHome.unitId}` })).json()
    expect(old.unit.endedOn).toBe(happenedOn)
    expect(old.lineage).toHaveLength(2)
    expect((await asAdministrator({ url: '/api/units' })).json().total).toBe(8)
    expect((await asAdministrator({ url: '/api/units?standing=all' })).json().total).toBe(9)
  })
})
