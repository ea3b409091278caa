import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.js'
import { draftOf, savedText } from './drafts.js'
import { PaperFormDriver } from './pages/paper-form.js'
import { enterAs, type Person } from './people.js'
import { keepPicture } from './pictures.js'
import { type RunningProgram, startProgram } from './start-program.js'

const patience = { timeout: 15_000 }
const goal = 'f2/expectedGoal'
const accomplished = 'f2/actualAccomplishment'
const reason = 'f2/indicators/r1/reason'

let program: RunningProgram
let browser: Browser
let clerk: Person
let head: Person
let filingId = ''

beforeAll(async () => {
  ;[program, browser] = await Promise.all([startProgram({ demo: true }), openBrowser()])
  clerk = await enterAs('刘明川', browser, program)
  head = await enterAs('陈知远', browser, program)
  filingId = await draftOf(clerk)
  for (const { page } of [clerk, head]) {
    await page.goto(`${program.address}/filings/${filingId}`)
    await page.locator('.paper-table').first().waitFor()
  }
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await program?.stop()
})

describe('two people in one draft', () => {
  it('write in different cells and each sees what the other wrote, unasked', async () => {
    await Promise.all([
      paperOf(clerk).fill(goal, '目标由填报人写'),
      paperOf(head).fill(reason, '原因由负责人写'),
    ])
    for (const person of [clerk, head]) {
      await expect.poll(() => paperOf(person).textOf(goal), patience).toBe('目标由填报人写')
      await expect.poll(() => paperOf(person).textOf(reason), patience).toBe('原因由负责人写')
      expect(await person.page.getByText('别人也改了').count()).toBe(0)
    }
    await expect.poll(() => savedText(clerk, filingId, goal), patience).toBe('目标由填报人写')
    await expect.poll(() => savedText(clerk, filingId, reason), patience).toBe('原因由负责人写')
  })

  it('are told who changed what', async () => {
    await paperOf(head).fill(accomplished, '完成情况由负责人写')
    await expect.poll(() => paperOf(clerk).notice(), patience).toContain('陈知远刚刚改了')
  })

  it('write in one cell: the second sees both texts and chooses; nothing else is lost', async () => {
    await head.context.setOffline(true)
    await paperOf(head).fill(goal, '负责人的目标')
    await paperOf(head).fill(reason, '负责人的原因')
    await paperOf(clerk).fill(goal, '填报人的目标')
    await expect.poll(() => savedText(clerk, filingId, goal), patience).toBe('填报人的目标')
    await head.context.setOffline(false)
    await head.page.getByText('有 1 处别人也改了，请选一个').waitFor()
    await expect.poll(() => savedText(clerk, filingId, reason), patience).toBe('负责人的原因')
    expect(await savedText(clerk, filingId, goal)).toBe('填报人的目标')
    await head.page.getByRole('button', { name: '选一选' }).click()
    const dialog = head.page.getByRole('dialog')
    expect(await dialog.locator('q').allInnerTexts()).toEqual(['填报人的目标', '负责人的目标'])
    await keepPicture(head.page, 'two-people-choose')
    await dialog.getByRole('button', { name: '留我的' }).click()
    await expect.poll(() => savedText(clerk, filingId, goal), patience).toBe('负责人的目标')
    for (const person of [clerk, head])
      await expect.poll(() => paperOf(person).textOf(goal), patience).toBe('负责人的目标')
  })

  it('can keep what the other wrote as well', async () => {
    await head.context.setOffline(true)
    await paperOf(head).fill(goal, '再写一遍')
    await paperOf(clerk).fill(goal, '填报人的第二稿')
    await expect.poll(() => savedText(clerk, filingId, goal), patience).toBe('填报人的第二稿')
    await head.context.setOffline(false)
    await head.page.getByRole('button', { name: '选一选' }).click()
    await head.page.getByRole('dialog').getByRole('button', { name: '留别人的' }).click()
    await expect.poll(() => paperOf(head).textOf(goal), patience).toBe('填报人的第二稿')
    await expect.poll(() => paperOf(head).standing(), patience).toMatch(/已保存/)
    expect(await savedText(clerk, filingId, goal)).toBe('填报人的第二稿')
  })

  it('both appear in the trail, and nobody saw a fault', async () => {
    expect([...clerk.faults, ...head.faults]).toEqual([])
    const answer = await clerk.page.request.get(`${program.address}/api/filings/${filingId}/events?size=200`)
    const trail = await answer.text()
    for (const words of ['填报人的目标', '负责人的目标', '负责人的原因', '填报人的第二稿'])
      expect(trail).toContain(words)
  })
})

function paperOf({ page }: Person): PaperFormDriver {
  return new PaperFormDriver(page)
}
