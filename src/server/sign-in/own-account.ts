import { DomainError } from '../../core/errors/errors.js'
import { recordEvent } from '../../store/event-store.js'
import type { AccountRow } from '../../store/sign-in-store.js'
import type { Trx } from '../../store/store.js'
import type { Caller } from '../door/visitor.js'
import type { Workplace } from '../workplace/workplace.js'
import { getAccount } from './account-row.js'
import { type AttemptCounter, createAttemptCounter } from './attempts.js'
import { isPassword } from './passwords.js'

type Own = Readonly<{ caller: Caller; workplace: Workplace }>

const guesses = new WeakMap<Workplace, AttemptCounter>()

/**
 * The caller's account, once the password has been said again: whoever finds a page left open cannot take the account
 * over, nor guess at leisure.
 *
 * @throws DomainError PASSWORD_WRONG, SIGN_IN_TOO_OFTEN
 */
export async function getProvenAccount({ caller, workplace }: Own, password: string): Promise<AccountRow> {
  const counter = guesses.get(workplace) ?? createAttemptCounter(5, 15)
  guesses.set(workplace, counter)
  const minutes = counter.waitMinutes(caller.accountId, workplace.now())
  if (minutes > 0) throw new DomainError('SIGN_IN_TOO_OFTEN', { minutes })
  const account = await getAccount(workplace, caller)
  if (!(await isPassword(account.password_hash, password))) {
    counter.count(caller.accountId, workplace.now())
    throw new DomainError('PASSWORD_WRONG')
  }
  counter.forget(caller.accountId)
  return account
}

/** Changes the caller's account and leaves it in the trail, in one transaction; what `change` returns is told there. */
export async function changeAccount(
  { caller, workplace }: Own,
  action: string,
  change: (trx: Trx) => Promise<Readonly<Record<string, string>> | undefined>,
): Promise<void> {
  await workplace.store.asSystem('door', async (trx) => {
    const data = await change(trx)
    await recordEvent(trx, {
      regionId: caller.regionId,
      happenedAt: workplace.now(),
      accountId: caller.accountId,
      accountName: caller.accountName,
      role: caller.role,
      action,
      data: data ?? {},
    })
  })
}
