import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, type NodeProcess, startProcess } from '../src/testing/node-process.js'
import { openBrowser } from './browser.js'
import { sitDown } from './people.js'
import { freePort, type RunningProgram, startProgram } from './start-program.js'

const label = '云溪县统一身份'

let issuer: NodeProcess
let program: RunningProgram
let browser: Browser

beforeAll(async () => {
  const port = await freePort()
  issuer = startProcess('issuer-process.ts', [`http://127.0.0.1:${port}/api/sign-on/callback`])
  const environment = {
    HENGXIAO_SIGN_ON_ISSUER: (await issuer.line()) ?? '',
    HENGXIAO_SIGN_ON_CLIENT: 'hengxiao',
    HENGXIAO_SIGN_ON_SECRET: 'a secret of the test',
    HENGXIAO_SIGN_ON_LABEL: label,
  }
  ;[program, browser] = await Promise.all([startProgram({ port, environment }), openBrowser()])
  await createAdministrator('song')
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await program?.stop()
  await issuer?.kill('SIGKILL')
})

describe('the built server with an issuer of the bureau’s own', () => {
  it('signs in whoever the issuer vouches for', async () => {
    const { page, faults } = await beVouchedFor('song')
    await page.locator('.who').filter({ hasText: '宋知行' }).waitFor()
    expect(faults).toEqual([])
  })

  it('tells somebody without an account on the sign-in page, in a sentence', async () => {
    const { page } = await beVouchedFor('stranger')
    await page.getByRole('alert').filter({ hasText: '本系统里没有对应的账号' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    expect(await page.getByLabel('用户名').count()).toBe(1)
  })

  it('tells somebody who comes back without having begun', async () => {
    const { page } = await sitDown(browser)
    await page.goto(`${program.address}/api/sign-on/callback?code=made-up&state=made-up`)
    await page.getByRole('alert').filter({ hasText: '等得太久' }).waitFor()
  })

  it('does not start with settings that are wrong, and says which', async () => {
    const environment = { HENGXIAO_SIGN_ON_ISSUER: 'http://sso.example.cn', HENGXIAO_SIGN_ON_CLIENT: 'x' }
    await expect(startProgram({ environment })).rejects.toThrow(/HENGXIAO_SIGN_ON_ISSUER 要写https 网址/)
  })
})

async function createAdministrator(login: string): Promise<void> {
  const token = await eventually(async () => /\/first\/(\S+)/.exec(program.output())?.[1])
  const answer = await fetch(`${program.address}/api/first-administrator`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      regionName: '云溪县',
      login,
      name: '宋知行',
      password: 'Yunxi-2026-abc',
    }),
  })
  expect(answer.status).toBe(200)
}

/** From the button of the sign-in page through the issuer's own two pages, in a browser that nobody has used. */
async function beVouchedFor(name: string): Promise<{ page: Page; faults: readonly string[] }> {
  const { page, faults } = await sitDown(browser)
  await page.goto(`${program.address}/sign-in`)
  await page.getByRole('link', { name: `用${label}登录` }).click()
  await page.locator('input[name=login]').fill(`subject-${name}`)
  await page.locator('input[name=password]').fill('any')
  await page.locator('button[type=submit]').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL((address) => address.origin === program.address)
  return { page, faults }
}
