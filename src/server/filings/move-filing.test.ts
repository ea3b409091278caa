import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../store/event-hash.js'
import { cellChange, createFilingDesk, type FilingDesk } from '../../testing/filing-desk.js'

let desk: FilingDesk
const goal = 'f1/actualAccomplishment'
const goalText = '新增供水3100人'
const actual = 'f1/indicators/r1/actual'

beforeAll(async () => {
  desk = await createFilingDesk()
})
afterAll(() => desk.close())

async function read(filingId: string, actor = desk.region.actors.preparer) {
  return (await desk.ask(actor, `/api/filings/${filingId}`)).body
}

async function submitted(): Promise<string> {
  const filingId = await desk.begin()
  const answer = await desk.move(desk.region.actors.preparer, filingId, {
    action: 'submit',
    signedBy: '周某',
  })
  expect(answer.status).toBe(200)
  return filingId
}

async function returned(flags = [goal]): Promise<string> {
  const filingId = await submitted()
  const body = {
    action: 'sendBack',
    reason: '请核对',
    flags: flags.map((cell) => ({ cell, reason: '核对' })),
  }
  expect((await desk.move(desk.region.actors.departmentReviewer, filingId, body)).status).toBe(200)
  return filingId
}

describe('submitting', () => {
  it('seals the version and gives a receipt whose hashes anybody can compute again', async () => {
    const { preparer } = desk.region.actors
    const filingId = await desk.begin()
    const { filing, receipt } = (await desk.move(preparer, filingId, { action: 'submit', signedBy: '周某' }))
      .body
    expect(filing).toMatchObject({
      state: 'submitted',
      waitingFor: 'departmentReviewer',
      actions: ['withdraw'],
    })
    const { content } = (await desk.ask(preparer, `/api/filings/${filingId}/versions/1`)).body
    const hash = createHash('sha256').update(canonicalJson(content)).digest('hex')
    expect(receipt).toMatchObject({
      contentHash: hash,
      previousHash: null,
      signedBy: '周某',
      totalScore: '99',
    })
    const event = await desk.workplace.store.asSystem('upkeep', (trx) =>
      trx
        .selectFrom('event')
        .select(['hash', 'data'])
        .where('filing_id', '=', filingId)
        .where('action', '=', 'submit')
        .executeTakeFirstOrThrow(),
    )
    expect(event.hash).toBe(receipt.eventHash)
    expect(event.data.contentHash).toBe(hash)
    expect((await desk.ask(preparer, `/api/filings/${filingId}/receipt`)).body).toEqual(receipt)
  })

  it('is refused while an error is left, and says how many', async () => {
    const { preparer } = desk.region.actors
    const filingId = await desk.begin()
    await desk.save(preparer, filingId, { changes: [cellChange('f1/total.score', '99', '88')] })
    const answer = await desk.move(preparer, filingId, { action: 'submit' })
    expect(answer).toMatchObject({ status: 409, body: { code: 'NOT_CLEARED' } })
    expect(answer.body.detail).toContain('还有 1 处错误没有改')
  })

  it('lets only one of two who submit at once win', async () => {
    const { preparer, headOfUnit } = desk.region.actors
    const filingId = await desk.begin()
    const { revision } = await read(filingId)
    const body = { action: 'submit', revision }
    const answers = await Promise.all(
      [preparer, headOfUnit].map((actor) =>
        desk.ask(actor, `/api/filings/${filingId}/moves`, { method: 'POST', body }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(lost?.body.detail).toContain('现在是“已提交，待主管部门审核”，不能提交')
  })

  it('is refused on an earlier revision than the present one', async () => {
    const { preparer } = desk.region.actors
    const filingId = await desk.begin()
    const body = { action: 'submit', revision: '1' }
    const answer = await desk.ask(preparer, `/api/filings/${filingId}/moves`, { method: 'POST', body })
    expect(answer).toMatchObject({ status: 412, body: { code: 'FILING_CHANGED', revision: '2' } })
  })
})

describe('a returned filing', () => {
  it('opens the flagged cells and nothing else', async () => {
    const { preparer } = desk.region.actors
    const filingId = await returned()
    const whole = await read(filingId)
    expect(whole).toMatchObject({ version: 2, open: [goal], flags: [{ cell: goal, reason: '核对' }] })
    expect(whole.returnedContent).toEqual(whole.content)
    expect(
      (await desk.save(preparer, filingId, { changes: [cellChange(goal, goalText, '新增3150人')] })).status,
    ).toBe(200)
    const refused = await desk.save(preparer, filingId, { changes: [cellChange(actual, '13公里', '15公里')] })
    expect(refused).toMatchObject({ status: 403, body: { code: 'CELL_CLOSED' } })
    expect(refused.body.detail).toMatch(/“.*铺设管道.*”没有被退回修改，不能改动。只能改打了标记的 1 处/)
    const removed = await desk.save(preparer, filingId, {
      changes: [{ kind: 'removeRow', form: 'f1', list: 'indicators', row: 'r1' }],
    })
    expect(removed.body.code).toBe('CELL_CLOSED')
  })

  it('opens the computed figures that somebody typed and that follow from a flagged cell', async () => {
    const { preparer } = desk.region.actors
    const filingId = await returned(['f1/totalFunds.executedAmount'])
    const { open } = await read(filingId)
    expect(open).toEqual(
      expect.arrayContaining([
        'f1/totalFunds.executedAmount',
        'f1/totalFunds.rate',
        'f1/totalFunds.score',
        'f1/total.score',
      ]),
    )
    expect(open).not.toContain('f1/indicators/r1/score')
    const changes = [cellChange('f1/total.score', '99', '')]
    expect((await desk.save(preparer, filingId, { changes })).status).toBe(200)
  })

  it('is submitted again as the next link of the chain', async () => {
    const { preparer } = desk.region.actors
    const filingId = await returned()
    await desk.save(preparer, filingId, { changes: [cellChange(goal, goalText, '新增3150人')] })
    const { receipt } = (await desk.move(preparer, filingId, { action: 'submit' })).body
    const versions = (await desk.ask(preparer, `/api/filings/${filingId}/versions`)).body
    expect(versions.map(({ openedBy }: { openedBy: string }) => openedBy)).toEqual(['start', 'sendBack'])
    expect(receipt).toMatchObject({ version: 2, previousHash: versions[0].contentHash })
    expect(receipt.contentHash).not.toBe(receipt.previousHash)
  })

  it('is for others to read, with no cell open', async () => {
    const { departmentReviewer } = desk.region.actors
    expect((await read(await returned(), departmentReviewer)).open).toEqual([])
  })

  it.each([
    [
      { action: 'sendBack', flags: [{ cell: goal, reason: '' }] },
      400,
      'REASON_MISSING',
      '请写明理由，再退回',
    ],
    [{ action: 'sendBack', reason: '核对' }, 400, 'FLAGS_MISSING', '选出需要修改的单元格'],
    [
      { action: 'sendBack', reason: '核对', flags: [{ cell: 'f7/x', reason: '' }] },
      400,
      'FLAG_UNKNOWN',
      'f7/x',
    ],
  ])('cannot come from %j', async (body, status, code, words) => {
    const answer = await desk.move(desk.region.actors.departmentReviewer, await submitted(), body)
    expect(answer).toMatchObject({ status, body: { code } })
    expect(answer.body.detail).toContain(words)
  })
})

describe('withdrawing', () => {
  it('is for the unit while the next step has not acted, and breaks the seal', async () => {
    const { preparer } = desk.region.actors
    const filingId = await submitted()
    const withdrawn = await desk.move(preparer, filingId, { action: 'withdraw', reason: '漏填一行' })
    expect(withdrawn.body.filing).toMatchObject({ state: 'draft', waitingFor: 'preparer' })
    const [version] = (await desk.ask(preparer, `/api/filings/${filingId}/versions`)).body
    expect(version).toMatchObject({ sealedAt: null, contentHash: null })
  })

  it('is refused once the next step has acted', async () => {
    const { preparer, departmentReviewer } = desk.region.actors
    const filingId = await submitted()
    await desk.move(departmentReviewer, filingId, { action: 'acceptByDepartment' })
    const answer = await desk.move(preparer, filingId, { action: 'withdraw', reason: '漏填一行' })
    expect(answer).toMatchObject({ status: 409, body: { code: 'TRANSITION_REFUSED' } })
    expect(answer.body.detail).toContain('现在是“主管部门已通过，待财政审核”，不能撤回')
  })

  it('of a filing that had been returned leaves only the flagged cells open', async () => {
    const { preparer } = desk.region.actors
    const filingId = await returned()
    await desk.move(preparer, filingId, { action: 'submit' })
    const withdrawn = await desk.move(preparer, filingId, { action: 'withdraw', reason: '再看看' })
    expect(withdrawn.body.filing.state).toBe('returned')
    expect((await read(filingId)).open).toEqual([goal])
  })
})

describe('the way to publication', () => {
  it('leads over department and bureau; a correction keeps what was published', async () => {
    const { preparer, headOfUnit, departmentReviewer, financeReviewer, publisher } = desk.region.actors
    const filingId = await submitted()
    await desk.move(departmentReviewer, filingId, { action: 'acceptByDepartment' })
    await desk.move(financeReviewer, filingId, { action: 'acceptByBureau' })
    const published = await desk.move(publisher, filingId, { action: 'publish' })
    expect(published.body.filing).toMatchObject({
      state: 'published',
      waitingFor: null,
      waitingForName: null,
    })
    const corrected = await desk.move(headOfUnit, filingId, { action: 'correct', reason: '决算调整' })
    expect(corrected.body.filing).toMatchObject({ state: 'draft', actions: ['edit', 'submit'] })
    await desk.save(preparer, filingId, { changes: [cellChange(goal, goalText, '新增3150人')] })
    const versions = (await desk.ask(preparer, `/api/filings/${filingId}/versions`)).body
    expect(versions).toMatchObject([
      { version: 1, publishedAt: expect.any(String) },
      { version: 2, openedBy: 'correct', publishedAt: null },
    ])
    const old = (await desk.ask(preparer, `/api/filings/${filingId}/versions/1`)).body
    expect(old.content.forms[0].fields.actualAccomplishment).toBe(goalText)
  })

  it('skips the department where a unit stands directly under the bureau', async () => {
    const { archivePreparer, financeReviewer } = desk.region.actors
    const filingId = await desk.begin(archivePreparer)
    const { filing } = (await desk.move(archivePreparer, filingId, { action: 'submit' })).body
    expect(filing).toMatchObject({ waitingFor: 'financeReviewer', departmentName: null })
    expect((await desk.move(financeReviewer, filingId, { action: 'acceptByBureau' })).status).toBe(200)
  })

  it('is not open to another department', async () => {
    const answer = await desk.ask(
      desk.region.actors.educationReviewer,
      `/api/filings/${await submitted()}/moves`,
      {
        method: 'POST',
        body: { action: 'acceptByDepartment', revision: '3' },
      },
    )
    expect(answer).toMatchObject({ status: 404, body: { code: 'FILING_NOT_FOUND' } })
  })
})
