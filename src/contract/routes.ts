import { accountRoutes } from './account-routes.js'
import { administrationRoutes } from './administration-routes.js'
import { filingRoutes } from './filing-routes.js'
import { reviewRoutes } from './review-routes.js'
import type { RouteDefinition } from './route.js'
import { sessionRoutes } from './session-routes.js'
import { unitRoutes } from './unit-routes.js'
import { uploadRoutes } from './upload-routes.js'

/** Every route of the API by its id. */
export const routes = {
  ...sessionRoutes,
  ...filingRoutes,
  ...reviewRoutes,
  ...uploadRoutes,
  ...accountRoutes,
  ...unitRoutes,
  ...administrationRoutes,
} as const

export type Routes = typeof routes
export type RouteId = keyof Routes

/** The same as a list, for whoever looks at all of them alike. */
export const routeList: readonly RouteDefinition[] = Object.values(routes)
