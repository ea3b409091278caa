import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../testing/test-app.js'
import { loggerTo } from './logging.js'

let test: TestApp
let folder = ''
let headers: Record<string, string> = {}
let log = ''
let port = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengxiao-web-'))
  await mkdir(join(folder, 'web/assets'), { recursive: true })
  await writeFile(join(folder, 'web/index.html'), '<!doctype html><title>衡效</title>')
  await writeFile(join(folder, 'web/assets/page-1a2b.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'not for the web')
  test = await createTestApp({
    site: { webFolder: join(folder, 'web'), bodySeconds: 1, bodyLimit: 100_000 },
    logger: loggerTo({
      write: (line) => {
        log += line
      },
    }),
  })
  headers = await test.signInAs(test.region.actors.preparer)
  await test.app.listen({ host: '127.0.0.1', port: 0 })
  const bound = test.app.server.address()
  port = typeof bound === 'object' && bound !== null ? bound.port : 0
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a change from another site', () => {
  const payload = { name: '令牌', scopes: ['filings:read'], days: 1 } as const
  const make = (given: Record<string, string>) =>
    test.app.inject({ method: 'POST', url: '/api/account/tokens', headers: given, payload })

  it('is refused without the token of the session, with another one, and with a foreign origin', async () => {
    const { cookie = '' } = headers
    const other = await test.signInAs(test.region.actors.headOfUnit)
    const refused = [
      { cookie },
      { cookie, 'x-csrf-token': other['x-csrf-token'] ?? '' },
      { ...headers, origin: 'https://evil.example' },
      { ...headers, origin: 'null' },
      { ...headers, 'sec-fetch-site': 'cross-site' },
      { ...headers, 'sec-fetch-site': 'same-site' },
    ]
    for (const given of refused) {
      const answer = await make(given)
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'REQUEST_NOT_OURS'])
    }
    expect((await make({ ...headers, origin: 'http://localhost:81' })).statusCode).toBe(403)
    expect((await make({ ...headers, origin: 'http://localhost' })).statusCode).toBe(200)
  })

  it('cannot sign somebody in, nor come as a form', async () => {
    const payload = { login: 'preparer', password: 'any' }
    const url = '/api/session'
    const foreign = await test.app.inject({
      method: 'POST',
      url,
      headers: { origin: 'https://evil.example' },
      payload,
    })
    expect(foreign.json().code).toBe('REQUEST_NOT_OURS')
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const form = await test.app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': type },
        payload: JSON.stringify(payload),
      })
      expect([form.statusCode, form.json().code]).toEqual([415, 'BODY_KIND_WRONG'])
    }
  })

  it('is not done by another method in disguise', async () => {
    const disguised = await test.app.inject({
      method: 'POST',
      url: '/api/session?_method=DELETE',
      headers: { ...headers, 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' },
      payload: { login: 'a', password: 'b' },
    })
    expect(disguised.statusCode).toBe(401)
    expect((await test.app.inject({ url: '/api/session', headers })).json().account).not.toBeNull()
  })
})

describe('every answer', () => {
  it.each(['/', '/api/session', '/api/nowhere', '/nowhere', '/healthz', '/assets/page-1a2b.js'])(
    'bears the headers that keep browsers safe: %s',
    async (url) => {
      const answer = await test.app.inject({ url })
      const policy = String(answer.headers['content-security-policy'])
      const scripts = policy.split('; ').find((line) => line.startsWith('script-src'))
      expect(scripts).toBe("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("object-src 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).not.toContain('unsafe-eval')
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(answer.headers['permissions-policy']).toContain('camera=()')
      expect(answer.headers).not.toHaveProperty('x-powered-by')
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    },
  )

  it('asks for https next time only where the page has https, and its cookie is then tied to it', async () => {
    expect((await test.app.inject('/')).headers).not.toHaveProperty('strict-transport-security')
    const secure = await createTestApp({ site: { origin: 'https://jixiao.example' } })
    const answer = await secure.app.inject('/api/session')
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d{8,}/)
    const plain = await secure.app.inject({
      url: '/api/session',
      headers: await secure.signInAs(secure.region.actors.preparer),
    })
    expect(plain.json().account).toBeNull()
    await secure.close()
  })

  it('is a problem in Chinese when something is wrong, without a stack', async () => {
    const answer = await test.app.inject({ method: 'POST', url: '/api/session', payload: { login: '' } })
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ status: 400, code: 'REQUEST_WRONG' })
    expect(answer.json().detail).toMatch(/[\u4e00-\u9fff]/)
    const broken = await test.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json' },
      payload: '{"login":',
    })
    expect([broken.statusCode, broken.json().code]).toEqual([400, 'REQUEST_WRONG'])
    expect(broken.body).not.toMatch(/node_modules|at \w+ \(/)
  })
})

describe('bodies', () => {
  it('that are too large are refused', async () => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login: 'a', password: 'x'.repeat(200_000) },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'BODY_TOO_LARGE'])
  })

  it('that trickle in are cut off, told why, and the next caller is served', async () => {
    const head = [
      'POST /api/session HTTP/1.1',
      'host: localhost',
      'content-type: application/json',
      'content-length: 5000',
      '',
      '{"login":',
    ].join('\r\n')
    const answer = await trickle(head)
    expect(answer).toContain('HTTP/1.1 408')
    expect(answer).toContain('BODY_TOO_SLOW')
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  })

  it('that declare a prototype are refused or harmless', async () => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json' },
      payload: '{"login":"a","password":"b","__proto__":{"isAdministrator":true}}',
    })
    expect(answer.statusCode).toBe(400)
    expect({}).not.toHaveProperty('isAdministrator')
  })
})

/** Sends a head and then one sign every 200 ms; gives what came back before the end. */
function trickle(head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(head))
    const timer = setInterval(() => socket.writable && socket.write(' '), 200)
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8')
    })
    socket.on('error', (error) => (answer === '' ? reject(error) : undefined))
    socket.on('close', () => {
      clearInterval(timer)
      resolve(answer)
    })
    socket.setTimeout(8000, () => socket.destroy())
  })
}

describe('the built page', () => {
  it('is given for addresses of its own, with hashed files kept for ever', async () => {
    for (const url of ['/', '/sign-in', '/filings/any', '/index.html'])
      expect((await test.app.inject(url)).body).toContain('<title>衡效</title>')
    expect((await test.app.inject('/')).headers['cache-control']).toBe('no-cache')
    expect((await test.app.inject('/assets/page-1a2b.js')).headers['cache-control']).toContain('immutable')
    expect((await test.app.inject('/assets/gone.js')).statusCode).toBe(404)
    expect((await test.app.inject('/api/gone')).statusCode).toBe(404)
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..%5csecret.txt',
    '/%00secret.txt',
    '//secret.txt',
  ])('is no way to other files: %s', async (path) => {
    const answer = await trickle(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 \d{3}/)
    expect(answer).not.toContain('not for the web')
  })
})

describe('the demonstration', () => {
  const signIn = (app: TestApp['app'], given: { remoteAddress?: string; headers?: Record<string, string> }) =>
    app.inject({
      method: 'POST',
      url: '/api/demo-session',
      payload: { officeId: test.region.actors.preparer.officeId },
      ...given,
    })

  it('does not exist without --demo', async () => {
    expect((await signIn(test.app, {})).statusCode).toBe(404)
    expect((await test.app.inject('/api/demo-accounts')).statusCode).toBe(404)
  })

  it('exists on this machine alone, for the people it names', async () => {
    const demo = await createTestApp({ workplace: { demo: true } })
    const { officeId } = demo.region.actors.preparer
    const settings = JSON.stringify({ demoAccounts: [{ officeId, does: '填报' }] })
    await demo.workplace.store.asSystem('upkeep', (trx) =>
      trx.updateTable('region').set({ settings }).execute(),
    )
    const payload = { officeId }
    const ask = (given: object) =>
      demo.app.inject({ method: 'POST', url: '/api/demo-session', payload, ...given })
    expect((await ask({})).statusCode).toBe(200)
    expect((await ask({ remoteAddress: '192.168.1.7' })).statusCode).toBe(404)
    expect((await ask({ headers: { host: 'evil.example:8321' } })).statusCode).toBe(404)
    expect((await ask({ headers: { 'x-forwarded-for': '192.168.1.7' } })).statusCode).toBe(404)
    const unnamed = { officeId: demo.region.actors.publisher.officeId }
    expect((await ask({ payload: unnamed })).statusCode).toBe(404)
    await demo.close()
  })
})

describe('the log', () => {
  it('has requests by route and no secret', async () => {
    await test.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { authorization: 'Bearer a-token-that-nobody-may-see' },
      payload: { login: 'preparer', password: 'a-password-nobody-may-see' },
    })
    await test.app.inject({ url: '/first/a-link-that-nobody-may-see' })
    test.app.log.error({ password: 'a-password-nobody-may-see', err: new Error('fault') }, 'fault')
    expect(log).toContain('"route":"/api/session"')
    expect(log).toContain('fault')
    expect(log).not.toContain('nobody-may-see')
    expect(log).not.toContain(headers.cookie?.split('=')[1])
    expect(log).not.toContain(headers['x-csrf-token'])
  })
})
