import type { Insertable } from 'kysely'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

/** Names a session by the hash of its secret. */
export type SessionId = Readonly<{ regionId: string; tokenHash: Buffer }>

/** A session with its person and region; none of a disabled account or an ended office. */
export async function findSession(trx: Trx, tokenHash: Buffer) {
  return trx
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join
        .onRef('account.region_id', '=', 'session.region_id')
        .onRef('account.account_id', '=', 'session.account_id'),
    )
    .innerJoin('office', (join) =>
      join
        .onRef('office.region_id', '=', 'session.region_id')
        .onRef('office.office_id', '=', 'session.office_id')
        .onRef('office.account_id', '=', 'session.account_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.region_id', '=', 'office.region_id').onRef('unit.unit_id', '=', 'office.unit_id'),
    )
    .innerJoin('region', 'region.region_id', 'session.region_id')
    .select(['session.csrf_token', 'session.seen_at', 'session.expires_at', 'region.settings'])
    .select(personColumns)
    .where('session.token_hash', '=', tokenHash)
    .where('account.disabled_at', 'is', null)
    .where('office.ended_at', 'is', null)
    .executeTakeFirst()
}

/** Who stands behind a session or a token. */
export const personColumns = [
  'account.region_id',
  'account.account_id',
  'account.name as account_name',
  'account.login',
  'account.must_change_password',
  'office.office_id',
  'office.role',
  'unit.unit_id',
  'unit.name as unit_name',
  'unit.path',
] as const

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>

type NewSession = Insertable<Database['session']> & Readonly<{ created_at: Date }>

/** Opens a session; sessions that are over are swept away with it. */
export async function recordSession(trx: Trx, session: NewSession): Promise<void> {
  await trx.insertInto('session').values(session).execute()
  await trx.deleteFrom('session').where('expires_at', '<', session.created_at).execute()
}

export async function recordSeen(trx: Trx, { regionId, tokenHash }: SessionId, at: Date): Promise<void> {
  await trx
    .updateTable('session')
    .set({ seen_at: at })
    .where('region_id', '=', regionId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** Another office, under a new secret. */
export async function recordSessionOffice(
  trx: Trx,
  { regionId, tokenHash }: SessionId,
  next: Readonly<{ token_hash: Buffer; office_id: string; csrf_token: string }>,
): Promise<void> {
  await trx
    .updateTable('session')
    .set(next)
    .where('region_id', '=', regionId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

export async function endSession(trx: Trx, { regionId, tokenHash }: SessionId): Promise<void> {
  await trx
    .deleteFrom('session')
    .where('region_id', '=', regionId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** Every session of the account but this one. */
export async function endOtherSessions(
  trx: Trx,
  { regionId, tokenHash, accountId }: SessionId & Readonly<{ accountId: string }>,
): Promise<void> {
  await trx
    .deleteFrom('session')
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .where('token_hash', '!=', tokenHash)
    .execute()
}
