import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestActor } from '../../../testing/region.js'
import { createTestApp, type TestApp } from '../../../testing/test-app.js'

let test: TestApp
beforeEach(async () => {
  test = await createTestApp()
})
afterEach(() => test.close())

type Sent = Readonly<{ method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; url: string; payload?: object }>

async function ask(actor: TestActor, { method = 'GET', url, payload }: Sent) {
  const headers = await test.signInAs(actor)
  return test.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
}

async function createAccount(): Promise<Readonly<{ accountId: string; path: string }>> {
  const payload = { login: 'new.clerk', name: '李…' }
  const { systemAdministrator } = test.region.actors
  return (await ask(systemAdministrator, { method: 'POST', url: '/api/accounts', payload })).json()
}

function give(actor: TestActor, accountId: string, payload: object) {
  return ask(actor, { method: 'POST', url: `/api/accounts/${accountId}/offices`, payload })
}

describe('accounts', () => {
  it('are made with a link that sets the password once and then signs in', async () => {
    const { accountId, path } = await createAccount()
    const { securityAdministrator } = test.region.actors
    const unitId = test.region.units.school.unitId
    expect((await give(securityAdministrator, accountId, { unitId, role: 'preparer' })).statusCode).toBe(200)
    const token = path.replace('/password/', '')
    const set = (password: string) =>
      test.app.inject({ method: 'PUT', url: '/api/password-link', payload: { token, password } })
    expect((await set('short')).json().code).toBe('PASSWORD_TOO_WEAK')
    expect((await set('Yunxi-2026-ok')).statusCode).toBe(204)
    expect((await set('Yunxi-2026-ko')).json().code).toBe('LINK_WRONG')
    const payload = { login: 'new.clerk', password: 'Yunxi-2026-ok' }
    const signedIn = await test.app.inject({ method: 'POST', url: '/api/session', payload })
    expect(signedIn.json()).toMatchObject({ office: { role: 'preparer', unitName: '云溪县第一小学' } })
  })

  it('are listed with their offices, filtered by role, and never show a secret', async () => {
    const url = '/api/accounts?role=trailReader'
    const answer = await ask(test.region.actors.securityAdministrator, { url })
    expect(answer.json()).toMatchObject({
      total: 1,
      items: [{ state: 'waiting', offices: [{ role: 'trailReader', unitName: '云溪县财政局' }] }],
    })
    expect(answer.body).not.toMatch(/hash|secret_/i)
  })

  it('refuse a login that is taken', async () => {
    await createAccount()
    const payload = { login: 'new.clerk', name: '王…' }
    const { systemAdministrator } = test.region.actors
    const answer = await ask(systemAdministrator, { method: 'POST', url: '/api/accounts', payload })
    expect(answer.json().detail).toBe('账号“new.clerk”已经有人用了。请换一个账号名。')
  })

  it('that are disabled lose their sessions at once', async () => {
    const { preparer, systemAdministrator } = test.region.actors
    const headers = await test.signInAs(preparer)
    const url = `/api/accounts/${preparer.accountId}/disabled`
    await ask(systemAdministrator, { method: 'PUT', url, payload: { disabled: true, reason: '调离' } })
    const after = await test.app.inject({ url: '/api/tasks', headers })
    expect(after.statusCode).toBe(401)
  })

  it('are not disabled by oneself, nor when nobody else could do what they do', async () => {
    const { systemAdministrator, securityAdministrator } = test.region.actors
    const disable = (actor: TestActor) =>
      ask(systemAdministrator, {
        method: 'PUT',
        url: `/api/accounts/${actor.accountId}/disabled`,
        payload: { disabled: true },
      })
    expect((await disable(systemAdministrator)).json().code).toBe('ACCOUNT_YOURSELF')
    expect((await disable(securityAdministrator)).json().detail).toContain('最后一位能登录的安全管理员')
  })
})

describe('offices', () => {
  it('keep the three administrators apart from each other and from business', async () => {
    const { securityAdministrator, performanceSection, trailReader, preparer } = test.region.actors
    const unitId = test.region.units.bureau.unitId
    for (const [actor, role] of [
      [performanceSection, 'systemAdministrator'],
      [trailReader, 'systemAdministrator'],
      [trailReader, 'financeReviewer'],
    ] as const) {
      const answer = await give(securityAdministrator, actor.accountId, { unitId, role })
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'OFFICES_MUST_BE_SEPARATE'])
    }
    const second = { unitId: test.region.units.cemetery.unitId, role: 'preparer' }
    expect((await give(securityAdministrator, preparer.accountId, second)).statusCode).toBe(200)
  })

  it('are given by nobody to oneself and only by the security administrator', async () => {
    const { securityAdministrator, systemAdministrator, preparer } = test.region.actors
    const wanted = { unitId: test.region.units.bureau.unitId, role: 'publisher' }
    const own = await give(securityAdministrator, securityAdministrator.accountId, wanted)
    expect(own.json().code).toBe('ACCOUNT_YOURSELF')
    const other = await give(systemAdministrator, preparer.accountId, wanted)
    expect(other.json().code).toBe('NOT_ALLOWED')
  })

  it('stand only where they belong', async () => {
    const { securityAdministrator, preparer } = test.region.actors
    const wanted = { unitId: test.region.units.school.unitId, role: 'departmentReviewer' }
    const answer = await give(securityAdministrator, preparer.accountId, wanted)
    expect(answer.json().detail).toBe(
      '“主管部门审核人”要设在主管部门，不能设在“云溪县第一小学”。请换一个单位或岗位。',
    )
  })

  it('that end close the pages that work in them', async () => {
    const { securityAdministrator, preparer } = test.region.actors
    const headers = await test.signInAs(preparer)
    const url = `/api/accounts/${preparer.accountId}/offices/${preparer.officeId}`
    expect((await ask(securityAdministrator, { method: 'DELETE', url })).statusCode).toBe(204)
    expect((await test.app.inject({ url: '/api/tasks', headers })).statusCode).toBe(401)
  })
})

describe('sign-in rules', () => {
  it('are changed by the security administrator alone and leave an event for the reader of the trail', async () => {
    const { securityAdministrator, systemAdministrator, trailReader } = test.region.actors
    const payload = { sessionMinutes: 20, lockAfterAttempts: 3, lockMinutes: 30, passwordDays: 90 }
    const change = { method: 'PUT', url: '/api/sign-in-policy', payload } as const
    expect((await ask(systemAdministrator, change)).statusCode).toBe(403)
    expect((await ask(securityAdministrator, change)).statusCode).toBe(204)
    expect((await ask(systemAdministrator, { url: '/api/sign-in-policy' })).json()).toEqual(payload)
    const trail = (await ask(trailReader, { url: '/api/trail?action=changePolicy' })).json()
    expect(trail.items[0].words).toContain('无操作 20 分钟退出；输错 3 次锁定 30 分钟；密码 每 90 天更换')
  })
})

describe('the trail', () => {
  it('is verified whole, and says where it was changed', async () => {
    const { trailReader, systemAdministrator } = test.region.actors
    await createAccount()
    const verify = () => ask(trailReader, { method: 'POST', url: '/api/trail-verifications' })
    expect((await verify()).json()).toMatchObject({ intact: true, brokenAt: null })
    await test.workplace.store.asSystem('upkeep', async (trx) => {
      const { sql } = await import('kysely')
      await sql`alter table event disable trigger event_append_only`.execute(trx)
      await sql`update event set account_name = '别人' where sequence = 1`.execute(trx)
    })
    expect((await verify()).json()).toMatchObject({ intact: false, brokenAt: '1' })
    expect((await ask(systemAdministrator, { url: '/api/trail' })).statusCode).toBe(403)
  })
})
