import { z } from 'zod'
import { AccountShown, AccountState, PasswordLink, SignInPolicy } from './administration-shapes.js'
import { route } from './route.js'
import { Id, Instant, Paging, pageOf, RoleName } from './shapes.js'

export const AccountFilter = {
  query: z.string().max(100).optional(),
  role: RoleName.optional(),
  state: AccountState.optional(),
  unitId: Id.optional(),
}

const AccountParams = z.strictObject({ accountId: Id })
const systemAdministrator = ['systemAdministrator'] as const
const securityAdministrator = ['securityAdministrator'] as const
const both = [...systemAdministrator, ...securityAdministrator] as const

/** People: the system administrator keeps accounts, the security administrator offices and sign-in rules. */
export const accountRoutes = {
  listAccounts: route({
    id: 'listAccounts',
    method: 'GET',
    path: '/api/accounts',
    summary: '用户名单',
    who: both,
    scope: 'administration',
    query: z.strictObject({ ...Paging, ...AccountFilter }),
    answer: pageOf(AccountShown),
  }),
  exportAccounts: route({
    id: 'exportAccounts',
    method: 'GET',
    path: '/api/accounts.xlsx',
    summary: '导出用户名单',
    who: both,
    scope: 'administration',
    query: z.strictObject(AccountFilter),
  }),
  createAccount: route({
    id: 'createAccount',
    method: 'POST',
    path: '/api/accounts',
    summary: '新增用户',
    who: systemAdministrator,
    scope: 'administration',
    body: z.strictObject({
      login: z
        .string()
        .trim()
        .regex(/^[\p{L}\p{N}._-]{2,64}$/u),
      name: z.string().trim().min(1).max(50),
    }),
    answer: PasswordLink,
  }),
  /** The old password stays valid until the link is used; an older link is void. */
  createPasswordLink: route({
    id: 'createPasswordLink',
    method: 'POST',
    path: '/api/accounts/:accountId/password-link',
    summary: '重置密码',
    who: systemAdministrator,
    scope: 'administration',
    params: AccountParams,
    answer: PasswordLink,
  }),
  disableAccount: route({
    id: 'disableAccount',
    method: 'PUT',
    path: '/api/accounts/:accountId/disabled',
    summary: '停用或恢复用户',
    who: systemAdministrator,
    scope: 'administration',
    params: AccountParams,
    body: z.strictObject({ disabled: z.boolean(), reason: z.string().trim().max(500).default('') }),
  }),
  unlockAccount: route({
    id: 'unlockAccount',
    method: 'POST',
    path: '/api/accounts/:accountId/unlock',
    summary: '解除锁定',
    who: systemAdministrator,
    scope: 'administration',
    params: AccountParams,
  }),
  /** The system administrator only while there is no security administrator, and only to appoint the first. */
  giveOffice: route({
    id: 'giveOffice',
    method: 'POST',
    path: '/api/accounts/:accountId/offices',
    summary: '授予岗位',
    who: both,
    scope: 'administration',
    params: AccountParams,
    body: z.strictObject({ unitId: Id, role: RoleName }),
    answer: z.strictObject({ officeId: Id }),
  }),
  endOffice: route({
    id: 'endOffice',
    method: 'DELETE',
    path: '/api/accounts/:accountId/offices/:officeId',
    summary: '收回岗位',
    who: securityAdministrator,
    scope: 'administration',
    params: z.strictObject({ accountId: Id, officeId: Id }),
  }),
  readPolicy: route({
    id: 'readPolicy',
    method: 'GET',
    path: '/api/sign-in-policy',
    summary: '登录规则',
    who: both,
    scope: 'administration',
    answer: SignInPolicy,
  }),
  changePolicy: route({
    id: 'changePolicy',
    method: 'PUT',
    path: '/api/sign-in-policy',
    summary: '修改登录规则',
    who: securityAdministrator,
    scope: 'administration',
    body: SignInPolicy,
  }),
  /** For the page behind a one-time link: whose password is being set. */
  readPasswordLink: route({
    id: 'readPasswordLink',
    method: 'POST',
    path: '/api/password-link',
    summary: '一次性链接属于谁',
    who: 'anyone',
    body: z.strictObject({ token: z.string().min(10).max(200) }),
    answer: z.strictObject({ login: z.string(), name: z.string(), expiresAt: Instant }),
  }),
  setPasswordByLink: route({
    id: 'setPasswordByLink',
    method: 'PUT',
    path: '/api/password-link',
    summary: '用一次性链接设置密码',
    who: 'anyone',
    body: z.strictObject({ token: z.string().min(10).max(200), password: z.string().min(1).max(200) }),
  }),
}
