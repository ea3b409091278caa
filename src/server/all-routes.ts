import { administrationHandlers } from './administration/administration-handlers.js'
import { filingHandlers } from './filings/filing-handlers.js'
import { reviewHandlers } from './reviewing/review-handlers.js'
import type { ServedRoute } from './routing/serve-route.js'
import { accountHandlers } from './sign-in/account-handlers.js'
import { sessionHandlers } from './sign-in/session-handlers.js'
import { uploadHandlers } from './uploads/upload-handlers.js'

/** Every route that the server serves; one line for each folder of handlers. */
export const allRoutes: readonly ServedRoute[] = [
  ...sessionHandlers,
  ...accountHandlers,
  ...administrationHandlers,
  ...filingHandlers,
  ...reviewHandlers,
  ...uploadHandlers,
]
