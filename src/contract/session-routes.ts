import { z } from 'zod'
import { route, scopes } from './route.js'
import { Id, Instant, RoleName } from './shapes.js'

export const OfficeShown = z.strictObject({
  officeId: Id,
  role: RoleName,
  roleName: z.string(),
  unitId: Id,
  unitName: z.string(),
})

/** Who is signed in, as the page needs it. `csrfToken` goes back in the header `x-csrf-token` of every change. */
export const SessionShown = z.strictObject({
  title: z.string(),
  regionName: z.string(),
  demo: z.boolean(),
  /** Label of the bureau's own sign-on; null where none is set up. */
  signOn: z.string().nullable(),
  account: z.strictObject({ accountId: Id, login: z.string(), name: z.string() }).nullable(),
  office: OfficeShown.nullable(),
  offices: z.array(OfficeShown),
  csrfToken: z.string().nullable(),
  secondFactor: z.boolean(),
  mustChangePassword: z.boolean(),
  /** Budget years that have notices or filings, newest first. */
  years: z.array(z.number().int()),
})

const Login = z.string().min(1).max(64)
const Password = z.string().min(1).max(200)

export const sessionRoutes = {
  readSession: route({
    id: 'readSession',
    method: 'GET',
    path: '/api/session',
    summary: '当前登录',
    who: 'anyone',
    answer: SessionShown,
  }),
  signIn: route({
    id: 'signIn',
    method: 'POST',
    path: '/api/session',
    summary: '登录',
    who: 'anyone',
    body: z.strictObject({
      login: Login,
      password: Password,
      code: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
    }),
    answer: SessionShown,
  }),
  chooseOffice: route({
    id: 'chooseOffice',
    method: 'PUT',
    path: '/api/session/office',
    summary: '换一个岗位',
    who: 'signedIn',
    body: z.strictObject({ officeId: Id }),
    answer: SessionShown,
  }),
  signOut: route({ id: 'signOut', method: 'DELETE', path: '/api/session', summary: '退出', who: 'signedIn' }),
  listDemoAccounts: route({
    id: 'listDemoAccounts',
    method: 'GET',
    path: '/api/demo-accounts',
    summary: '演示账号（仅演示）',
    who: 'anyone',
    answer: z.array(
      z.strictObject({
        officeId: Id,
        name: z.string(),
        roleName: z.string(),
        unitName: z.string(),
        does: z.string(),
      }),
    ),
  }),
  signInDemo: route({
    id: 'signInDemo',
    method: 'POST',
    path: '/api/demo-session',
    summary: '一键登录（仅演示）',
    who: 'anyone',
    body: z.strictObject({ officeId: Id }),
    answer: SessionShown,
  }),
  startSignOn: route({
    id: 'startSignOn',
    method: 'GET',
    path: '/api/sign-on',
    summary: '用本单位统一身份登录',
    who: 'anyone',
  }),
  finishSignOn: route({
    id: 'finishSignOn',
    method: 'GET',
    path: '/api/sign-on/callback',
    summary: '统一身份登录返回',
    who: 'anyone',
  }),
  createFirstAdministrator: route({
    id: 'createFirstAdministrator',
    method: 'POST',
    path: '/api/first-administrator',
    summary: '用一次性链接建立第一个管理员',
    who: 'anyone',
    body: z.strictObject({
      token: z.string().max(200),
      regionName: z.string().min(1).max(100),
      login: Login,
      name: z.string().min(1).max(50),
      password: Password,
    }),
    answer: SessionShown,
  }),
  changePassword: route({
    id: 'changePassword',
    method: 'PUT',
    path: '/api/account/password',
    summary: '修改密码',
    who: 'signedIn',
    body: z.strictObject({ current: Password, next: Password }),
  }),
  startSecondFactor: route({
    id: 'startSecondFactor',
    method: 'POST',
    path: '/api/account/second-factor',
    summary: '开始绑定动态口令',
    who: 'signedIn',
    answer: z.strictObject({ address: z.string(), secret: z.string() }),
  }),
  confirmSecondFactor: route({
    id: 'confirmSecondFactor',
    method: 'PUT',
    path: '/api/account/second-factor',
    summary: '确认动态口令',
    who: 'signedIn',
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  }),
  removeSecondFactor: route({
    id: 'removeSecondFactor',
    method: 'DELETE',
    path: '/api/account/second-factor',
    summary: '解除动态口令',
    who: 'signedIn',
    body: z.strictObject({ password: Password }),
  }),
  listTokens: route({
    id: 'listTokens',
    method: 'GET',
    path: '/api/account/tokens',
    summary: '我的接口令牌',
    who: 'signedIn',
    answer: z.array(
      z.strictObject({
        tokenId: Id,
        name: z.string(),
        scopes: z.array(z.enum(scopes)),
        expiresAt: Instant,
        usedAt: Instant.nullable(),
      }),
    ),
  }),
  createToken: route({
    id: 'createToken',
    method: 'POST',
    path: '/api/account/tokens',
    summary: '新建接口令牌',
    who: 'signedIn',
    body: z.strictObject({
      name: z.string().min(1).max(100),
      scopes: z.array(z.enum(scopes)).min(1),
      days: z.number().int().min(1).max(365),
    }),
    answer: z.strictObject({ tokenId: Id, token: z.string() }),
  }),
  endToken: route({
    id: 'endToken',
    method: 'DELETE',
    path: '/api/account/tokens/:tokenId',
    summary: '停用接口令牌',
    who: 'signedIn',
    params: z.strictObject({ tokenId: Id }),
  }),
}
