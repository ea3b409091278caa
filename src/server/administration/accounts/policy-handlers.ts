import { sql } from 'kysely'
import type { accountRoutes } from '../../../contract/account-routes.js'
import { parsePolicy } from '../../door/policy.js'
import type { Handler } from '../../routing/serve-route.js'
import { recordDone } from '../record-done.js'

export const readPolicy: Handler<typeof accountRoutes.readPolicy> = async ({ caller, workplace }) => {
  const { settings } = await workplace.store.asActor(caller, (trx) =>
    trx
      .selectFrom('region')
      .select('settings')
      .where('region_id', '=', caller.regionId)
      .executeTakeFirstOrThrow(),
  )
  const { sessionMinutes, lockAfterAttempts, lockMinutes, passwordDays } = parsePolicy(settings)
  return { sessionMinutes, lockAfterAttempts, lockMinutes, passwordDays }
}

export const changePolicy: Handler<typeof accountRoutes.changePolicy> = (call) =>
  call.workplace.store.asActor(call.caller, async (trx) => {
    await trx
      .updateTable('region')
      .set({
        settings: sql`settings || jsonb_build_object('signIn',
          coalesce(settings->'signIn', '{}'::jsonb) || ${JSON.stringify(call.body)}::jsonb)`,
      })
      .where('region_id', '=', call.caller.regionId)
      .execute()
    await recordDone(trx, call, { action: 'changePolicy', data: { ...call.body } })
    return undefined
  })
