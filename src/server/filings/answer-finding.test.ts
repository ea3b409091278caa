import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '../../core/editing/check-content.js'
import type { CellFinding } from '../../core/editing/checked-content.js'
import { cellChange, createFilingDesk, type FilingDesk } from '../../testing/filing-desk.js'
import type { TestActor } from '../../testing/region.js'

let desk: FilingDesk
const total = 'f1/total.score'

beforeAll(async () => {
  desk = await createFilingDesk()
})
afterAll(() => desk.close())

async function read(filingId: string) {
  return (await desk.ask(desk.region.actors.preparer, `/api/filings/${filingId}`)).body
}

/** A filing whose total is wrong by eleven. */
async function wrongFiling(): Promise<string> {
  const filingId = await desk.begin()
  await desk.save(desk.region.actors.preparer, filingId, { changes: [cellChange(total, '99', '88')] })
  return filingId
}

async function findingOf(filingId: string, severity: string): Promise<CellFinding> {
  const { content } = await read(filingId)
  const packs = await desk.workplace.packs(desk.region.regionId)
  const finding = checkContent(content, packs).findings.find((one) => one.severity === severity)
  if (finding === undefined) throw new Error(`no ${severity}`)
  return finding
}

type FindingMeant = Readonly<{ kind: string; check: string; inputs: string }>

function answer(actor: TestActor, filingId: string, given: FindingMeant) {
  const { kind, check, inputs } = given
  const body = { kind, check, inputs, reason: '决算批复如此' }
  return desk.ask(actor, `/api/filings/${filingId}/answers`, { method: 'POST', body })
}

describe('waiving an error', () => {
  it('lets a draft be submitted, and lapses when its inputs change', async () => {
    const { preparer, departmentReviewer } = desk.region.actors
    const filingId = await wrongFiling()
    const finding = await findingOf(filingId, 'error')
    const waived = await answer(departmentReviewer, filingId, { ...finding, kind: 'waived' })
    expect(waived).toMatchObject({ status: 200, body: { kind: 'waived', check: finding.check } })
    const whole = await read(filingId)
    expect(whole.filing).toMatchObject({
      errors: 0,
      riskReasons: expect.arrayContaining(['1 处错误是豁免的']),
    })
    expect(whole.answers).toHaveLength(1)
    await desk.save(preparer, filingId, { changes: [cellChange(total, '88', '87')] })
    expect((await read(filingId)).filing.errors).toBe(1)
    expect((await desk.move(preparer, filingId, { action: 'submit' })).body.code).toBe('NOT_CLEARED')
    await desk.save(preparer, filingId, { changes: [cellChange(total, '87', '88')] })
    expect((await desk.move(preparer, filingId, { action: 'submit' })).status).toBe(200)
  })

  it('can be taken back, and then counts again', async () => {
    const { departmentReviewer } = desk.region.actors
    const filingId = await wrongFiling()
    const finding = await findingOf(filingId, 'error')
    const { body } = await answer(departmentReviewer, filingId, { ...finding, kind: 'waived' })
    const path = `/api/filings/${filingId}/answers/${body.answerId}`
    expect((await desk.ask(departmentReviewer, path, { method: 'DELETE' })).status).toBe(204)
    expect((await read(filingId)).filing.errors).toBe(1)
    const again = await desk.ask(departmentReviewer, path, { method: 'DELETE' })
    expect(again).toMatchObject({ status: 404, body: { code: 'ANSWER_NOT_FOUND' } })
    const events = (await desk.ask(departmentReviewer, `/api/filings/${filingId}/events`)).body.items
    expect(events[0].words).toContain('收回了对“')
    expect(events[1].words).toContain('豁免了一处错误“')
  })

  it('does not make a save of the unit stale', async () => {
    const { preparer, departmentReviewer } = desk.region.actors
    const filingId = await wrongFiling()
    const { revision } = await read(filingId)
    await answer(departmentReviewer, filingId, { ...(await findingOf(filingId, 'error')), kind: 'waived' })
    const saved = await desk.save(preparer, filingId, { revision, changes: [cellChange(total, '88', '99')] })
    expect(saved.status).toBe(200)
  })

  it('is not for the unit itself', async () => {
    const filingId = await wrongFiling()
    const finding = await findingOf(filingId, 'error')
    const refused = await answer(desk.region.actors.headOfUnit, filingId, { ...finding, kind: 'waived' })
    expect(refused).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } })
    expect(refused.body.detail).toBe('“单位负责人”不能豁免错误。请换有这项权限的人办理。')
  })
})

describe('justifying', () => {
  it('is for warnings only', async () => {
    const filingId = await wrongFiling()
    const finding = await findingOf(filingId, 'error')
    const refused = await answer(desk.region.actors.preparer, filingId, { ...finding, kind: 'justified' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'ANSWER_KIND_WRONG' } })
    expect(refused.body.detail).toContain('是错误，不能说明提示')
  })

  it('clears a warning', async () => {
    const { preparer } = desk.region.actors
    const filingId = await desk.begin()
    const changes = [cellChange('f1/indicators/r1/actual', '13公里', '40公里')]
    await desk.save(preparer, filingId, { changes })
    const { filing } = await read(filingId)
    expect(filing.warnings).toBeGreaterThan(0)
    const finding = await findingOf(filingId, 'warning')
    expect((await answer(preparer, filingId, { ...finding, kind: 'justified' })).status).toBe(200)
    expect((await read(filingId)).filing.warnings).toBe(filing.warnings - 1)
  })

  it('is refused for a finding that is not there any more, and after submission', async () => {
    const { preparer } = desk.region.actors
    const filingId = await desk.begin()
    const gone = { kind: 'justified', check: 'total-adds-up', inputs: 'something else' }
    expect((await answer(preparer, filingId, gone)).body.code).toBe('FINDING_GONE')
    await desk.move(preparer, filingId, { action: 'submit' })
    const late = await answer(preparer, filingId, gone)
    expect(late).toMatchObject({ status: 409, body: { code: 'ANSWER_TOO_LATE' } })
    expect(late.body.detail).toContain('已提交，待主管部门审核')
  })
})
