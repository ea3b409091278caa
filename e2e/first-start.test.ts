import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentOfFiling } from '../src/core/editing/content-of-filing.js'
import { writeList } from '../src/documents/excel/write-list.js'
import { loadPacks } from '../src/packs/load-packs.js'
import { filingOf, projectForm } from '../src/testing/sample-forms.js'
import { openBrowser } from './browser.js'
import { type Person, sitDown } from './people.js'
import { keepPicture } from './pictures.js'
import { docxOf } from './spoilt-docx.js'
import { type RunningProgram, startProgram } from './start-program.js'

const password = 'Yunxi-2026-abc'
const station = '云溪县供水站'

let program: RunningProgram
let browser: Browser
let founder: Person
let guardian: Person
let clerk: Person
let clerkLink = ''

beforeAll(async () => {
  ;[program, browser] = await Promise.all([startProgram(), openBrowser()])
  ;[founder, guardian, clerk] = await Promise.all([sitDown(browser), sitDown(browser), sitDown(browser)])
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await program?.stop()
})

describe('the first start on an empty folder', () => {
  it('prints a one-time link behind which the first administrator is made; a second time it leads nowhere', async () => {
    const link = await findFirstLink()
    const { page } = founder
    await page.goto(link)
    await page.getByLabel('本级财政名称').fill('云溪县')
    await page.getByLabel('姓名').fill('宋知行')
    await page.getByLabel('用户名').fill('song')
    await page.getByLabel('密码').first().fill(password)
    await page.getByLabel('再写一遍密码').fill(password)
    await page.getByRole('button', { name: '建立并登录' }).click()
    await page.getByRole('heading', { name: '单位' }).waitFor()
    await guardian.page.goto(link)
    await fillFirst(guardian.page)
    await guardian.page.getByRole('alert').waitFor()
  })

  it('takes all units from one Excel file', async () => {
    const { page } = founder
    await page.getByRole('button', { name: '从 Excel 导入' }).click()
    await page.setInputFiles('input[type=file]', {
      name: '单位名单.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(unitList()),
    })
    await page.getByText('共 2 行：新增 2 个').waitFor()
    await keepPicture(page, 'first-start-units')
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByText(station).first().waitFor()
  })

  it('lets the system administrator make accounts, each with a link for its owner', async () => {
    const guardianLink = await createAccount('安若谷', 'an')
    clerkLink = await createAccount('黎小满', 'li')
    expect(clerkLink).not.toBe(guardianLink)
    await chooseOffice(founder.page, '安全管理员')
    await giveOffice(founder.page, '安若谷', ['安全管理员', '云溪县财政局'])
    await setPassword(guardian.page, guardianLink)
    await signIn(guardian.page, 'an')
  })

  it('separates the administrators: the new one takes the second office of the first and gives the clerk hers', async () => {
    const { page } = guardian
    await page.goto(`${program.address}/administration/accounts`)
    const own = page.getByRole('listitem').filter({ hasText: '安全管理员' })
    await page
      .getByRole('row')
      .filter({ hasText: '宋知行' })
      .getByRole('listitem')
      .filter({ hasText: '安全管理员' })
      .getByRole('button', { name: '收回' })
      .click()
    await page.getByRole('dialog').getByRole('button', { name: '收回', exact: true }).click()
    await expect.poll(() => own.count()).toBe(1)
    await giveOffice(page, '黎小满', ['单位填报人', station])
    await page.getByRole('row').filter({ hasText: '黎小满' }).getByText('单位填报人').waitFor()
  })

  it('lets the clerk set her password once and sign in to a page that says how to begin', async () => {
    await setPassword(clerk.page, clerkLink)
    await signIn(clerk.page, 'li')
    await clerk.page.getByText('没有通知也可以自己开始一份').waitFor()
    await keepPicture(clerk.page, 'first-start-tasks')
  })

  it('lets her begin without a notice, from a Word file', async () => {
    const { page } = clerk
    await page.getByRole('button', { name: '开始一份自评' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('自评表').selectOption('any/project-self-evaluation/2020')
    await dialog.getByLabel('项目名称').fill('农村饮水')
    await dialog.getByLabel(/导入文件/).check()
    await keepPicture(page, 'first-start-begin')
    await dialog.getByRole('button', { name: '开始填报' }).click()
    await page.waitForURL(/\/file$/)
    await page.setInputFiles('input[type=file]', {
      name: '农村饮水.docx',
      mimeType: 'application/octet-stream',
      buffer: await spoiltFile(),
    })
    await page.getByText(/识别 \d+ 个数据/).waitFor()
    await page.getByRole('button', { name: '用这些数据填报' }).click()
    await page.waitForURL(/\/filings\/[0-9a-f-]+$/)
  })

  it('lets her mend what is wrong and submit, with a receipt', async () => {
    const { page } = clerk
    const finding = page.getByRole('button', { name: /“总分”应为/ })
    await finding.click()
    await page
      .getByRole('button', { name: /^改为 / })
      .first()
      .click()
    await finding.waitFor({ state: 'detached' })
    await page.getByText(/已保存 \d/).waitFor()
    await keepPicture(page, 'first-start-mended')
    await page.getByRole('button', { name: /提交/ }).click()
    await page.getByLabel(/单位负责人姓名/).fill('陈知远')
    await page.getByRole('button', { name: '签字并提交' }).click()
    await page.waitForURL(/\/receipt$/)
    await keepPicture(page, 'first-start-receipt')
  })

  it('shows nobody a fault', () => {
    expect([founder, guardian, clerk].flatMap(({ faults }) => faults)).toEqual([])
  })
})

async function findFirstLink(): Promise<string> {
  const link = () => /http:\S+\/first\/\S+/.exec(program.output())?.[0] ?? ''
  await expect.poll(link).not.toBe('')
  return link()
}

async function fillFirst(page: Page): Promise<void> {
  await page.getByLabel('本级财政名称').fill('别处')
  await page.getByLabel('姓名').fill('别人')
  await page.getByLabel('用户名').fill('other')
  await page.getByLabel('密码').first().fill(password)
  await page.getByLabel('再写一遍密码').fill(password)
  await page.getByRole('button', { name: '建立并登录' }).click()
}

function unitList(): Uint8Array {
  const columns = ['单位编码', '单位名称', '类别', '上级单位编码'].map((title) => ({ title, width: 90 }))
  const rows = [
    ['303', '云溪县水利局', '主管部门', '001'],
    ['303001', station, '预算单位', '303'],
  ]
  return writeList({ title: '单位', columns, rows })
}

/** @returns the link with which its owner sets a password */
async function createAccount(name: string, login: string): Promise<string> {
  const { page } = founder
  await page.goto(`${program.address}/administration/accounts`)
  await page.getByRole('button', { name: '新增用户' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill(name)
  await dialog.getByLabel('账号').fill(login)
  await dialog.getByRole('button', { name: '新增', exact: true }).click()
  const link = (await dialog.locator('.secret').textContent()) ?? ''
  await dialog.getByRole('button', { name: '关闭' }).click()
  return link
}

async function chooseOffice(page: Page, role: string): Promise<void> {
  await page.locator('.who > button').click()
  await page.locator('#who-menu').getByRole('button', { name: role }).click()
  await page.locator('.who > button').filter({ hasText: role }).waitFor()
}

async function giveOffice(page: Page, name: string, [role, unit]: readonly [string, string]): Promise<void> {
  await page.goto(`${program.address}/administration/accounts`)
  const row = page.getByRole('row').filter({ hasText: name })
  await row.getByRole('button', { name: '授予岗位' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('岗位').selectOption(role)
  await dialog.getByRole('textbox').fill(unit)
  await dialog.getByRole('radio', { name: unit }).check()
  await dialog.getByRole('button', { name: '授予', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function setPassword(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('新密码').fill(password)
  await page.getByLabel('再写一遍').fill(password)
  await page.getByRole('button', { name: '设置密码' }).click()
  await page.getByText('密码设好了').waitFor()
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.getByRole('link', { name: '去登录' }).click()
  await page.getByLabel('用户名').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.locator('.who').waitFor()
}

/** The form of 农村饮水 as a Word file, everything right but its total. */
async function spoiltFile(): Promise<Buffer> {
  const { content } = contentOfFiling(filingOf(projectForm), loadPacks())
  return docxOf({ ...content, unit: station, budgetYear: 2025 }, { 'total.score': '88.45' })
}
