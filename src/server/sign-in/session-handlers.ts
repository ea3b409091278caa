import type { FastifyReply } from 'fastify'
import { sessionRoutes } from '../../contract/session-routes.js'
import { DomainError } from '../../core/errors/errors.js'
import { clearSessionCookie } from '../door/cookies.js'
import { type ServedRoute, serveRoute } from '../routing/serve-route.js'
import { checkDemo, listDemoAccounts, signInDemo } from './demo-accounts.js'
import { createFirstAdministrator } from './first-administrator.js'
import { listOffices, showSession } from './session-shown.js'
import { changeOffice, signOut } from './sessions.js'
import { openFirstOffice, signIn } from './sign-in.js'
import { finishSignOn, startSignOn } from './sign-on.js'
import { findSignOnAccount } from './sign-on-account.js'

/** Signing in and out, and which office one works in. */
export const sessionHandlers: readonly ServedRoute[] = [
  serveRoute(sessionRoutes.readSession, (call) => showSession(call, call.request.visitor)),
  serveRoute(sessionRoutes.signIn, async (call) =>
    showSession(call, await signIn(call.workplace, { credentials: call.body, reply: call.reply })),
  ),
  serveRoute(sessionRoutes.chooseOffice, async (call) => {
    const { workplace, body, caller, request, reply } = call
    const isOwn = (await listOffices(workplace, caller)).some(({ officeId }) => officeId === body.officeId)
    const { visitor } = request
    if (!isOwn || visitor?.by !== 'cookie') throw new DomainError('OFFICE_NOT_YOURS')
    return showSession(call, await changeOffice({ workplace, reply }, { visitor, ...body }))
  }),
  serveRoute(sessionRoutes.signOut, async ({ workplace, request, reply }) => {
    if (request.visitor?.by === 'cookie') await signOut(workplace, request.visitor)
    clearSessionCookie(reply)
    return undefined
  }),
  serveRoute(sessionRoutes.listDemoAccounts, async ({ workplace, request }) => {
    checkDemo(request, workplace)
    return listDemoAccounts(workplace)
  }),
  serveRoute(sessionRoutes.signInDemo, async (call) => {
    checkDemo(call.request, call.workplace)
    return showSession(call, await signInDemo(call.workplace, { ...call.body, reply: call.reply }))
  }),
  serveRoute(sessionRoutes.createFirstAdministrator, async (call) =>
    showSession(
      call,
      await createFirstAdministrator(call.workplace, { given: call.body, reply: call.reply }),
    ),
  ),
  serveRoute(sessionRoutes.startSignOn, ({ workplace, request, reply }) =>
    redirect(reply, () => startSignOn(request, reply, workplace.now())),
  ),
  serveRoute(sessionRoutes.finishSignOn, ({ workplace, request, reply }) =>
    redirect(reply, async () => {
      const vouched = await finishSignOn(request, reply, workplace.now())
      const account = await findSignOnAccount(workplace, vouched)
      await openFirstOffice(workplace, { account, reply, by: 'signOn' })
      return '/'
    }),
  ),
]

/** A browser that walks through the sign-on shows whatever it is sent: a refusal sends it to the sign-in page, which says why. */
async function redirect(reply: FastifyReply, step: () => Promise<string>): Promise<undefined> {
  const address = await step().catch((error: unknown) => {
    if (!(error instanceof DomainError)) reply.log.error({ err: error }, 'fault')
    return `/sign-in?refused=${error instanceof DomainError ? error.code : 'SIGN_ON_REFUSED'}`
  })
  reply.redirect(address, 302)
}
