import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../testing/test-app.js'
import { hashPassword } from './passwords.js'

const password = 'Yunxi-2025-ok'
let test: TestApp
let clock = new Date('2025-03-05T01:00:00Z')
let address = 1

beforeAll(async () => {
  test = await createTestApp({ workplace: { now: () => clock } })
  const hash = await hashPassword(password)
  await test.workplace.store.asSystem('upkeep', (trx) =>
    trx.updateTable('account').set({ password_hash: hash }).execute(),
  )
})
afterAll(() => test.close())

function signIn(login: string, given: Readonly<{ password?: string; code?: string; from?: string }> = {}) {
  const { from = `10.1.0.${address++ % 250}`, ...body } = given
  const payload = { login, password, ...body }
  return test.app.inject({ method: 'POST', url: '/api/session', payload, remoteAddress: from })
}

function wait(minutes: number): void {
  clock = new Date(clock.getTime() + minutes * 60_000)
}

const wrong = { password: 'Wrong-2025-no' }

describe('wrong passwords', () => {
  it('are answered alike for a login that there is and one that there is not', async () => {
    const known = await signIn('trailreader', wrong)
    const unknown = await signIn('nobody', wrong)
    expect([known.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect(known.body).toBe(unknown.body)
    expect(known.json()).toMatchObject({ code: 'SIGN_IN_WRONG' })
  })

  it('lock the login after five for a quarter of an hour, the right password included, known or not', async () => {
    for (const login of ['financereviewer', 'nobody-else']) {
      for (let times = 0; times < 5; times += 1) expect((await signIn(login, wrong)).statusCode).toBe(401)
      const locked = await signIn(login)
      expect(locked.statusCode).toBe(429)
      expect(locked.json()).toMatchObject({ code: 'SIGN_IN_TOO_OFTEN' })
      expect(locked.headers['retry-after']).toBe('900')
    }
    wait(16)
    expect((await signIn('financereviewer')).statusCode).toBe(200)
  })

  it('at once are counted one by one: of thirty tries no more than five are even looked at', async () => {
    const tries = await Promise.all(Array.from({ length: 30 }, () => signIn('publisher', wrong)))
    const codes = tries.map(({ statusCode }) => statusCode)
    expect(codes.filter((code) => code === 401)).toHaveLength(5)
    expect(codes.filter((code) => code === 429)).toHaveLength(25)
    expect((await signIn('publisher')).statusCode).toBe(429)
    wait(16)
  })

  it('from one address are stopped whatever logins they try', async () => {
    const from = '10.9.9.9'
    for (let times = 0; times < 60; times += 1) await signIn(`guess${times}`, { ...wrong, from })
    expect((await signIn('preparer', { from })).statusCode).toBe(429)
    expect((await signIn('preparer')).statusCode).toBe(200)
    wait(6)
    expect((await signIn('preparer', { from })).statusCode).toBe(200)
  })

  it('stand in the trail with the address they came from', async () => {
    const events = await test.workplace.store.asSystem('upkeep', (trx) =>
      trx.selectFrom('event').select(['action', 'data']).execute(),
    )
    const actions = events.map(({ action }) => action)
    expect(actions).toEqual(expect.arrayContaining(['signIn', 'signInFailed', 'lockAccount']))
    expect(JSON.stringify(events)).not.toContain(wrong.password)
  })
})

async function pageOf(login: string, given = {}): Promise<Record<string, string>> {
  const answer = await signIn(login, given)
  expect(answer.statusCode).toBe(200)
  return {
    cookie: `hengxiao_session=${answer.cookies[0]?.value}`,
    'x-csrf-token': answer.json().csrfToken,
  }
}

describe('the own password', () => {
  const change = (headers: Record<string, string>, current: string, next: string) =>
    test.app.inject({ method: 'PUT', url: '/api/account/password', headers, payload: { current, next } })

  it.each([
    ['Short-1', '至少要 10 个'],
    ['alllowercase1', '至少要有三种'],
    ['Xcemeteryhead-1', '里面含有账号'],
    ['Aa1-Aa1-Aa1-', '重复的字符太多'],
    [password, '和现在的密码一样'],
  ])('may not become %s', async (next, problem) => {
    const answer = await change(await pageOf('cemeteryhead'), password, next)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().detail).toContain(problem)
  })

  it('changes for who knows it, and ends the other sessions', async () => {
    const [one, other] = [await pageOf('cemeteryhead'), await pageOf('cemeteryhead')]
    expect((await change(one, 'Wrong-2025-no', 'Better-2025-yes')).json().code).toBe('PASSWORD_WRONG')
    expect((await change(one, password, 'Better-2025-yes')).statusCode).toBe(204)
    const session = async (headers: Record<string, string>) =>
      (await test.app.inject({ url: '/api/session', headers })).json().account?.login
    expect(await session(one)).toBe('cemeteryhead')
    expect(await session(other)).toBeUndefined()
    expect((await signIn('cemeteryhead')).statusCode).toBe(401)
    expect((await signIn('cemeteryhead', { password: 'Better-2025-yes' })).statusCode).toBe(200)
  })

  it('that somebody else has set must be changed before anything else', async () => {
    const { accountId } = test.region.actors.schoolHead
    await test.workplace.store.asSystem('upkeep', (trx) =>
      trx
        .updateTable('account')
        .set({ must_change_password: true })
        .where('account_id', '=', accountId)
        .execute(),
    )
    const headers = await pageOf('schoolhead')
    const tokens = () => test.app.inject({ url: '/api/account/tokens', headers })
    expect((await tokens()).json().code).toBe('PASSWORD_MUST_CHANGE')
    expect((await change(headers, password, 'Better-2025-yes')).statusCode).toBe(204)
    expect((await tokens()).statusCode).toBe(200)
  })
})

describe('the second factor', () => {
  it('counts from its first code on, and no code works twice', async () => {
    const headers = await pageOf('archivehead')
    const url = '/api/account/second-factor'
    const started = await test.app.inject({ method: 'POST', url, headers })
    const { secret, address: otpauth } = started.json()
    expect(otpauth).toContain('otpauth://totp/')
    expect((await signIn('archivehead')).statusCode).toBe(200)
    const generator = new TOTP({ secret, digits: 6, period: 30 })
    const codeNow = () => generator.generate({ timestamp: clock.getTime() })
    const confirm = (code: string) => test.app.inject({ method: 'PUT', url, headers, payload: { code } })
    const first = codeNow()
    const unlike = first === '000000' ? '000001' : '000000'
    expect((await confirm(unlike)).json().code).toBe('SECOND_FACTOR_WRONG')
    expect((await confirm(first)).statusCode).toBe(204)
    expect((await signIn('archivehead')).json().code).toBe('SECOND_FACTOR_NEEDED')
    expect((await signIn('archivehead', { code: first })).statusCode).toBe(401)
    wait(1)
    const second = codeNow()
    expect((await signIn('archivehead', { code: second })).statusCode).toBe(200)
    expect((await signIn('archivehead', { code: second })).statusCode).toBe(401)
    expect((await signIn('archivehead', { code: first })).statusCode).toBe(401)
  })

  it('is not guessed at leisure by who has the password and says it without a code in between', async () => {
    const { accountId } = test.region.actors.archiveHead
    await test.workplace.store.asSystem('upkeep', (trx) =>
      trx.updateTable('account').set({ failed_attempts: 0 }).where('account_id', '=', accountId).execute(),
    )
    const answers: number[] = []
    for (let times = 0; times < 6; times += 1) {
      await signIn('archivehead')
      answers.push((await signIn('archivehead', { code: `00000${times}` })).statusCode)
    }
    expect(answers).toEqual([401, 401, 401, 401, 401, 429])
    wait(16)
  })

  it('goes only for who knows the password', async () => {
    wait(1)
    const { accountId } = test.region.actors.archiveHead
    const row = await test.workplace.store.asSystem('upkeep', (trx) =>
      trx
        .selectFrom('account')
        .select('second_factor_secret')
        .where('account_id', '=', accountId)
        .executeTakeFirstOrThrow(),
    )
    const code = new TOTP({ secret: row.second_factor_secret ?? '' }).generate({ timestamp: clock.getTime() })
    const headers = await pageOf('archivehead', { code })
    const remove = (given: string) =>
      test.app.inject({
        method: 'DELETE',
        url: '/api/account/second-factor',
        headers,
        payload: { password: given },
      })
    expect((await remove('Wrong-2025-no')).statusCode).toBe(400)
    expect((await remove(password)).statusCode).toBe(204)
    expect((await signIn('archivehead')).statusCode).toBe(200)
  })
})

describe('a token for a program', () => {
  it('does what its scopes say in the office it was made in, until it is ended', async () => {
    const headers = await pageOf('preparer')
    const made = await test.app.inject({
      method: 'POST',
      url: '/api/account/tokens',
      headers,
      payload: { name: '预算一体化', scopes: ['filings:read'], days: 30 },
    })
    const { token, tokenId } = made.json()
    const asProgram = { authorization: `Bearer ${token}` }
    const ask = (url: string) => test.app.inject({ url, headers: asProgram })
    expect((await ask('/api/tasks')).statusCode).toBe(200)
    const write = await test.app.inject({
      method: 'POST',
      url: '/api/filings',
      headers: asProgram,
      payload: { entryId: tokenId, from: 'blank' },
    })
    expect(write.statusCode).toBe(403)
    expect(write.json()).toMatchObject({ code: 'SCOPE_MISSING' })
    expect((await ask('/api/account/tokens')).json().code).toBe('SCOPE_MISSING')
    const stored = await test.workplace.store.asSystem('upkeep', (trx) =>
      trx.selectFrom('api_token').selectAll().execute(),
    )
    expect(JSON.stringify(stored)).not.toContain(token)
    const shown = await test.app.inject({ url: '/api/account/tokens', headers })
    expect(shown.json()).toMatchObject([{ name: '预算一体化', scopes: ['filings:read'] }])
    expect(shown.body).not.toContain(token)
    const end = () => test.app.inject({ method: 'DELETE', url: `/api/account/tokens/${tokenId}`, headers })
    expect((await end()).statusCode).toBe(204)
    expect((await ask('/api/tasks')).statusCode).toBe(401)
    expect((await end()).statusCode).toBe(404)
  })
})
