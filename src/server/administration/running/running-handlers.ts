import { administrationRoutes } from '../../../contract/administration-routes.js'
import { type ServedRoute, serveRoute } from '../../routing/serve-route.js'
import { downloadBackup, listBackups, makeOne } from './backups.js'
import { readHealth } from './health.js'

/** What keeps the system running: backups and health. */
export const runningHandlers: readonly ServedRoute[] = [
  serveRoute(administrationRoutes.listBackups, listBackups),
  serveRoute(administrationRoutes.makeBackup, makeOne),
  serveRoute(administrationRoutes.downloadBackup, downloadBackup),
  serveRoute(administrationRoutes.readHealth, readHealth),
]
