import { accountRoutes } from '../../../contract/account-routes.js'
import { type ServedRoute, serveRoute } from '../../routing/serve-route.js'
import {
  createAccount,
  createPasswordLink,
  disableAccount,
  endOffice,
  giveOffice,
  unlockAccount,
} from './change-accounts.js'
import { answerAccounts, exportAccounts } from './list-accounts.js'
import { readPasswordLink, setPasswordByLink } from './password-links.js'
import { changePolicy, readPolicy } from './policy-handlers.js'

/** People, their offices, and the rules of signing in. */
export const accountHandlers: readonly ServedRoute[] = [
  serveRoute(accountRoutes.listAccounts, answerAccounts),
  serveRoute(accountRoutes.exportAccounts, exportAccounts),
  serveRoute(accountRoutes.createAccount, createAccount),
  serveRoute(accountRoutes.createPasswordLink, createPasswordLink),
  serveRoute(accountRoutes.disableAccount, disableAccount),
  serveRoute(accountRoutes.unlockAccount, unlockAccount),
  serveRoute(accountRoutes.giveOffice, giveOffice),
  serveRoute(accountRoutes.endOffice, endOffice),
  serveRoute(accountRoutes.readPolicy, readPolicy),
  serveRoute(accountRoutes.changePolicy, changePolicy),
  serveRoute(accountRoutes.readPasswordLink, readPasswordLink),
  serveRoute(accountRoutes.setPasswordByLink, setPasswordByLink),
]
