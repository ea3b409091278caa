import type { ServedRoute } from '../serve-route.js'
import { accountHandlers } from './accounts/account-handlers.js'
import { unitHandlers } from './units/unit-handlers.js'

/** Everything that administrators and the performance section keep. */
export const administrationHandlers: readonly ServedRoute[] = [...unitHandlers, ...accountHandlers]
