import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startIssuer } from '../../testing/issuer.js'
import { createTestApp, type TestApp } from '../../testing/test-app.js'
import { buildApp } from '../app.js'

let test: TestApp
let issuer: Awaited<ReturnType<typeof startIssuer>>

beforeAll(async () => {
  issuer = await startIssuer('http://localhost/api/sign-on/callback')
  test = await createTestApp({
    site: {
      origin: 'http://localhost',
      signOn: {
        issuer: new URL(issuer.address),
        clientId: 'hengxiao',
        clientSecret: 'a secret of the test',
        label: '云溪县统一身份',
      },
    },
  })
})
afterAll(async () => {
  await test.close()
  await issuer.stop()
})

/** Walks through the issuer's pages as `name` and comes back with the address of the callback. */
async function beVouchedFor(name: string) {
  const start = await test.app.inject('/api/sign-on')
  expect(start.statusCode).toBe(302)
  const [cookie] = start.cookies
  const back = await issuer.walk(String(start.headers.location), name)
  return {
    back,
    cookie: `${cookie?.name}=${cookie?.value}`,
    address: new URL(String(start.headers.location)),
  }
}

function comeBack(back: string, cookie: string) {
  const { pathname, search } = new URL(back)
  return test.app.inject({ url: `${pathname}${search}`, headers: { cookie } })
}

async function placeAfter(back: string, cookie: string) {
  return (await comeBack(back, cookie)).headers.location
}

describe('the bureau’s own sign-on', () => {
  it('is offered on the sign-in page', async () => {
    expect((await test.app.inject('/api/session')).json().signOn).toBe('云溪县统一身份')
  })

  it('asks for a code with PKCE, state and nonce', async () => {
    const { address } = await beVouchedFor('preparer')
    const asked = Object.fromEntries(address.searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid profile',
    })
    expect(asked.state).toMatch(/^[\w-]{40,}$/)
    expect(asked.nonce).toMatch(/^[\w-]{40,}$/)
  })

  it('signs in the account whose login is the preferred name, and knows it by its subject from then on', async () => {
    const { back, cookie } = await beVouchedFor('preparer')
    const answer = await comeBack(back, cookie)
    expect(answer.headers.location).toBe('/')
    const session = answer.cookies.find(({ name }) => name === 'hengxiao_session')
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    const headers = { cookie: `hengxiao_session=${session?.value}` }
    expect((await test.app.inject({ url: '/api/session', headers })).json()).toMatchObject({
      account: { login: 'preparer' },
      office: { role: 'preparer' },
    })
    await test.workplace.store.asSystem('upkeep', (trx) =>
      trx.updateTable('account').set({ login: 'renamed' }).where('login', '=', 'preparer').execute(),
    )
    const again = await beVouchedFor('preparer')
    expect((await comeBack(again.back, again.cookie)).headers.location).toBe('/')
  })

  it('refuses somebody who has no account here', async () => {
    const { back, cookie } = await beVouchedFor('stranger')
    expect(await placeAfter(back, cookie)).toBe('/sign-in?refused=SIGN_ON_UNKNOWN')
  })

  it('does not give an account to a second subject of the same name', async () => {
    await test.workplace.store.asSystem('upkeep', (trx) =>
      trx
        .updateTable('account')
        .set({ sign_on_subject: 'another' })
        .where('login', '=', 'headofunit')
        .execute(),
    )
    const { back, cookie } = await beVouchedFor('headofunit')
    expect(await placeAfter(back, cookie)).toBe('/sign-in?refused=SIGN_ON_UNKNOWN')
  })

  it('refuses an answer twice, in another browser, or with another state', async () => {
    const first = await beVouchedFor('publisher')
    expect(await placeAfter(first.back, '')).toBe('/sign-in?refused=SIGN_ON_TOO_LATE')
    expect(await placeAfter(first.back, first.cookie)).toBe('/')
    expect(await placeAfter(first.back, first.cookie)).toBe('/sign-in?refused=SIGN_ON_TOO_LATE')
    const second = await beVouchedFor('publisher')
    const forged = new URL(second.back)
    forged.searchParams.set('state', 'forged')
    expect(await placeAfter(forged.href, second.cookie)).toBe('/sign-in?refused=SIGN_ON_UNCONFIRMED')
  })

  it('sends the browser back with a reason when the issuer does not answer, or none is set up', async () => {
    const silent = {
      issuer: new URL('http://127.0.0.1:9'),
      clientId: 'x',
      clientSecret: undefined,
      label: '',
    }
    for (const [signOn, reason] of [
      [silent, 'SIGN_ON_SILENT'],
      [undefined, 'SIGN_ON_ABSENT'],
    ] as const) {
      const app = await buildApp(test.workplace, { site: { signOn } })
      const { headers } = await app.inject('/api/sign-on')
      expect(headers.location).toBe(`/sign-in?refused=${reason}`)
      await app.close()
    }
  })
})
