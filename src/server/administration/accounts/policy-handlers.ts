import type { accountRoutes } from '../../../contract/account-routes.js'
import { findRegion, recordSignInRules } from '../../../store/region-store.js'
import { parsePolicy } from '../../door/policy.js'
import type { Handler } from '../../routing/serve-route.js'
import { recordDone } from '../record-done.js'

export const readPolicy: Handler<typeof accountRoutes.readPolicy> = async ({ caller, workplace }) => {
  const region = await workplace.store.asActor(caller, (trx) => findRegion(trx, caller.regionId))
  const { sessionMinutes, lockAfterAttempts, lockMinutes, passwordDays } = parsePolicy(region?.settings)
  return { sessionMinutes, lockAfterAttempts, lockMinutes, passwordDays }
}

export const changePolicy: Handler<typeof accountRoutes.changePolicy> = (call) =>
  call.workplace.store.asActor(call.caller, async (trx) => {
    await recordSignInRules(trx, call.caller.regionId, call.body)
    await recordDone(trx, call, { action: 'changePolicy', data: { ...call.body } })
    return undefined
  })
