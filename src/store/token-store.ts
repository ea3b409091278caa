import type { Insertable } from 'kysely'
import type { Database } from './schema.js'
import { personColumns } from './session-store.js'
import type { Trx } from './store.js'

type OneAccount = Readonly<{ regionId: string; accountId: string }>
type OneToken = Readonly<{ regionId: string; tokenId: string }>

/** A token that was not ended, with its person; none of a disabled account or an ended office. */
export async function findToken(trx: Trx, tokenHash: Buffer) {
  return trx
    .selectFrom('api_token')
    .innerJoin('account', (join) =>
      join
        .onRef('account.region_id', '=', 'api_token.region_id')
        .onRef('account.account_id', '=', 'api_token.account_id'),
    )
    .innerJoin('office', (join) =>
      join
        .onRef('office.region_id', '=', 'api_token.region_id')
        .onRef('office.office_id', '=', 'api_token.office_id')
        .onRef('office.account_id', '=', 'api_token.account_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.region_id', '=', 'office.region_id').onRef('unit.unit_id', '=', 'office.unit_id'),
    )
    .select(['api_token.token_id', 'api_token.scopes', 'api_token.used_at', 'api_token.expires_at'])
    .select(personColumns)
    .where('api_token.token_hash', '=', tokenHash)
    .where('api_token.ended_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .where('office.ended_at', 'is', null)
    .executeTakeFirst()
}

export type TokenRow = NonNullable<Awaited<ReturnType<typeof findToken>>>

export async function recordTokenUse(trx: Trx, { regionId, tokenId }: OneToken, at: Date): Promise<void> {
  await trx
    .updateTable('api_token')
    .set({ used_at: at })
    .where('region_id', '=', regionId)
    .where('token_id', '=', tokenId)
    .execute()
}

/** Tokens of an account that still work, the oldest first. */
export function listTokens(trx: Trx, { regionId, accountId }: OneAccount, now: Date) {
  return trx
    .selectFrom('api_token')
    .select(['token_id', 'name', 'scopes', 'expires_at', 'used_at'])
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .orderBy('token_id')
    .execute()
}

/** @returns its id */
export async function recordToken(trx: Trx, token: Insertable<Database['api_token']>): Promise<string> {
  const row = await trx.insertInto('api_token').values(token).returning('token_id').executeTakeFirstOrThrow()
  return row.token_id
}

/** @returns its name; undefined when the account has none such that works */
export async function recordTokenEnd(
  trx: Trx,
  { regionId, accountId, tokenId }: OneAccount & OneToken,
  at: Date,
): Promise<string | undefined> {
  const ended = await trx
    .updateTable('api_token')
    .set({ ended_at: at })
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .where('token_id', '=', tokenId)
    .where('ended_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  return ended?.name
}
