import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellChange, createFilingDesk, type FilingDesk, soundContent } from '../testing/filing-desk.js'
import { multipartOf } from '../testing/multipart.js'

const html = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>'
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="window.broken=1">${html}</svg>`
const cell = 'f1/actualAccomplishment'

let desk: FilingDesk
let filingId = ''

beforeAll(async () => {
  desk = await createFilingDesk()
  filingId = await desk.begin()
})
afterAll(() => desk.close())

describe('HTML that somebody stored', () => {
  it('comes back as it was, in JSON that no browser takes for a page', async () => {
    const { preparer } = desk.region.actors
    const before = soundContent().forms[0]?.fields.actualAccomplishment ?? ''
    await desk.save(preparer, filingId, { changes: [cellChange(cell, before, html)] })
    const path = `/api/filings/${filingId}`
    await desk.ask(preparer, `${path}/comments`, { method: 'POST', body: { anchor: cell, words: html } })
    const paths = [path, `${path}/comments`, `${path}/events`]
    for (const answer of await Promise.all(paths.map((one) => desk.ask(preparer, one)))) {
      expect(JSON.stringify(answer.body)).toContain('<img src=x onerror=')
      expect(answer.headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'x-content-type-options': 'nosniff',
      })
    }
  })

  it('is no page in a refusal either', async () => {
    const given = `/api/filings/${encodeURIComponent(html)}`
    const answer = await desk.ask(desk.region.actors.preparer, given)
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringContaining('application/problem+json'),
      'x-content-type-options': 'nosniff',
    })
  })

  it.each(['docx', 'xlsx', 'pdf'])('is sent to be saved in a .%s', async (format) => {
    const answer = await desk.ask(desk.region.actors.preparer, `/api/filings/${filingId}/file?as=${format}`)
    expect(answer.status).toBe(200)
    expectToBeSaved(answer.headers)
  })
})

describe('a page that somebody uploaded', () => {
  it.each([
    ['证明.html', `<!doctype html><html><body><p>${html}</p></body></html>`],
    ['证明.svg', svg],
    ['证明.txt', html],
  ])('is sent to be saved and never shown as one: %s', async (name, text) => {
    const { preparer } = desk.region.actors
    const path = `/api/filings/${filingId}/evidence`
    const { payload, headers } = multipartOf(Buffer.from(text), name)
    const { body } = await desk.ask(preparer, path, { method: 'POST', body: payload, headers })
    const file = await desk.ask(preparer, `${path}/${body.evidenceId}`)
    expect(file.status).toBe(200)
    expectToBeSaved(file.headers)
  })

  it('is read like any file, and only its words are told', async () => {
    const { preparer } = desk.region.actors
    const page = `<!doctype html><html><body><p>正文${html}</p><p>&lt;b&gt;</p></body></html>`
    const { payload, headers } = multipartOf(Buffer.from(page), '<img src=x onerror=broken=1>.html')
    const sent = await desk.ask(preparer, '/api/uploads', { method: 'POST', body: payload, headers })
    const path = `/api/uploads/${sent.body.uploads[0].uploadId}`
    await expect
      .poll(async () => (await desk.ask(preparer, path)).body.upload.state, { timeout: 15_000 })
      .toBe('read')
    const { body, headers: told } = await desk.ask(preparer, path)
    expect(body.document.blocks.map(({ text }: { text: string }) => text)).toEqual(['正文', '<b>'])
    expect(told['content-type']).toBe('application/json; charset=utf-8')
  })
})

function expectToBeSaved(headers: Readonly<Record<string, unknown>>): void {
  expect(headers['content-disposition']).toMatch(/^attachment; /)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-type']).not.toMatch(/html|svg|xml;|javascript/)
  expect(headers['content-security-policy']).toContain("script-src 'self'")
}
