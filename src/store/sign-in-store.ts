import { type Selectable, sql, type Updateable } from 'kysely'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

type OneAccount = Readonly<{ regionId: string; accountId: string }>

/** An account with its secrets, for the door alone. */
export type AccountRow = Selectable<Database['account']>

/** Accounts of that login, in the region or, without one, in each that has one. */
export function listAccountsOfLogin(trx: Trx, login: string, regionId?: string): Promise<AccountRow[]> {
  return trx
    .selectFrom('account')
    .selectAll()
    .where('login', '=', login)
    .$if(regionId !== undefined, (query) => query.where('region_id', '=', regionId ?? ''))
    .execute()
}

/** Accounts in use that a subject of the bureau's own sign-on is linked to; no more than two are told. */
export function listAccountsOfSubject(trx: Trx, subject: string): Promise<AccountRow[]> {
  return trx
    .selectFrom('account')
    .selectAll()
    .where('sign_on_subject', '=', subject)
    .where('disabled_at', 'is', null)
    .limit(2)
    .execute()
}

/** The row of an account that is known to exist. */
export function getAccountRow(trx: Trx, { regionId, accountId }: OneAccount): Promise<AccountRow> {
  return trx
    .selectFrom('account')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
}

export async function updateAccount(
  trx: Trx,
  account: OneAccount,
  columns: Updateable<Database['account']>,
): Promise<undefined> {
  await accountUpdate(trx, account).set(columns).execute()
}

type Attempt = Readonly<{ now: Date; most: number; until: Date }>

/**
 * Counts a try at the password, one after the other; the one that reaches `most` locks until then.
 *
 * @returns the number of this try; undefined while the account is locked
 */
export async function countAttempt(
  trx: Trx,
  account: OneAccount,
  { now, most, until }: Attempt,
): Promise<number | undefined> {
  const times = sql<number>`case when locked_until is null then failed_attempts + 1 else 1 end`
  const counted = await accountUpdate(trx, account)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', now)]))
    .set({
      failed_attempts: times,
      locked_until: sql`case when ${times} >= ${most} then ${until}::timestamptz end`,
    })
    .returning('failed_attempts')
    .executeTakeFirst()
  return counted?.failed_attempts
}

/** Takes one try back. */
export async function uncountAttempt(trx: Trx, account: OneAccount): Promise<void> {
  await accountUpdate(trx, account)
    .set({ failed_attempts: sql`greatest(failed_attempts - 1, 0)`, locked_until: null })
    .execute()
}

/** Notes the step of a code that was right. @returns false when it, or a later one, was used before */
export async function spendStep(trx: Trx, account: OneAccount, step: string): Promise<boolean> {
  const { numUpdatedRows } = await accountUpdate(trx, account)
    .set({ second_factor_step: step })
    .where((eb) => eb.or([eb('second_factor_step', 'is', null), eb('second_factor_step', '<', step)]))
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Keeps a secret whose first code is still to be confirmed. @returns false when one is bound already */
export async function recordSecret(trx: Trx, account: OneAccount, secret: string): Promise<boolean> {
  const { numUpdatedRows } = await accountUpdate(trx, account)
    .set({ second_factor_secret: secret, second_factor_step: null })
    .where('second_factor_since', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

function accountUpdate(trx: Trx, { regionId, accountId }: OneAccount) {
  return trx.updateTable('account').where('region_id', '=', regionId).where('account_id', '=', accountId)
}
