import { sessionRoutes } from '../../contract/session-routes.js'
import { DomainError } from '../../core/errors.js'
import { type ServedRoute, serveRoute } from '../serve-route.js'
import { clearSessionCookie } from './cookies.js'
import { checkDemo, listDemoAccounts, signInDemo } from './demo-accounts.js'
import { createFirstAdministrator } from './first-administrator.js'
import { listOffices, showSession } from './session-shown.js'
import { changeOffice, endSession } from './sessions.js'
import { signIn } from './sign-in.js'

/** Signing in and out, and which office one works in. */
export const sessionHandlers: readonly ServedRoute[] = [
  serveRoute(sessionRoutes.readSession, ({ workplace, request }) => showSession(workplace, request.visitor)),
  serveRoute(sessionRoutes.signIn, async ({ workplace, body, reply }) =>
    showSession(workplace, await signIn(workplace, { credentials: body, reply })),
  ),
  serveRoute(sessionRoutes.chooseOffice, async ({ workplace, body, caller, request, reply }) => {
    const { visitor } = request
    const isOwn = (await listOffices(workplace, caller)).some(({ officeId }) => officeId === body.officeId)
    if (!isOwn || visitor === undefined) throw new DomainError('OFFICE_NOT_YOURS')
    return showSession(workplace, await changeOffice({ workplace, reply }, { visitor, ...body }))
  }),
  serveRoute(sessionRoutes.signOut, async ({ workplace, request, reply }) => {
    if (request.visitor?.by === 'cookie') await endSession(workplace, request.visitor)
    clearSessionCookie(reply)
    return undefined
  }),
  serveRoute(sessionRoutes.listDemoAccounts, async ({ workplace, request }) => {
    checkDemo(request, workplace)
    return listDemoAccounts(workplace)
  }),
  serveRoute(sessionRoutes.signInDemo, async ({ workplace, request, body, reply }) => {
    checkDemo(request, workplace)
    return showSession(workplace, await signInDemo(workplace, { ...body, reply }))
  }),
  serveRoute(sessionRoutes.createFirstAdministrator, async ({ workplace, body, reply }) =>
    showSession(workplace, await createFirstAdministrator(workplace, { given: body, reply })),
  ),
]
