import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { FilingContent } from '../src/core/editing/content.js'
import { openBrowser } from './browser.js'
import { ask, enterAs, type Person } from './people.js'
import { keepPicture } from './pictures.js'
import { docxOf } from './spoilt-docx.js'
import { type RunningProgram, startProgram } from './start-program.js'

type Listed = Readonly<{
  items: readonly Readonly<{ filingId: string; projectName: string | null; state: string }>[]
}>
type Whole = Readonly<{ content: FilingContent; filing: Readonly<{ state: string }>; version: number }>

let program: RunningProgram
let browser: Browser
let clerk: Person
let department: Person
let bureau: Person
let filingId = ''

beforeAll(async () => {
  ;[program, browser] = await Promise.all([startProgram({ demo: true }), openBrowser()])
  clerk = await enterAs('黄予安', browser, program)
  department = await enterAs('张云平', browser, program)
  bureau = await enterAs('周子衿', browser, program)
}, 120_000)

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  await keepPicture(clerk.page, 'failed-clerk')
  await keepPicture(department.page, 'failed-department')
})

afterAll(async () => {
  await browser?.close()
  await program?.stop()
})

describe('one project’s self-evaluation, from a Word file to acceptance', () => {
  it('begins with the file that the unit has', async () => {
    const model = await findFiling(bureau, '农村饮水')
    const { content } = await ask<Whole>(bureau, `/api/filings/${model}`)
    const docx = await docxOf(content, {
      projectName: '渠系维修',
      implementingUnit: '云溪县灌区管理所',
      'total.score': '88.45',
    })
    const { page } = clerk
    await page
      .getByRole('listitem')
      .filter({ hasText: '渠系维修' })
      .getByRole('button', { name: '导入文件' })
      .click()
    await page.waitForURL(/\/file$/)
    await page.setInputFiles('input[type=file]', {
      name: '渠系维修自评表.docx',
      mimeType: 'application/octet-stream',
      buffer: docx,
    })
    await page.getByText(/识别 \d+ 个数据，都已安放/).waitFor()
    await keepPicture(page, 'start-from-a-file')
    await page.getByRole('button', { name: '用这些数据填报' }).click()
    await page.waitForURL(/\/filings\/[0-9a-f-]+$/)
    filingId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  })

  it('shows the wrong total, proposes the right one, and takes it', async () => {
    const { page } = clerk
    const finding = page.getByRole('button', { name: /“总分”应为 .* = 99\.45，表中填 88\.45/ })
    await finding.click()
    await keepPicture(page, 'filling')
    await page.getByRole('button', { name: '改为 99.45', exact: true }).click()
    await page.getByText('没有发现问题。').waitFor()
    await page.getByText(/已保存 \d/).waitFor()
  })

  it('is signed and submitted, with a receipt', async () => {
    const { page } = clerk
    await page.getByRole('button', { name: /^提\s?交$/ }).click()
    await page.getByText('都核对过了，可以签字提交。').waitFor()
    await page.getByLabel(/单位负责人姓名/).fill('陈知远')
    await page.getByRole('button', { name: '签字并提交' }).click()
    await page.waitForURL(/\/receipt$/)
    await page
      .getByText(/^[0-9a-f]{64}$/)
      .first()
      .waitFor()
    await keepPicture(page, 'receipt')
  })

  it('is sent back with two flagged cells', async () => {
    const { page } = department
    await page.goto(`${program.address}/review/${filingId}`)
    for (const text of ['37公里', '3075人']) {
      await cellOf(page, text).click()
      await page.getByRole('button', { name: '加入退回' }).click()
    }
    await keepPicture(page, 'review')
    await page.getByRole('button', { name: '退回修改…' }).click()
    const dialog = page.getByRole('dialog')
    for (const box of await dialog.getByPlaceholder('这一处要改什么').all())
      await box.fill('与佐证材料不一致，请核对')
    await dialog.getByLabel('退回的总意见').fill('两处实际完成值请核对后重报')
    await dialog.getByRole('button', { name: '退回，重新打开 2 处' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect((await ask<Whole>(department, `/api/filings/${filingId}`)).filing.state).toBe('returned')
  })

  it('opens only these two cells to the unit', async () => {
    const { page } = clerk
    await page.goto(`${program.address}/filings/${filingId}`)
    await page.getByText(/只能改打了标记的 2 处/).waitFor()
    const before = await textsOf(page)
    const mended = new Map([
      ['37公里', '38公里'],
      ['3075人', '3080人'],
    ])
    await type(page, cellOf(page, '≥36公里'), '≥99公里')
    expect(await textsOf(page)).toEqual(before)
    await type(page, cellOf(page, '37公里'), '38公里')
    await type(page, cellOf(page, '3075人'), '3080人')
    await page.getByText(/已保存 \d/).waitFor()
    await expect.poll(() => textsOf(page)).toEqual(before.map((text) => mended.get(text) ?? text))
  })

  it('is submitted again, accepted by the department and by the bureau', async () => {
    const { page } = clerk
    await page.getByRole('button', { name: /^提\s?交$/ }).click()
    await page.getByLabel(/单位负责人姓名/).fill('陈知远')
    await page.getByRole('button', { name: '签字并提交' }).click()
    await page.waitForURL(/\/receipt$/)
    for (const [person, state] of [
      [department, 'acceptedByDepartment'],
      [bureau, 'acceptedByBureau'],
    ] as const) {
      await person.page.goto(`${program.address}/review/${filingId}`)
      await person.page.getByRole('button', { name: '通过', exact: true }).click()
      await expect
        .poll(async () => (await ask<Whole>(person, `/api/filings/${filingId}`)).filing.state)
        .toBe(state)
    }
    expect((await ask<Whole>(bureau, `/api/filings/${filingId}`)).version).toBe(2)
  })

  it('shows the chain of its versions to the clerk and to the reviewer, each to be opened as it was', async () => {
    for (const [{ page }, path] of [
      [clerk, `/filings/${filingId}/receipt`],
      [bureau, `/review/${filingId}`],
    ] as const) {
      await page.goto(`${program.address}${path}`)
      if (path.startsWith('/review')) await page.locator('#beside > header button').click()
      const versions = page.getByRole('region', { name: '各次版本' }).getByRole('listitem')
      await versions.first().waitFor()
      const shown = await versions.allTextContents()
      expect(shown).toHaveLength(2)
      expect(shown[0]).toMatch(/^第 2 版 · 现在的一版.*退回后重填 · .*提交$/)
      expect(shown[1]).toMatch(/^第 1 版 .*开始填报 · .*提交$/)
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '下载 第 1 版' }).click(),
      ])
      expect(file.suggestedFilename()).toMatch(/（第1版）\.docx$/)
    }
  })

  it('has a trail that says in words who changed what', async () => {
    const { items } = await ask<{ items: { words: string }[] }>(
      bureau,
      `/api/filings/${filingId}/events?size=200`,
    )
    const trail = items.map(({ words }) => words).join('\n')
    expect(trail).toMatch(/由 ?“?37公里”? ?改为 ?“?38公里/)
    expect(trail).toContain('退回')
  })

  it('shows nobody a fault', () => {
    expect([clerk, department, bureau].flatMap(({ faults }) => faults)).toEqual([])
  })
})

async function findFiling(person: Person, project: string): Promise<string> {
  const { items } = await ask<Listed>(person, `/api/filings?year=2024&query=${encodeURIComponent(project)}`)
  return items.find(({ projectName }) => projectName === project)?.filingId ?? ''
}

function cellOf(page: Page, text: string): Locator {
  return page
    .locator('td[data-cell]')
    .filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) })
    .first()
}

/** Types over a cell as in a spreadsheet. */
async function type(page: Page, cell: Locator, text: string): Promise<void> {
  await cell.click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** The texts of all cells of the first form. */
async function textsOf(page: Page): Promise<string[]> {
  return page.locator('.paper-table').first().locator('td').allInnerTexts()
}
