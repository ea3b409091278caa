import type { ServedRoute } from '../routing/serve-route.js'
import { accountHandlers } from './accounts/account-handlers.js'
import { packHandlers } from './packs/pack-handlers.js'
import { runningHandlers } from './running/running-handlers.js'
import { trailHandlers } from './trail/trail-handlers.js'
import { unitHandlers } from './units/unit-handlers.js'

/** Everything that administrators and the performance section keep. */
export const administrationHandlers: readonly ServedRoute[] = [
  ...unitHandlers,
  ...accountHandlers,
  ...packHandlers,
  ...trailHandlers,
  ...runningHandlers,
]
