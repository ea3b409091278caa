import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FilingContent } from '../src/core/editing/content.js'
import { openBrowser } from './browser.js'
import { draftOf, savedText } from './drafts.js'
import { PaperFormDriver } from './pages/paper-form.js'
import { ask, enterAs, type Person } from './people.js'
import { keepPicture } from './pictures.js'
import { type RunningProgram, startProgram } from './start-program.js'

const patience = { timeout: 15_000 }
const target = 'f2/indicators/r1/target'

let program: RunningProgram
let browser: Browser
let clerk: Person
let paper: PaperFormDriver
let keyboard: CDPSession
let filingId = ''

beforeAll(async () => {
  ;[program, browser] = await Promise.all([startProgram({ demo: true }), openBrowser()])
  clerk = await enterAs('刘明川', browser, program)
  await clerk.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  filingId = await draftOf(clerk)
  await clerk.page.goto(`${program.address}/filings/${filingId}`)
  paper = new PaperFormDriver(clerk.page)
  await paper.cell(target).waitFor()
  keyboard = await clerk.context.newCDPSession(clerk.page)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await program?.stop()
})

describe('the form like a spreadsheet', () => {
  it('is walked through with arrows, Tab and Enter', async () => {
    const { page } = clerk
    await paper.cell(target).click()
    const walk = async (key: string) => {
      await page.keyboard.press(key)
      return paper.chosen()
    }
    const right = await walk('ArrowRight')
    expect(right).toMatch(/^f2\/indicators\/r1\//)
    expect(await walk('ArrowLeft')).toBe(target)
    expect(await walk('ArrowDown')).toBe('f2/indicators/r2/target')
    expect(await walk('ArrowUp')).toBe(target)
    expect(await walk('Tab')).toBe(right)
    expect(await walk('Shift+Tab')).toBe(target)
    expect(await walk('Enter')).toBe('f2/indicators/r2/target')
    expect(await walk('Shift+Enter')).toBe(target)
  })

  it('takes over what is typed with Enter, and Escape leaves it as it was', async () => {
    const { page } = clerk
    const before = await paper.textOf(target)
    await paper.cell(target).click()
    await page.keyboard.type('≥40公里')
    await page.keyboard.press('Escape')
    expect(await paper.textOf(target)).toBe(before)
    await page.keyboard.type('≥40公里')
    await page.keyboard.press('Enter')
    await expect.poll(() => savedText(clerk, filingId, target), patience).toBe('≥40公里')
    await page.keyboard.press('Control+z')
    await expect.poll(() => savedText(clerk, filingId, target), patience).toBe(before)
  })

  it('takes Chinese from an input method; Enter of the candidates does not leave the cell', async () => {
    const goal = 'f2/expectedGoal'
    await paper.cell(goal).click()
    await keyboard.send('Input.imeSetComposition', { text: 'gai', selectionStart: 3, selectionEnd: 3 })
    await keyboard.send('Input.imeSetComposition', { text: '改造', selectionStart: 2, selectionEnd: 2 })
    await keyboard.send('Input.insertText', { text: '改造管网' })
    expect(await paper.chosen()).toBe(goal)
    await keyboard.send('Input.imeSetComposition', { text: 'sishi', selectionStart: 5, selectionEnd: 5 })
    await keyboard.send('Input.insertText', { text: '四十公里' })
    await clerk.page.keyboard.press('Enter')
    await expect.poll(() => paper.textOf(goal), patience).toBe('改造管网四十公里')
    await expect.poll(() => savedText(clerk, filingId, goal), patience).toBe('改造管网四十公里')
    await clerk.page.keyboard.press('Control+z')
  })

  it('takes a block of 20 rows and 8 columns from Excel; one undo takes all of it back, one redo brings it again', async () => {
    const { page } = clerk
    const [first = ''] = await keysOfRow('r1')
    const before = await indicators()
    await paper.paste(first, blockOfTwenty())
    await expect.poll(async () => (await indicators()).length, patience).toBe(20)
    const pasted = await indicators()
    expect(JSON.stringify(pasted)).toContain('第20项指标')
    expect(await paper.notice()).toContain('新增 15 行')
    await keepPicture(page, 'spreadsheet-pasted')
    await page.keyboard.press('Control+z')
    await expect.poll(indicators, patience).toEqual(before)
    await page.keyboard.press('Control+y')
    await expect.poll(indicators, patience).toEqual(pasted)
    await page.keyboard.press('Control+z')
    await expect.poll(indicators, patience).toEqual(before)
  })

  it('puts last year’s value into the cell with Alt+1', async () => {
    const actual = 'f2/indicators/r1/actual'
    await paper.cell(actual).click()
    await clerk.page.keyboard.press('Alt+1')
    expect(await paper.notice()).toContain('已填入上年值 32公里')
    await expect.poll(() => savedText(clerk, filingId, actual), patience).toBe('32公里')
    await clerk.page.keyboard.press('Control+z')
    await expect.poll(() => savedText(clerk, filingId, actual), patience).toBe('37公里')
  })

  it('goes from finding to finding with F8, unfolding each', async () => {
    const { page } = clerk
    await paper.cell(target).click()
    await page.keyboard.press('F8')
    const first = await page.locator('[aria-expanded=true]').allInnerTexts()
    expect(first.length).toBeGreaterThan(0)
    await keepPicture(page, 'filling-finding')
    await page.keyboard.press('F8')
    await expect.poll(() => page.locator('[aria-expanded=true]').allInnerTexts(), patience).not.toEqual(first)
    await page.keyboard.press('Shift+F8')
    await expect.poll(() => page.locator('[aria-expanded=true]').allInnerTexts(), patience).toEqual(first)
  })

  it('prints the forms and nothing beside them', async () => {
    const { page } = clerk
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.paper-table').first().isVisible()).toBe(true)
    for (const beside of ['.top-bar', '.filling-side', '.cell-bar'])
      expect(await page.locator(beside).first().isVisible(), beside).toBe(false)
    await keepPicture(page, 'filling-print')
    await page.emulateMedia({ media: 'screen' })
  })

  it('shows no fault', () => {
    expect(clerk.faults).toEqual([])
  })
})

/** The cells of an indicator from left to right. */
async function keysOfRow(row: string): Promise<readonly string[]> {
  const cells = clerk.page.locator(`[data-cell^="f2/indicators/${row}/"]`)
  return cells.evaluateAll((all) => all.map((one) => one.getAttribute('data-cell') ?? ''))
}

async function indicators(): Promise<readonly unknown[]> {
  const { content } = await ask<{ content: FilingContent }>(clerk, `/api/filings/${filingId}`)
  return content.forms.find(({ id }) => id === 'f2')?.lists.indicators ?? []
}

/** As Excel puts it on the clipboard; merged cells have their words in the first row only. */
function blockOfTwenty(): string {
  const rows = Array.from({ length: 20 }, (_, index) => {
    const dimension = index === 0 ? '产出指标' : index === 12 ? '效益指标' : ''
    const aspect = index % 5 === 0 ? '数量指标' : ''
    return [dimension, aspect, `第${index + 1}项指标`, `≥${index + 10}个`, `${index + 10}个`, '5', '5', '']
  })
  return `${rows.map((cells) => cells.join('\t')).join('\r\n')}\r\n`
}
