import { DomainError } from '../../core/errors/errors.js'
import type { Workplace } from '../workplace/workplace.js'
import type { AccountRow } from './account-row.js'
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
  return store.asSystem(async (trx) => {
    const linked = await trx
      .selectFrom('account')
      .selectAll()
      .where('sign_on_subject', '=', subject)
      .where('disabled_at', 'is', null)
      .limit(2)
      .execute()
    if (linked.length === 1 && linked[0] !== undefined) return linked[0]
    const named = await trx
      .selectFrom('account')
      .selectAll()
      .where('login', '=', preferredName ?? '')
      .where('sign_on_subject', 'is', null)
      .where('disabled_at', 'is', null)
      .limit(2)
      .execute()
    const [account] = named
    if (linked.length > 0 || named.length !== 1 || account === undefined)
      throw new DomainError('SIGN_ON_UNKNOWN')
    await trx
      .updateTable('account')
      .set({
        sign_on_subject: subject,
        ...(account.password_hash === null ? { must_change_password: false } : {}),
      })
      .where('region_id', '=', account.region_id)
      .where('account_id', '=', account.account_id)
      .execute()
    await recordOf(trx, account, { action: 'linkSignOn', data: {}, now: now() })
    return account
  })
}
