import type { sessionRoutes } from '../../contract/session-routes.js'
import { DomainError } from '../../core/errors/errors.js'
import { updateAccount } from '../../store/sign-in-store.js'
import type { Handler } from '../routing/serve-route.js'
import { changeAccount, getProvenAccount } from './own-account.js'
import { checkNewPassword, hashPassword, isPassword } from './passwords.js'
import { signOutElsewhere } from './sessions.js'

/** A new password ends every other session of the account. */
export const changePassword: Handler<typeof sessionRoutes.changePassword> = async (call) => {
  const { body, caller, workplace, request } = call
  const account = await getProvenAccount(call, body.current)
  checkNewPassword(body.next, account)
  if (await isPassword(account.password_hash, body.next))
    throw new DomainError('PASSWORD_TOO_WEAK', { problem: '和现在的密码一样。' })
  const password_hash = await hashPassword(body.next)
  await changeAccount(call, 'changePassword', (trx) =>
    updateAccount(trx, caller, {
      password_hash,
      password_changed_at: workplace.now(),
      must_change_password: false,
    }),
  )
  if (request.visitor !== undefined) await signOutElsewhere(workplace, request.visitor)
  return undefined
}
