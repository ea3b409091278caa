import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFiling } from '../../store/filing-store.js'
import { cellChange, createFilingDesk, type FilingDesk } from '../../testing/filing-desk.js'
import { multipartOf } from '../../testing/multipart.js'
import type { TestActor } from '../../testing/region.js'
import { renewSelfPoints } from '../filings/self-points.js'

let desk: FilingDesk

beforeAll(async () => {
  desk = await createFilingDesk()
})
afterAll(() => desk.close())

describe('comments', () => {
  it('stand on a cell, are solved and opened again, and are told in the trail', async () => {
    const { preparer, departmentReviewer } = desk.region.actors
    const filingId = await desk.begin()
    const path = `/api/filings/${filingId}/comments`
    const anchor = 'f1/indicators/r1/actual'
    const body = { anchor, quote: '13公里', words: '请附验收单' }
    const { commentId } = (await desk.ask(departmentReviewer, path, { method: 'POST', body })).body
    await desk.ask(preparer, `${path}/${commentId}/solved`, { method: 'PUT', body: { solved: true } })
    const [comment] = (await desk.ask(preparer, path)).body
    expect(comment).toMatchObject({ anchor, words: '请附验收单', roleName: '主管部门审核人', version: 1 })
    expect(comment.solvedAt).not.toBeNull()
    const { items } = (await desk.ask(preparer, `/api/filings/${filingId}/events`)).body
    expect(items[0].words).toContain('把批注“请附验收单”标为已解决')
    expect(items[1].words).toMatch(/在“.*铺设管道.*实际完成值”写了批注：请附验收单$/)
  })

  it('are refused on a cell that is not there, and to another unit', async () => {
    const { departmentReviewer, cemeteryPreparer } = desk.region.actors
    const path = `/api/filings/${await desk.begin()}/comments`
    const body = { anchor: 'f1/indicators/r99/actual', words: '？' }
    const refused = await desk.ask(departmentReviewer, path, { method: 'POST', body })
    expect(refused.body.code).toBe('COMMENT_ANCHOR_UNKNOWN')
    expect((await desk.ask(cemeteryPreparer, path)).status).toBe(404)
    const solved = `${path}/00000000-0000-4000-8000-000000000000/solved`
    const missing = await desk.ask(departmentReviewer, solved, { method: 'PUT', body: { solved: true } })
    expect(missing.body.code).toBe('COMMENT_NOT_FOUND')
  })
})

describe('proposed scores', () => {
  const cell = 'f1/indicators/r1/score'

  async function underReview(): Promise<string> {
    const filingId = await desk.begin()
    await desk.move(desk.region.actors.preparer, filingId, { action: 'submit' })
    return `/api/filings/${filingId}/proposed-scores`
  }

  function propose(path: string, body: unknown, actor: TestActor = desk.region.actors.departmentReviewer) {
    return desk.ask(actor, path, { method: 'PUT', body })
  }

  it('stand beside the unit’s own, the later in place of the earlier, and are taken away', async () => {
    const { preparer } = desk.region.actors
    const path = await underReview()
    expect((await propose(path, { cell, points: '45', reason: '少铺一段' })).status).toBe(204)
    await propose(path, { cell, points: '46.5', reason: '少铺半段' })
    expect((await desk.ask(preparer, path)).body).toMatchObject([
      { cell, points: '46.5', reason: '少铺半段' },
    ])
    await propose(path, { cell, points: null, reason: '' })
    expect((await desk.ask(preparer, path)).body).toEqual([])
  })

  it('make a total of their own in lists, which follows what the unit says', async () => {
    const { preparer, departmentReviewer } = desk.region.actors
    const path = await underReview()
    const filingId = path.split('/')[3] ?? ''
    const read = async () => (await desk.ask(departmentReviewer, `/api/filings/${filingId}`)).body
    const { filing, content } = await read()
    const own = Number(content.forms[0].lists.indicators[0].cells.score)
    expect(filing.proposedTotal).toBeNull()
    await propose(path, { cell, points: String(own - 4.5), reason: '少铺一段' })
    expect((await read()).filing.proposedTotal).toBe(String(Number(filing.statedTotal) - 4.5))
    const list = (await desk.ask(departmentReviewer, '/api/filings?size=200')).body.items
    expect(list.find((one: { filingId: string }) => one.filingId === filingId).proposedTotal).toBe(
      String(Number(filing.statedTotal) - 4.5),
    )
    await desk.move(preparer, filingId, { action: 'withdraw', reason: '少算了' })
    const lower = [
      cellChange(cell, String(own), String(own - 1)),
      cellChange('f1/total.score', filing.statedTotal, String(Number(filing.statedTotal) - 1)),
    ]
    expect((await desk.save(preparer, filingId, { changes: lower })).status).toBe(200)
    const { body } = await desk.ask(preparer, `/api/filings/${filingId}`)
    expect(body.filing.statedTotal).toBe(String(Number(filing.statedTotal) - 1))
    const packs = await desk.workplace.packs(desk.region.regionId)
    await desk.workplace.store.asSystem('upkeep', async (trx) => {
      const row = await findFiling(trx, { regionId: desk.region.regionId, filingId })
      if (row !== undefined) await renewSelfPoints(trx, { filing: row, content: body.content, packs })
    })
    const { proposedTotal } = (await read()).filing
    expect(proposedTotal).toBe(String(Number(filing.statedTotal) - 4.5))
  })

  it.each([
    [{ points: '51', reason: '高' }, 'SCORE_TOO_HIGH', '不在 0 到分值 50 之间'],
    [{ points: '-1', reason: '低' }, 'SCORE_TOO_HIGH', '复核分 -1'],
    [{ points: '40', reason: ' ' }, 'REASON_MISSING', '请写明理由'],
    [
      { cell: 'f1/indicators/r1/actual', points: '40', reason: '少' },
      'SCORE_PLACE_WRONG',
      '不是得分的单元格',
    ],
  ])('refuse %j', async (given, code, words) => {
    const refused = await propose(await underReview(), { cell, ...given })
    expect(refused.body.code).toBe(code)
    expect(refused.body.detail).toContain(words)
  })

  it('are for reviewers, while the filing is under review', async () => {
    const draft = `/api/filings/${await desk.begin()}/proposed-scores`
    const body = { cell, points: '40', reason: '少' }
    expect((await propose(draft, body)).body.code).toBe('SCORE_TOO_LATE')
    expect((await propose(draft, body, desk.region.actors.preparer)).status).toBe(403)
  })
})

describe('evidence', () => {
  async function add(filingId: string, { bytes, name }: { bytes: Uint8Array; name: string }, query = '') {
    const { payload, headers } = multipartOf(bytes, name)
    const path = `/api/filings/${filingId}/evidence${query}`
    return desk.ask(desk.region.actors.preparer, path, { method: 'POST', body: payload, headers })
  }

  const note = { bytes: Buffer.from('验收合格。\n'), name: '验收单.txt' }

  it('is kept by its hash, listed, sent to be saved and removed', async () => {
    const { preparer, departmentReviewer } = desk.region.actors
    const filingId = await desk.begin()
    const { status, body } = await add(filingId, note, '?cell=f1/indicators/r1/actual')
    expect(status).toBe(200)
    const path = `/api/filings/${filingId}/evidence`
    const [row] = (await desk.ask(departmentReviewer, path)).body
    expect(row).toMatchObject({
      name: '验收单.txt',
      bytes: note.bytes.length,
      cell: 'f1/indicators/r1/actual',
    })
    const file = await desk.ask(departmentReviewer, `${path}/${body.evidenceId}`)
    expect(file.body.equals(note.bytes)).toBe(true)
    expect(file.headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
    expect(file.headers['content-disposition']).toMatch(/^attachment; /)
    expect((await desk.ask(preparer, `${path}/${body.evidenceId}`, { method: 'DELETE' })).status).toBe(204)
    expect((await desk.ask(preparer, path)).body).toEqual([])
    expect((await desk.ask(preparer, `${path}/${body.evidenceId}`)).body.code).toBe('EVIDENCE_NOT_FOUND')
  })

  it('may be a picture, but no program and no archive', async () => {
    const filingId = await desk.begin()
    const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])
    expect((await add(filingId, { bytes: picture, name: '现场.jpg' })).status).toBe(200)
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)])
    const refused = await add(filingId, { bytes: program, name: '现场.jpg' })
    expect(refused).toMatchObject({ status: 400, body: { code: 'FILE_KIND_UNKNOWN' } })
  })

  it('takes no folders into its name', async () => {
    const filingId = await desk.begin()
    await add(filingId, { ...note, name: '..\\..\\a.txt' })
    expect(
      (await desk.ask(desk.region.actors.preparer, `/api/filings/${filingId}/evidence`)).body[0].name,
    ).toBe('a.txt')
  })

  it('is for the unit while the filing is in its hands', async () => {
    const filingId = await desk.begin()
    await desk.move(desk.region.actors.preparer, filingId, { action: 'submit' })
    expect((await add(filingId, note)).body.code).toBe('TRANSITION_REFUSED')
  })
})
