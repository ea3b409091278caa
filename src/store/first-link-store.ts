import { sql } from 'kysely'
import type { Trx } from './store.js'

/** Whether anybody has an account in any region. */
export async function hasAccounts(trx: Trx): Promise<boolean> {
  return (await trx.selectFrom('account').select('account_id').limit(1).executeTakeFirst()) !== undefined
}

type FirstLink = Readonly<{ regionId: string; tokenHash: Buffer; expiresAt: Date }>

/** Stores the link behind which the first administrator is made; the one before is void. */
export async function recordFirstLink(
  trx: Trx,
  { regionId, tokenHash, expiresAt }: FirstLink,
): Promise<void> {
  await trx.deleteFrom('one_time_link').where('purpose', '=', 'firstAdministrator').execute()
  await trx
    .insertInto('one_time_link')
    .values({
      region_id: regionId,
      token_hash: tokenHash,
      purpose: 'firstAdministrator',
      expires_at: expiresAt,
    })
    .execute()
}

/** Uses the link up; of two at once the second waits and finds it used. @returns whether it was good */
export async function spendFirstLink(trx: Trx, tokenHash: Buffer, now: Date): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('hengxiao first administrator'))`.execute(trx)
  const { numUpdatedRows } = await trx
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', 'firstAdministrator')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
