import { DomainError } from '../../core/errors/errors.js'
import type { AccountRow } from '../../store/sign-in-store.js'
import { listAccountsOfLogin, listAccountsOfSubject, updateAccount } from '../../store/sign-in-store.js'
import type { Workplace } from '../workplace/workplace.js'
import { recordOf } from './record-sign-in.js'
import type { Vouched } from './sign-on.js'

/**
 * The account of somebody whom the issuer vouches for: by subject; the first time by the preferred name, if it is the
 * login of an account that nobody was linked to, which is linked then for ever.
 *
 * @throws DomainError SIGN_ON_UNKNOWN
 */
export async function findSignOnAccount(
  { store, now }: Workplace,
  { subject, preferredName }: Vouched,
): Promise<AccountRow> {
  return store.asSystem('door', async (trx) => {
    const linked = await listAccountsOfSubject(trx, subject)
    if (linked.length === 1 && linked[0] !== undefined) return linked[0]
    const named = await listAccountsOfLogin(trx, preferredName ?? '')
    const free = named.filter((one) => one.sign_on_subject === null && one.disabled_at === null)
    const [account] = free
    if (linked.length > 0 || free.length !== 1 || account === undefined)
      throw new DomainError('SIGN_ON_UNKNOWN')
    const one = { regionId: account.region_id, accountId: account.account_id }
    const own = account.password_hash === null ? { must_change_password: false } : {}
    await updateAccount(trx, one, { sign_on_subject: subject, ...own })
    await recordOf(trx, account, { action: 'linkSignOn', data: {}, now: now() })
    return account
  })
}
