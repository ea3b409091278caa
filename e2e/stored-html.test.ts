import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '../src/core/editing/check-content.js'
import type { FilingContent } from '../src/core/editing/content.js'
import { contentOfFiling } from '../src/core/editing/content-of-filing.js'
import { writeDocx } from '../src/documents/word/write-docx.js'
import { loadPacks } from '../src/packs/load-packs.js'
import { filingOf, projectForm } from '../src/testing/sample-forms.js'
import { openBrowser } from './browser.js'
import { PaperFormDriver } from './pages/paper-form.js'
import { ask, enterAs, enterInRole, hearConsole, type Person, sitDown, tell } from './people.js'
import { keepPicture } from './pictures.js'
import { type RunningProgram, startProgram } from './start-program.js'

const patience = { timeout: 15_000 }
/** Wide enough for all columns of the review. */
const desk = { width: 1600, height: 900 }
const image = '<img src=x onerror="window.broken=1">'
const script = '<script>window.broken=1</script>'
const drawing = '<svg onload="window.broken=1"></svg>'
const link = '<a href="javascript:window.broken=1">点</a>'
/** All that could run, behind a quotation mark that would end an attribute. */
const html = `">${image}${script}${drawing}${link}`
/** Quotation marks and slashes do not survive in the name of a file. */
const fileName = '<img src=x onerror=window.broken=1>.docx'
/** What a page has only where such a text was taken for HTML. */
const made = '[src="x"], [onerror], [onload], [href^="javascript:"], body script'

const accomplished = 'f1/actualAccomplishment'
const told = {
  cell: `单元格${html}`,
  typed: `写进报告${html}`,
  saved: `经接口存入报告${html}`,
  inFile: `文件里的目标${html}`,
  inFileReport: `文件里的报告${html}`,
  because: `说明${html}`,
  comment: `批注${html}`,
  score: `复核${html}`,
  flag: `请改${html}`,
  back: `退回${html}`,
}

let program: RunningProgram
let browser: Browser
let people: Readonly<Record<'clerk' | 'department' | 'finance' | 'system' | 'security' | 'trail', Person>>
let filingId = ''
let uploadPath = ''

beforeAll(async () => {
  ;[program, browser] = await Promise.all([startProgram({ demo: true }), openBrowser()])
  people = {
    clerk: await sitDown(browser),
    department: await enterAs('张云平', browser, program),
    finance: await enterInRole('财政业务股室', browser, program),
    system: await enterInRole('系统管理员', browser, program),
    security: await enterInRole('安全管理员', browser, program),
    trail: await enterInRole('日志审计员', browser, program),
  }
  await people.clerk.page.goto(`${program.address}/sign-in`)
  for (const person of Object.values(people)) {
    hearConsole(person)
    await person.page.setViewportSize(desk)
    person.page.on('dialog', (dialog) => {
      person.faults.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
  }
}, 120_000)

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(people.clerk.page, 'failed-stored-html')
})

afterAll(async () => {
  await browser?.close()
  await program?.stop()
})

describe('a text that is HTML is taken', () => {
  it('as the name of a unit, of a person and of a project', async () => {
    const { clerk, system, security } = people
    const { items } = await ask<{ items: { unitId: string; name: string }[] }>(
      system,
      `/api/units?query=${encodeURIComponent('云溪县灌区管理所')}`,
    )
    const unitId = items[0]?.unitId
    const renamed = { name: `单位${image}`, happenedOn: '2026-01-05', note: html }
    await tell(system, `/api/units/${unitId}/name`, { method: 'PUT', data: renamed })
    const person = await tell<{ accountId: string; path: string }>(system, '/api/accounts', {
      data: { login: 'html', name: `人${image}` },
    })
    await tell(security, `/api/accounts/${person?.accountId}/offices`, { data: { unitId, role: 'preparer' } })
    const token = person?.path.split('/').at(-1)
    const password = 'Yunxi-2026-abc'
    await tell(clerk, '/api/password-link', { method: 'PUT', data: { token, password } })
    await tell(clerk, '/api/session', { data: { login: 'html', password } })
    const begun = await tell<{ filingId: string }>(clerk, '/api/filings', {
      data: {
        kind: 'projectSelfEvaluation',
        packId: 'any/project-self-evaluation/2020',
        budgetYear: 2025,
        from: 'blank',
        projectName: `项目${image}`,
      },
    })
    filingId = begun?.filingId ?? ''
  })

  it('in the name, the table and the report of a Word file', async () => {
    const { page } = people.clerk
    await page.goto(`${program.address}/filings/${filingId}/file`)
    await page.setInputFiles('input[type=file]', {
      name: fileName,
      mimeType: 'application/octet-stream',
      buffer: await wordFile(),
    })
    await page.getByText(/识别 \d+ 个数据/).waitFor()
    uploadPath = new URL(page.url()).pathname
    await expectText('clerk', [fileName, told.inFile, told.inFileReport])
    await page.getByRole('button', { name: '用这些数据填报' }).click()
    await page.waitForURL(/\/filings\/[0-9a-f-]+$/)
  })

  it('in a cell, typed', async () => {
    const { page } = people.clerk
    await new PaperFormDriver(page).fill(accomplished, told.cell)
    await page.getByText(/已保存 \d/).waitFor()
    expect(JSON.stringify((await whole()).content)).toContain(JSON.stringify(told.cell).slice(1, -1))
  })

  it('in the report, saved over the API, typed, and pasted as HTML', async () => {
    const { clerk } = people
    const { content, revision } = await whole()
    const [last] = content.report.slice(-1)
    const paragraphs = [
      { kind: 'paragraph', after: last?.id, paragraph: paragraphOf('p-html', told.saved) },
      { kind: 'paragraph', after: 'p-html', paragraph: paragraphOf('p-end', '全年检查XX次。') },
    ]
    await tell(clerk, `/api/filings/${filingId}/content`, {
      method: 'PATCH',
      headers: { 'if-match': `"${revision}"` },
      data: { changeId: crypto.randomUUID(), changes: paragraphs },
    })
    const { page } = clerk
    await page.goto(`${program.address}/filings/${filingId}/report`)
    await page.locator('[data-paragraph=p-end]').click()
    await page.keyboard.press('End')
    await page.keyboard.type(told.typed)
    await page.evaluate(`{
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', ${JSON.stringify(`<p>贴${image}${script}${drawing}${link}上</p>`)})
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('.sheet-of-paper').dispatchEvent(paste)
    }`)
    await expect
      .poll(async () => JSON.stringify((await whole()).content.report), patience)
      .toContain('贴点上')
    await expectText('clerk', [told.inFileReport, told.saved, `${told.typed}贴点上`])
  })

  it('as the name of a piece of evidence', async () => {
    const file = { name: fileName, mimeType: 'text/html', buffer: Buffer.from(`<!doctype html><p>${html}`) }
    const path = `/api/filings/${filingId}/evidence?cell=f1/indicators/r1/actual`
    await tell(people.clerk, path, { multipart: { file } })
  })

  it('as the reason for a warning, and under a submission', async () => {
    const { page } = people.clerk
    await page.goto(`${program.address}/filings/${filingId}/submit`)
    await page.locator('.before-submission').waitFor()
    const open = page.locator('.justify')
    expect(await open.count()).toBeGreaterThan(0)
    for (let left = await open.count(); left > 0; left -= 1) {
      await open.first().getByRole('textbox').fill(told.because)
      await open.first().getByRole('button').click()
      await expect.poll(() => open.count(), patience).toBe(left - 1)
    }
    await expectText('clerk', [told.because])
    await page.getByLabel(/单位负责人姓名/).fill(image)
    await page.getByRole('button', { name: '签字并提交' }).click()
    await page.waitForURL(/\/receipt$/)
  })

  it('as a comment, a reason for other points, and the reasons of a return', async () => {
    const { department } = people
    const api = `/api/filings/${filingId}`
    await tell(department, `${api}/comments`, {
      data: { anchor: accomplished, quote: told.cell.slice(0, 100), words: told.comment },
    })
    await tell(department, `${api}/proposed-scores`, {
      method: 'PUT',
      data: { cell: 'f1/indicators/r1/score', points: '40', reason: told.score },
    })
    await department.page.goto(`${program.address}/review/${filingId}`)
    await expectText('department', [told.comment, told.score])
    const { revision } = await whole()
    const flags = [accomplished, 'report/p-html'].map((cell) => ({ cell, reason: told.flag }))
    await tell(department, `${api}/moves`, {
      data: { action: 'sendBack', revision, reason: told.back, flags },
    })
  })
})

const named = [`单位${image}`, `项目${image}`]
const reviewed = [...named, told.cell, told.inFile, told.saved, told.because, told.comment, fileName]

describe('it is shown as the text it is', () => {
  it.each<[keyof typeof people, string, readonly string[]]>([
    ['clerk', '/', [`项目${image}`]],
    ['clerk', '/filings/:filing', [`项目${image}`, told.cell, told.inFile, told.flag]],
    ['clerk', '/filings/:filing/report', [told.inFileReport, told.saved, told.typed]],
    ['clerk', '/filings/:filing/submit', [told.because]],
    ['clerk', '/filings/:filing/receipt', [...named, `人${image}`]],
    ['clerk', ':upload', [fileName, told.inFile, told.inFileReport]],
    ['clerk', '/account', [`单位${image}`]],
    ['department', '/', named],
    ['department', '/desk', named],
    ['department', '/review/:filing', reviewed],
    ['finance', '/desk', named],
    ['finance', '/review/:filing', [...reviewed, `人${image} 上传了佐证材料`, '理由：退回"><img src=x']],
    ['system', '/administration/units', [`单位${image}`]],
    ['system', '/administration/accounts', [`人${image}`, `单位${image}`]],
    ['security', '/administration/accounts', [`人${image}`, `单位${image}`]],
    ['trail', '/administration/trail', [`人${image}`, '批注"><img src=x', '退回"><img src=x']],
  ])('to the %s on %s', async (who, path, texts) => {
    const to = path.replace(':filing', filingId).replace(':upload', uploadPath)
    await people[who].page.goto(`${program.address}${to}`)
    await expectText(who, texts)
  })

  it('on paper', async () => {
    const { page } = people.clerk
    await page.emulateMedia({ media: 'print' })
    for (const part of ['', '/report', '/receipt']) {
      await page.goto(`${program.address}/filings/${filingId}${part}`)
      await expectText('clerk', [image])
    }
  })
})

describe('were it taken for HTML', () => {
  it('the page would have it, and the content policy would say so', async () => {
    const { page, faults } = people.clerk
    await page.evaluate(`document.querySelector('#page').innerHTML = ${JSON.stringify(html)}`)
    expect(await page.locator(made).count()).toBeGreaterThan(0)
    await expect.poll(() => faults.join('\n')).toContain('Content Security Policy')
    expect(await page.evaluate('window.broken')).toBeUndefined()
  })
})

function paragraphOf(id: string, text: string) {
  return { id, style: 'body', runs: [{ text }] } as const
}

type Whole = Readonly<{ content: FilingContent; revision: string }>

function whole(): Promise<Whole> {
  return ask<Whole>(people.clerk, `/api/filings/${filingId}`)
}

/** The form of 农村饮水 and a report, both with HTML in their words. */
async function wordFile(): Promise<Buffer> {
  const packs = loadPacks()
  const { content } = contentOfFiling(filingOf(projectForm), packs)
  const [form] = content.forms
  if (form === undefined) throw new Error('there is no form')
  const fields = { ...form.fields, expectedGoal: told.inFile }
  const report = [{ id: 'p1', style: 'body', runs: [{ text: told.inFileReport, field: undefined }] }] as const
  const { printed } = checkContent({ ...content, forms: [{ ...form, fields }], report }, packs)
  return Buffer.from(await writeDocx(printed))
}

/** The open page says all this in its text, and nothing on it was made or run of it. */
async function expectText(who: keyof typeof people, texts: readonly string[]): Promise<void> {
  const { page, faults } = people[who]
  for (const text of texts)
    await expect.poll(() => page.locator('#page').textContent(), patience).toContain(text)
  expect(await page.locator(made).count()).toBe(0)
  expect(await page.evaluate('window.broken')).toBeUndefined()
  expect(faults).toEqual([])
}
