import { DomainError } from '../core/errors/errors.js'
import type { Trx } from './store.js'

type NewLink = Readonly<{ regionId: string; accountId: string; tokenHash: Buffer; expiresAt: Date }>

/** Stores a link that sets the password of an account; earlier ones of it are void. */
export async function recordPasswordLink(
  trx: Trx,
  { regionId, accountId, tokenHash, expiresAt }: NewLink,
): Promise<void> {
  await trx
    .deleteFrom('one_time_link')
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'passwordReset')
    .where('used_at', 'is', null)
    .execute()
  await trx
    .insertInto('one_time_link')
    .values({
      region_id: regionId,
      token_hash: tokenHash,
      purpose: 'passwordReset',
      account_id: accountId,
      expires_at: expiresAt,
    })
    .execute()
}

/** The account that a link sets the password of, locked. @throws DomainError LINK_WRONG */
export async function takePasswordLink(trx: Trx, tokenHash: Buffer, now: Date) {
  const found = await trx
    .selectFrom('one_time_link')
    .innerJoin('account', (join) =>
      join
        .onRef('account.region_id', '=', 'one_time_link.region_id')
        .onRef('account.account_id', '=', 'one_time_link.account_id'),
    )
    .select(['account.region_id', 'account.account_id', 'account.login', 'account.name', 'expires_at'])
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', 'passwordReset')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('account.disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) throw new DomainError('LINK_WRONG')
  return found
}

type UsedLink = Readonly<{
  regionId: string
  accountId: string
  tokenHash: Buffer
  passwordHash: string
  now: Date
}>

/** The link is used up, the password set, the lock opened. */
export async function recordPasswordByLink(trx: Trx, used: UsedLink): Promise<void> {
  const { regionId, accountId, tokenHash, passwordHash, now } = used
  await trx
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('region_id', '=', regionId)
    .where('token_hash', '=', tokenHash)
    .execute()
  await trx
    .updateTable('account')
    .set({
      password_hash: passwordHash,
      password_changed_at: now,
      must_change_password: false,
      failed_attempts: 0,
      locked_until: null,
    })
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .execute()
}
