import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '../../core/editing/check-content.js'
import { writeList } from '../../documents/excel/write-list.js'
import { renderFiling } from '../../documents/render-filing.js'
import { loadPacks } from '../../packs/load-packs.js'
import { compoundFileOf } from '../../testing/compound-file.js'
import { type Answer, createFilingDesk, type FilingDesk, soundContent } from '../../testing/filing-desk.js'
import { docxOf, paragraph, zipOf } from '../../testing/office-files.js'
import type { TestActor } from '../../testing/region.js'
import { root } from '../../testing/repository.js'

type SentFile = Readonly<{ name: string; bytes: Uint8Array }>

const sample = readFileSync(join(root, 'examples/sample-report.docx'))
const boundary = 'files-of-the-test'
let desk: FilingDesk
let preparer: TestActor

beforeAll(async () => {
  desk = await createFilingDesk()
  preparer = desk.region.actors.preparer
})
afterAll(() => desk.close())

function multipart(files: readonly SentFile[]): Buffer {
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
}

async function send(files: readonly SentFile[], query = '', actor = preparer): Promise<Answer> {
  return desk.ask(actor, `/api/uploads${query}`, {
    method: 'POST',
    body: multipart(files),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
}

async function untilDone(uploadId: string, actor = preparer) {
  for (;;) {
    const { body } = await desk.ask(actor, `/api/uploads/${uploadId}`)
    if (body.upload.state === 'read' || body.upload.state === 'refused') return body
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function sendOne(file: SentFile, query = '') {
  const { status, body } = await send([file], query)
  expect([status, body.detail]).toEqual([200, undefined])
  return untilDone(body.uploads[0].uploadId)
}

const seedFiles = join(root, '../shared/seed-files')

describe.skipIf(!existsSync(seedFiles))(
  'real files of every kind (../shared/seed-files; skipped where it is absent)',
  () => {
    it('are all read, each with something recognised', async () => {
      const names = readdirSync(seedFiles).filter((name) => /^00[01]\.(docx|html|xls|xlsx)$/.test(name))
      expect(names.length).toBeGreaterThan(4)
      const files = names.map((name) => ({ name, bytes: readFileSync(join(seedFiles, name)) }))
      const { body } = await send(files)
      for (const { uploadId } of body.uploads) {
        const { upload, content, recognised } = await untilDone(uploadId)
        expect([upload.name, upload.state]).toEqual([upload.name, 'read'])
        expect(content.forms.length + content.report.length).toBeGreaterThan(0)
        expect(recognised.length).toBeGreaterThan(10)
      }
    })
  },
)

describe('an uploaded file', () => {
  it('is read with its places, its forms, its report and its findings', async () => {
    const read = await sendOne({ name: '样例.docx', bytes: sample })
    expect(read.upload).toMatchObject({ state: 'read', name: '样例.docx', purpose: 'filing' })
    expect(read.content.forms.map(({ pack }: { pack: string }) => pack)).toEqual([
      'hunan/base-data/2023',
      'hunan/department-self-evaluation/2024',
    ])
    expect(read.recognised).toContainEqual({
      part: 'table 2',
      row: 2,
      column: 7,
      quote: '98.48%',
      cell: expect.stringMatching(/^f2\/totalFunds\./),
    })
    expect(read.findings.map(({ rule }: { rule: string }) => rule)).toContain('EXE-02')
    expect(read.document.blocks.filter(({ kind }: { kind: string }) => kind === 'table')).toHaveLength(2)
  })

  it('is not there for people of other units', async () => {
    const { body } = await send([{ name: '样例.docx', bytes: sample }])
    const { uploadId } = body.uploads[0]
    const { schoolPreparer, departmentReviewer, systemAdministrator } = desk.region.actors
    expect((await desk.ask(schoolPreparer, `/api/uploads/${uploadId}`)).status).toBe(404)
    expect((await desk.ask(systemAdministrator, `/api/uploads/${uploadId}`)).status).toBe(403)
    expect((await desk.ask(departmentReviewer, `/api/uploads/${uploadId}`)).status).toBe(200)
    await untilDone(uploadId)
  })

  it('cannot be put under a unit out of reach', async () => {
    const { school } = desk.region.units
    const answer = await send([{ name: 'a.docx', bytes: sample }], `?unitId=${school.unitId}`)
    expect(answer).toMatchObject({ status: 404, body: { code: 'UNIT_NOT_FOUND' } })
  })

  it('bears no folder and no direction marks in its name', async () => {
    const { body } = await send([{ name: '..\\..\\etc/\u202Excod.自评', bytes: sample }])
    expect(body.uploads[0].name).toBe('xcod.自评')
    await untilDone(body.uploads[0].uploadId)
  })
})

describe('sixty uploads with bad ones among them', () => {
  const bad: Readonly<Record<string, () => Uint8Array>> = {
    FILE_EMPTY: () => new Uint8Array(),
    FILE_DAMAGED: () => docxOf(paragraph('甲')).subarray(0, 300),
    FILE_ENCRYPTED: () => compoundFileOf('EncryptionInfo', 'EncryptedPackage'),
    FILE_KIND_UNKNOWN: () => zipOf({ 'a.txt': '甲' }),
    ARCHIVE_SUSPICIOUS: () => docxOf('', { '../../etc/passwd': 'x' }),
    ARCHIVE_TOO_LARGE: () => docxOf('', { 'word/document.xml': '0'.repeat(65 * 1024 * 1024) }),
    DTD_REFUSED: () => docxOf('', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>' }),
  }
  const codes = Object.keys(bad)

  it('are all done: the good ones read, each bad one refused with its own sentence', async () => {
    const files = Array.from({ length: 60 }, (_, index): SentFile & { code: string | undefined } => {
      const code = index % 8 === 3 ? codes[(index >> 3) % codes.length] : undefined
      return { name: `${index}.docx`, code, bytes: code === undefined ? sample : (bad[code]?.() ?? sample) }
    })
    const { status, body } = await send(files)
    expect(status).toBe(200)
    const done = await Promise.all(
      body.uploads.map(({ uploadId }: { uploadId: string }) => untilDone(uploadId)),
    )
    const told = done.map(({ upload: { refusal, state } }) => refusal?.code ?? state)
    expect(told).toEqual(files.map(({ code }) => code ?? 'read'))
    for (const { upload } of done)
      if (upload.refusal !== null) expect(upload.refusal.message).toMatch(/^[\u4e00-\u9fff].*。$/)
    const listed = await desk.ask(preparer, '/api/uploads?state=refused&size=3')
    expect(listed.body.items).toHaveLength(3)
    expect(listed.body.total).toBeGreaterThanOrEqual(files.filter(({ code }) => code !== undefined).length)
  })
})

describe('taking a file over', () => {
  async function projectFile(): Promise<SentFile> {
    const packs = loadPacks()
    const { printed } = checkContent(soundContent('云溪县社会福利院'), packs)
    return { name: '项目自评.docx', bytes: await renderFiling(printed, { format: 'docx', packs }) }
  }

  async function startBlank(): Promise<{ filingId: string; revision: string }> {
    const entryId = await desk.enter('welfareHome', `农村饮水${Math.random()}`)
    const started = await desk.ask(preparer, '/api/filings', {
      method: 'POST',
      body: { entryId, from: 'blank' },
    })
    const { filingId } = started.body
    const { revision } = (await desk.ask(preparer, `/api/filings/${filingId}`)).body
    return { filingId, revision }
  }

  const importTo = (filingId: string, body: object) =>
    desk.ask(preparer, `/api/filings/${filingId}/imports`, { method: 'POST', body })

  it('fills the draft with this year’s figures in one save that the trail tells', async () => {
    const { filingId, revision } = await startBlank()
    const { upload } = await sendOne(await projectFile(), `?filingId=${filingId}`)
    const { uploadId } = upload
    const placements = [{ cell: 'f1/actualAccomplishment', text: '新增供水3200人' }]
    const done = await importTo(filingId, { uploadId, revision, as: 'thisYear', placements })
    expect(done.status).toBe(200)
    const whole = (await desk.ask(preparer, `/api/filings/${filingId}`)).body
    expect(whole.revision).toBe(done.body.revision)
    expect(whole.content.forms).toHaveLength(1)
    expect(whole.content.forms[0].fields).toMatchObject({
      'totalFunds.executedAmount': '90.00',
      actualAccomplishment: '新增供水3200人',
    })
    expect(whole.filing.errors).toBe(0)
    const events = (await desk.ask(preparer, `/api/filings/${filingId}/events`)).body
    expect(events.items[0].words).toContain('从文件“项目自评.docx”带入')
    const stale = await importTo(filingId, { uploadId, revision, as: 'thisYear' })
    expect(stale).toMatchObject({ status: 412, body: { code: 'FILING_CHANGED' } })
  })

  it('takes only names, targets and words of last year', async () => {
    const { filingId, revision } = await startBlank()
    const { upload } = await sendOne(await projectFile(), `?filingId=${filingId}`)
    await importTo(filingId, { uploadId: upload.uploadId, revision, as: 'lastYear' })
    const { content } = (await desk.ask(preparer, `/api/filings/${filingId}`)).body
    const [form] = content.forms
    expect(form.fields['totalFunds.executedAmount'] ?? '').toBe('')
    expect(form.lists.indicators[0].cells).toMatchObject({ name: '铺设管道', target: '≥12公里' })
    expect(form.lists.indicators[0].cells.actual ?? '').toBe('')
  })

  it('keeps the amounts of an export for the form page, to the fen', async () => {
    const { filingId, revision } = await startBlank()
    const whole = (await desk.ask(preparer, `/api/filings/${filingId}`)).body
    const bytes = writeList({
      title: '预算执行',
      columns: ['预算单位', '项目名称', '年初预算数（元）', '调整后预算数（元）', '支出数（元）'].map(
        (title) => ({
          title,
          width: 20,
        }),
      ),
      rows: [
        ['云溪县社会福利院', whole.filing.projectName, '1200000.00', '1000000.00', '900000.01'],
        ['云溪县第一小学', '校舍维修', '1.00', '1.00', '1.00'],
      ],
    })
    const read = await sendOne({ name: '执行.xlsx', bytes }, `?filingId=${filingId}&purpose=ledger`)
    expect(
      read.ledger.map(({ stage, amount }: { stage: string; amount: string }) => `${stage} ${amount}`),
    ).toEqual(['initialBudget 120', 'adjustedBudget 100', 'executedAmount 90.000001'])
    const done = await importTo(filingId, { uploadId: read.upload.uploadId, revision, as: 'ledger' })
    expect(done.status).toBe(200)
    const after = (await desk.ask(preparer, `/api/filings/${filingId}`)).body
    expect(after.ledger).toContainEqual({
      quantity: 'projectExpenditure',
      stage: 'executedAmount',
      amount: '90.000001',
      unit: '万元',
    })
  })

  it('refuses a file that is no file of forms, and one that was refused itself', async () => {
    const { filingId, revision } = await startBlank()
    const refused = await sendOne({ name: '坏.docx', bytes: new Uint8Array() }, `?filingId=${filingId}`)
    const { uploadId } = refused.upload
    expect((await importTo(filingId, { uploadId, revision, as: 'thisYear' })).body.code).toBe(
      'UPLOAD_NOT_READ',
    )
    expect((await importTo(filingId, { uploadId, revision, as: 'ledger' })).body.code).toBe('LEDGER_EMPTY')
  })
})
