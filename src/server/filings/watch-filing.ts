import { filingRoutes } from '../../contract/filing-routes.js'
import { openStream } from '../routing/open-stream.js'
import { serveRoute } from '../routing/serve-route.js'

/** Tells whoever has the filing open what others do with it. */
export const watchFiling = serveRoute(filingRoutes.watchFiling, async (call) =>
  openStream(call, `filing/${call.params.filingId}`),
)
