import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../testing/test-app.js'
import { hashPassword } from './passwords.js'

const password = 'Yunxi-2025-ok'
let test: TestApp
let clock = new Date('2025-03-05T01:00:00Z')

beforeAll(async () => {
  test = await createTestApp({ workplace: { now: () => clock } })
  const hash = await hashPassword(password)
  await test.workplace.store.asSystem('upkeep', (trx) =>
    trx.updateTable('account').set({ password_hash: hash }).execute(),
  )
})
afterAll(() => test.close())

function signIn(login: string, given = password) {
  return test.app.inject({ method: 'POST', url: '/api/session', payload: { login, password: given } })
}

/** What a browser sends back after an answer. */
function pageOf(answer: Awaited<ReturnType<typeof signIn>>): Record<string, string> {
  const [cookie] = answer.cookies
  return { cookie: `${cookie?.name}=${cookie?.value}`, 'x-csrf-token': answer.json().csrfToken ?? '' }
}

describe('signing in', () => {
  it('shows nobody before, and who it is after', async () => {
    const before = await test.app.inject('/api/session')
    expect(before.json()).toMatchObject({ account: null, regionName: '云溪县', demo: false, signOn: null })
    const answer = await signIn('preparer')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ account: { login: 'preparer' }, office: { role: 'preparer' } })
    const again = await test.app.inject({ url: '/api/session', headers: pageOf(answer) })
    expect(again.json()).toEqual(answer.json())
  })

  it('gives a cookie that scripts and other sites cannot use', async () => {
    const [cookie] = (await signIn('preparer')).cookies
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    expect(cookie).not.toHaveProperty('domain')
  })

  it('keeps only the hash of the token', async () => {
    const [cookie] = (await signIn('preparer')).cookies
    const rows = await test.workplace.store.asSystem('upkeep', (trx) =>
      trx.selectFrom('session').selectAll().execute(),
    )
    const token = Buffer.from(cookie?.value ?? '', 'base64url')
    expect(token).toHaveLength(32)
    expect(rows.some((row) => row.token_hash.equals(token))).toBe(false)
    expect(JSON.stringify(rows)).not.toContain(cookie?.value)
  })

  it('makes a new token even when the browser brings one along', async () => {
    const fixed = `hengxiao_session=${'A'.repeat(43)}`
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { cookie: fixed },
      payload: { login: 'preparer', password },
    })
    expect(answer.cookies[0]?.value).not.toBe('A'.repeat(43))
    const before = await test.app.inject({ url: '/api/session', headers: { cookie: fixed } })
    expect(before.json().account).toBeNull()
    const second = await test.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: pageOf(answer),
      payload: { login: 'preparer', password },
    })
    const old = await test.app.inject({ url: '/api/session', headers: pageOf(answer) })
    expect(second.statusCode).toBe(200)
    expect(old.json().account).toBeNull()
  })

  it('ends at once when signing out', async () => {
    const headers = pageOf(await signIn('preparer'))
    const out = await test.app.inject({ method: 'DELETE', url: '/api/session', headers })
    expect(out.statusCode).toBe(204)
    const after = await test.app.inject({ url: '/api/session', headers })
    expect(after.json().account).toBeNull()
  })

  it('ends after half an hour without a request, and after twelve hours whatever happens', async () => {
    const headers = pageOf(await signIn('preparer'))
    const began = clock
    const isThere = async () =>
      (await test.app.inject({ url: '/api/session', headers })).json().account !== null
    for (let minutes = 20; minutes < 720; minutes += 20) {
      clock = new Date(began.getTime() + minutes * 60_000)
      expect(await isThere()).toBe(true)
    }
    clock = new Date(began.getTime() + 721 * 60_000)
    expect(await isThere()).toBe(false)
    const idle = pageOf(await signIn('preparer'))
    clock = new Date(clock.getTime() + 31 * 60_000)
    expect((await test.app.inject({ url: '/api/session', headers: idle })).json().account).toBeNull()
  })
})
