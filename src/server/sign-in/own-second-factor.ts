import type { sessionRoutes } from '../../contract/session-routes.js'
import { DomainError } from '../../core/errors/errors.js'
import { recordSecret, updateAccount } from '../../store/sign-in-store.js'
import type { Handler } from '../routing/serve-route.js'
import { getAccount } from './account-row.js'
import { changeAccount, getProvenAccount } from './own-account.js'
import { createSecondFactorSecret, generatorOf, spendCode } from './second-factor.js'
import { signOutElsewhere } from './sessions.js'

/** A secret that counts only once its first code was confirmed; one that is bound already must be removed first. */
export const startSecondFactor: Handler<typeof sessionRoutes.startSecondFactor> = async ({
  caller,
  workplace,
}) => {
  const secret = createSecondFactorSecret()
  if (!(await workplace.store.asSystem('door', (trx) => recordSecret(trx, caller, secret))))
    throw new DomainError('SECOND_FACTOR_BOUND')
  return { address: generatorOf(secret, caller.login).toString(), secret }
}

export const confirmSecondFactor: Handler<typeof sessionRoutes.confirmSecondFactor> = async (call) => {
  const { body, caller, workplace, request } = call
  const account = await getAccount(workplace, caller)
  if (account.second_factor_since !== null) throw new DomainError('SECOND_FACTOR_BOUND')
  if (account.second_factor_secret === null) throw new DomainError('SECOND_FACTOR_NOT_STARTED')
  if (!(await spendCode(workplace, account, body.code))) throw new DomainError('SECOND_FACTOR_WRONG')
  await changeAccount(call, 'bindSecondFactor', (trx) =>
    updateAccount(trx, caller, { second_factor_since: workplace.now() }),
  )
  if (request.visitor !== undefined) await signOutElsewhere(workplace, request.visitor)
  return undefined
}

export const removeSecondFactor: Handler<typeof sessionRoutes.removeSecondFactor> = async (call) => {
  const { body, caller } = call
  await getProvenAccount(call, body.password)
  await changeAccount(call, 'removeSecondFactor', (trx) =>
    updateAccount(trx, caller, {
      second_factor_secret: null,
      second_factor_since: null,
      second_factor_step: null,
    }),
  )
  return undefined
}
