import { sessionRoutes } from '../../contract/session-routes.js'
import { type ServedRoute, serveRoute } from '../routing/serve-route.js'
import { changePassword } from './change-password.js'
import { confirmSecondFactor, removeSecondFactor, startSecondFactor } from './own-second-factor.js'
import { createToken, endToken, listTokens } from './tokens.js'

/** What everybody keeps about their own account: password, second factor, tokens for programs. */
export const accountHandlers: readonly ServedRoute[] = [
  serveRoute(sessionRoutes.changePassword, changePassword),
  serveRoute(sessionRoutes.startSecondFactor, startSecondFactor),
  serveRoute(sessionRoutes.confirmSecondFactor, confirmSecondFactor),
  serveRoute(sessionRoutes.removeSecondFactor, removeSecondFactor),
  serveRoute(sessionRoutes.listTokens, listTokens),
  serveRoute(sessionRoutes.createToken, createToken),
  serveRoute(sessionRoutes.endToken, endToken),
]
