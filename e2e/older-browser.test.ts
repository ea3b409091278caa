import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOlderBrowser } from './older-browser.js'
import { hearConsole, sitDown } from './people.js'
import { keepPicture } from './pictures.js'
import { type RunningProgram, startProgram } from './start-program.js'

/** Of the demonstration: a score that its own numbers contradict. */
const wrongRate = '“执行率得分”应为'

let program: RunningProgram
let older: Awaited<ReturnType<typeof openOlderBrowser>>

beforeAll(async () => {
  ;[program, older] = await Promise.all([startProgram({ demo: true }), openOlderBrowser()])
}, 120_000)

afterAll(async () => {
  await older?.close()
  await program?.stop()
})

describe('in a browser of 2020', () => {
  it('a clerk signs in, opens a self-evaluation, and what is corrected is checked at once', async () => {
    expect(older.browser.version()).toMatch(/^83\./)
    const person = await sitDown(older.browser)
    hearConsole(person)
    const { page, faults } = person
    await page.goto(`${program.address}/sign-in`)
    await press(page, 'button', '刘明川')
    await press(page, 'li', '部门整体支出', 'a')
    await press(page, '.finding > button', wrongRate)
    await keepPicture(page, 'older-filling')
    await press(page, '.finding-whole button', '改为')
    await expect.poll(() => says(page, '.findings', wrongRate), { timeout: 15_000 }).toBe(false)
    expect(await says(page, '.findings h2', '处不成立')).toBe(true)
    expect(faults).toEqual([])
  })
})

/** Presses the first of these that says this, or the link in it, as soon as it is there. */
async function press(page: Page, selector: string, words: string, inside = ''): Promise<void> {
  const target = `${first(selector, words)}${inside === '' ? '' : `.querySelector('${inside}')`}`
  await expect.poll(() => says(page, selector, words), { timeout: 30_000 }).toBe(true)
  await page.evaluate(`${target}.click()`)
}

async function says(page: Page, selector: string, words: string): Promise<boolean> {
  return (await page.evaluate(`${first(selector, words)} !== undefined`)) === true
}

function first(selector: string, words: string): string {
  return `[...document.querySelectorAll('${selector}')].find(({ textContent }) => textContent.includes('${words}'))`
}
