import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellChange, createFilingDesk, type FilingDesk } from '../../testing/filing-desk.js'

let desk: FilingDesk
const executed = 'f1/totalFunds.executedAmount'
const goal = 'f1/actualAccomplishment'

beforeAll(async () => {
  desk = await createFilingDesk()
})
afterAll(() => desk.close())

async function read(filingId: string) {
  return (await desk.ask(desk.region.actors.preparer, `/api/filings/${filingId}`)).body
}

describe('saving', () => {
  it('counts what is filled in, scored and wrong with the engine', async () => {
    const filingId = await desk.begin()
    const { filing } = await read(filingId)
    expect(filing).toMatchObject({
      errors: 0,
      warnings: 0,
      statedTotal: '99',
      computedTotal: '99',
      totalFunds: '100',
    })
    await desk.save(desk.region.actors.preparer, filingId, {
      changes: [cellChange('f1/total.score', '99', '88')],
    })
    const after = (await read(filingId)).filing
    expect(after).toMatchObject({ errors: 1, statedTotal: '88', computedTotal: '99' })
    expect(after.riskReasons).toContain('1 处错误没有改')
  })

  it('answers the same save sent twice as the first time, and saves it once', async () => {
    const filingId = await desk.begin()
    const { revision } = await read(filingId)
    const changeId = randomUUID()
    const saving = { changes: [cellChange(goal, '新增供水3100人', '新增供水3200人')], revision, changeId }
    const first = await desk.save(desk.region.actors.preparer, filingId, saving)
    const again = await desk.save(desk.region.actors.preparer, filingId, saving)
    expect(first.status).toBe(200)
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect((await read(filingId)).revision).toBe(first.body.revision)
  })

  it('loses nothing of two people who save at once: the second is told what changed', async () => {
    const { preparer, headOfUnit } = desk.region.actors
    const filingId = await desk.begin()
    const { revision } = await read(filingId)
    const [mine, theirs] = await Promise.all([
      desk.save(preparer, filingId, { revision, changes: [cellChange(executed, '90.00', '91.00')] }),
      desk.save(headOfUnit, filingId, {
        revision,
        changes: [cellChange(goal, '新增供水3100人', '新增3150人')],
      }),
    ])
    const [won, lost] = mine.status === 200 ? [mine, theirs] : [theirs, mine]
    expect(won.status).toBe(200)
    expect(lost.status).toBe(412)
    expect(lost.body).toMatchObject({ code: 'FILING_CHANGED', revision: won.body.revision })
    expect(lost.body.detail).toContain('您写的内容没有丢')
    const [change] = lost.body.changes
    const later =
      mine.status === 200
        ? cellChange(goal, '新增供水3100人', '新增3150人')
        : cellChange(executed, '90.00', '91.00')
    expect(change.cell).toBe(mine.status === 200 ? executed : goal)
    await desk.save(preparer, filingId, { revision: lost.body.revision, changes: [later] })
    const { fields } = (await read(filingId)).content.forms[0]
    expect([fields['totalFunds.executedAmount'], fields.actualAccomplishment]).toEqual([
      '91.00',
      '新增3150人',
    ])
  })

  it('writes into the trail what really stood there, with the words of the form', async () => {
    const { preparer } = desk.region.actors
    const filingId = await desk.begin()
    await desk.save(preparer, filingId, {
      changes: [cellChange('f1/indicators/r1/actual', '一个错的旧值', '12公里')],
    })
    const { total, items } = (await desk.ask(preparer, `/api/filings/${filingId}/events`)).body
    expect(total).toBe(3)
    expect(items[0].words).toMatch(/福利院单位填报人 把“.*铺设管道.*实际完成值”由 13公里 改为 12公里$/)
    expect(items[0].cells).toEqual(['f1/indicators/r1/actual'])
    expect(items[1].words).toMatch(/改动 \d+ 处：.*；另有 \d+ 处$/)
    expect(items[2].words).toMatch(/开始填报$/)
  })

  it.each([
    ['without the revision it was made on', {}, 400, 'REVISION_MISSING', '没有保存'],
    [
      'on a form that is not there',
      { change: cellChange('f9/total.score', '', '1') },
      409,
      'CHANGE_MISPLACED',
      'f9',
    ],
  ])('refuses a save %s', async (_what, { change }: { change?: unknown }, status, code, words) => {
    const { preparer } = desk.region.actors
    const filingId = await desk.begin()
    const { revision } = await read(filingId)
    const headers: Record<string, string> = change === undefined ? {} : { 'if-match': revision }
    const changes = [change ?? cellChange(goal, '', 'x')]
    const answer = await desk.ask(preparer, `/api/filings/${filingId}/content`, {
      method: 'PATCH',
      headers,
      body: { changeId: randomUUID(), changes },
    })
    expect(answer).toMatchObject({ status, body: { code } })
    expect(answer.body.detail).toContain(words)
  })

  it('refuses other units, reviewers, and anybody once it is submitted', async () => {
    const { preparer, cemeteryPreparer, departmentReviewer } = desk.region.actors
    const filingId = await desk.begin()
    const saving = { revision: '2', changes: [cellChange(goal, '', 'x')] }
    expect(await desk.save(cemeteryPreparer, filingId, saving)).toMatchObject({
      status: 404,
      body: { code: 'FILING_NOT_FOUND' },
    })
    expect(await desk.save(departmentReviewer, filingId, saving)).toMatchObject({
      status: 403,
      body: { code: 'NOT_ALLOWED' },
    })
    await desk.move(preparer, filingId, { action: 'submit' })
    const late = await desk.save(preparer, filingId, saving)
    expect(late).toMatchObject({ status: 409, body: { code: 'TRANSITION_REFUSED' } })
    expect(late.body.detail).toContain('已提交，待主管部门审核')
  })
})
