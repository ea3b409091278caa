import type { accountRoutes } from '../../../contract/account-routes.js'
import { DomainError } from '../../../core/errors/errors.js'
import { type Role, roleNames } from '../../../core/workflow/role.js'
import {
  countOtherHolders,
  listHeldOffices,
  lockAccount,
  recordAccount,
  recordDisabled,
  recordOffice,
  recordOfficeEnd,
  recordUnlocked,
} from '../../../store/account-store.js'
import type { Trx } from '../../../store/store.js'
import { getUnit } from '../../../store/unit-store.js'
import type { Caller } from '../../door/visitor.js'
import type { Handler } from '../../routing/serve-route.js'
import { recordDone } from '../record-done.js'
import { createLink } from './password-links.js'
import { refuseMixedRoles, refuseWrongPlace } from './separation.js'

/** @throws DomainError ACCOUNT_YOURSELF */
function refuseOneself(caller: Caller, accountId: string, action: string): void {
  if (caller.accountId === accountId) throw new DomainError('ACCOUNT_YOURSELF', { action })
}

/** Roles without which nobody could mend the rest. */
const indispensable: readonly Role[] = ['systemAdministrator', 'securityAdministrator']

type LastOne = Readonly<{
  regionId: string
  accountId: string
  name: string
  roles: readonly Role[]
  action: string
}>

/** @throws DomainError LAST_ADMINISTRATOR */
async function refuseLastOne(trx: Trx, { roles, name, action, ...account }: LastOne): Promise<void> {
  for (const role of indispensable.filter((one) => roles.includes(one)))
    if ((await countOtherHolders(trx, account, role)) === 0)
      throw new DomainError('LAST_ADMINISTRATOR', { name, role: roleNames[role], action })
}

export const createAccount: Handler<typeof accountRoutes.createAccount> = (call) =>
  call.workplace.store.asSystem('people', async (trx) => {
    const { caller, body, workplace } = call
    const accountId = await recordAccount(trx, {
      regionId: caller.regionId,
      ...body,
      now: workplace.now(),
    })
    const link = await createLink(trx, call, accountId)
    await recordDone(trx, call, { action: 'createAccount', data: { ...body } })
    return link
  })

export const createPasswordLink: Handler<typeof accountRoutes.createPasswordLink> = (call) =>
  call.workplace.store.asSystem('people', async (trx) => {
    const { accountId } = call.params
    refuseOneself(call.caller, accountId, '重置')
    const account = await lockAccount(trx, { regionId: call.caller.regionId, accountId })
    if (account.disabled_at !== null)
      throw new DomainError('ACCOUNT_DISABLED', { name: account.name, action: '重置密码' })
    const link = await createLink(trx, call, accountId)
    await recordDone(trx, call, { action: 'createPasswordLink', data: { name: account.name } })
    return link
  })

export const disableAccount: Handler<typeof accountRoutes.disableAccount> = (call) =>
  call.workplace.store.asSystem('people', async (trx) => {
    const { caller, params, body, workplace } = call
    refuseOneself(caller, params.accountId, body.disabled ? '停用' : '恢复')
    const one = { regionId: caller.regionId, accountId: params.accountId }
    const { name } = await lockAccount(trx, one)
    const held = await listHeldOffices(trx, one.regionId, [one.accountId])
    const roles = held.map(({ role }) => role)
    if (body.disabled) await refuseLastOne(trx, { ...one, name, roles, action: '停用' })
    await recordDisabled(trx, one, body.disabled ? workplace.now() : null)
    const action = body.disabled ? 'disableAccount' : 'enableAccount'
    await recordDone(trx, call, { action, data: { name, reason: body.reason } })
    return undefined
  })

export const unlockAccount: Handler<typeof accountRoutes.unlockAccount> = (call) =>
  call.workplace.store.asActor(call.caller, async (trx) => {
    const one = { regionId: call.caller.regionId, accountId: call.params.accountId }
    refuseOneself(call.caller, one.accountId, '解除锁定')
    const { name } = await lockAccount(trx, one)
    await recordUnlocked(trx, one)
    await recordDone(trx, call, { action: 'unlockAccount', data: { name } })
    return undefined
  })

/** While there is no security administrator, the system administrator may appoint one, and nobody else. */
async function refuseUnlessEntitled(trx: Trx, caller: Caller, role: Role): Promise<void> {
  if (caller.role === 'securityAdministrator') return
  const holders = await countOtherHolders(trx, caller, 'securityAdministrator')
  if (role === 'securityAdministrator' && holders === 0) return
  throw new DomainError('NOT_ALLOWED', { role: roleNames[caller.role], what: '授予岗位' })
}

export const giveOffice: Handler<typeof accountRoutes.giveOffice> = (call) =>
  call.workplace.store.asActor(call.caller, async (trx) => {
    const { caller, params, body, workplace } = call
    const { regionId } = caller
    refuseOneself(caller, params.accountId, '授予岗位给')
    await refuseUnlessEntitled(trx, caller, body.role)
    const one = { regionId, accountId: params.accountId }
    const account = await lockAccount(trx, one)
    if (account.disabled_at !== null)
      throw new DomainError('ACCOUNT_DISABLED', { name: account.name, action: '授予岗位' })
    const unit = await getUnit(trx, regionId, body.unitId)
    if (unit.ended_on !== null)
      throw new DomainError('UNIT_ENDED', { unit: unit.name, day: unit.ended_on, action: '设岗位' })
    refuseWrongPlace(body.role, unit)
    const held = await listHeldOffices(trx, regionId, [one.accountId])
    const roleName = roleNames[body.role]
    if (held.some((office) => office.role === body.role && office.unit_id === unit.unit_id))
      throw new DomainError('OFFICE_HELD', { name: account.name, unit: unit.name, role: roleName })
    refuseMixedRoles(
      account.name,
      held.map(({ role }) => role),
      body.role,
    )
    const officeId = await recordOffice(trx, { ...one, ...body, now: workplace.now() })
    const data = { name: account.name, unit: unit.name, roleName }
    await recordDone(trx, call, { action: 'giveOffice', unit, data })
    return { officeId }
  })

export const endOffice: Handler<typeof accountRoutes.endOffice> = (call) =>
  call.workplace.store.asSystem('people', async (trx) => {
    const { caller, params, workplace } = call
    const { regionId } = caller
    refuseOneself(caller, params.accountId, '收回岗位自')
    const { name } = await lockAccount(trx, { regionId, accountId: params.accountId })
    const held = await listHeldOffices(trx, regionId, [params.accountId])
    const office = held.find(({ office_id }) => office_id === params.officeId)
    if (office === undefined) throw new DomainError('OFFICE_NOT_FOUND')
    const roles = [office.role]
    const last = { regionId, accountId: params.accountId, name, roles, action: '收回岗位' }
    await refuseLastOne(trx, last)
    await recordOfficeEnd(trx, { regionId, officeId: office.office_id, now: workplace.now() })
    const unit = await getUnit(trx, regionId, office.unit_id)
    const data = { name, unit: unit.name, roleName: roleNames[office.role] }
    await recordDone(trx, call, { action: 'endOffice', unit, data })
    return undefined
  })
