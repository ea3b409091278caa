import { sql } from 'kysely'
import { DomainError } from '../core/errors/errors.js'
import type { Role } from '../core/workflow/role.js'
import type { Trx } from './store.js'

/** `waiting`: nobody has set a password yet. */
export type AccountState = 'active' | 'waiting' | 'locked' | 'disabled'

export type AccountQuestion = Readonly<{
  regionId: string
  now: Date
  query?: string | undefined
  role?: Role | undefined
  state?: AccountState | undefined
  unitId?: string | undefined
}>

/** What administrators see of an account; never a secret. */
const columns = [
  'account_id',
  'login',
  'name',
  'password_changed_at',
  'locked_until',
  'second_factor_since',
  'disabled_at',
  'created_at',
] as const

const stateSql = (now: Date) => sql<AccountState>`case
  when account.disabled_at is not null then 'disabled'
  when account.locked_until > ${now} then 'locked'
  when account.password_changed_at is null and account.sign_on_subject is null then 'waiting'
  else 'active' end`

function matching(trx: Trx, { regionId, now, query, role, state, unitId }: AccountQuestion) {
  let found = trx.selectFrom('account').where('account.region_id', '=', regionId)
  if (query !== undefined && query !== '')
    found = found.where(
      sql<boolean>`(position(${query} in account.name) > 0 or position(${query} in account.login) > 0)`,
    )
  if (state !== undefined) found = found.where(stateSql(now), '=', state)
  if (role !== undefined || unitId !== undefined)
    found = found.where((ask) => {
      let held = ask
        .selectFrom('office')
        .select('office_id')
        .whereRef('office.region_id', '=', 'account.region_id')
        .whereRef('office.account_id', '=', 'account.account_id')
        .where('ended_at', 'is', null)
      if (role !== undefined) held = held.where('office.role', '=', role)
      if (unitId !== undefined) held = held.where('office.unit_id', '=', unitId)
      return ask.exists(held)
    })
  return found
}

/** One page of accounts, the newest first, and how many there are. */
export async function listAccounts(
  trx: Trx,
  question: AccountQuestion,
  { offset, limit }: Readonly<{ offset: number; limit: number }>,
) {
  const { count } = await matching(trx, question)
    .select((ask) => ask.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await matching(trx, question)
    .select(columns.map((column) => `account.${column}` as const))
    .select(stateSql(question.now).as('state'))
    .orderBy('account.created_at', 'desc')
    .orderBy('account.login')
    .offset(offset)
    .limit(limit)
    .execute()
  return { total: Number(count), rows }
}

export type HeldOffice = Readonly<{
  office_id: string
  account_id: string
  role: Role
  unit_id: string
  unit_name: string
  given_at: Date
}>

/** Offices held now, of the accounts named. */
export async function listHeldOffices(
  trx: Trx,
  regionId: string,
  accountIds: readonly string[],
): Promise<readonly HeldOffice[]> {
  if (accountIds.length === 0) return []
  return await trx
    .selectFrom('office')
    .innerJoin('unit', (join) =>
      join.onRef('unit.region_id', '=', 'office.region_id').onRef('unit.unit_id', '=', 'office.unit_id'),
    )
    .select(['office_id', 'account_id', 'role', 'office.unit_id', 'unit.name as unit_name', 'given_at'])
    .where('office.region_id', '=', regionId)
    .where('office.account_id', 'in', accountIds)
    .where('office.ended_at', 'is', null)
    .orderBy('given_at')
    .execute()
}

type OneAccount = Readonly<{ regionId: string; accountId: string }>

/** An account, locked until the transaction ends. @throws DomainError ACCOUNT_NOT_FOUND */
export async function lockAccount(trx: Trx, { regionId, accountId }: OneAccount) {
  const found = await trx
    .selectFrom('account')
    .select(columns)
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) throw new DomainError('ACCOUNT_NOT_FOUND')
  return found
}

/** Whether the account asks for a code when it signs in. */
export async function hasSecondFactor(trx: Trx, { regionId, accountId }: OneAccount): Promise<boolean> {
  const found = await trx
    .selectFrom('account')
    .select('second_factor_since')
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return found?.second_factor_since != null
}

/** @throws DomainError LOGIN_TAKEN */
export async function recordAccount(
  trx: Trx,
  { regionId, login, name, now }: Readonly<{ regionId: string; login: string; name: string; now: Date }>,
): Promise<string> {
  const made = await trx
    .insertInto('account')
    .values({ region_id: regionId, login, name, created_at: now })
    .onConflict((conflict) => conflict.columns(['region_id', 'login']).doNothing())
    .returning('account_id')
    .executeTakeFirst()
  if (made === undefined) throw new DomainError('LOGIN_TAKEN', { login })
  return made.account_id
}

/** Disabling also ends every session and token at once. */
export async function recordDisabled(
  trx: Trx,
  { regionId, accountId }: OneAccount,
  disabledAt: Date | null,
): Promise<void> {
  await trx
    .updateTable('account')
    .set({ disabled_at: disabledAt })
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .execute()
  if (disabledAt === null) return
  await endSessions(trx, { regionId, accountId })
  await trx
    .updateTable('api_token')
    .set({ ended_at: disabledAt })
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Everywhere the account is signed in. */
export async function endSessions(trx: Trx, { regionId, accountId }: OneAccount): Promise<void> {
  await trx
    .deleteFrom('session')
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .execute()
}

export async function recordUnlocked(trx: Trx, { regionId, accountId }: OneAccount): Promise<void> {
  await trx
    .updateTable('account')
    .set({ locked_until: null, failed_attempts: 0 })
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .execute()
}

/** How many other people who can sign in hold a role. */
export async function countOtherHolders(
  trx: Trx,
  { regionId, accountId }: OneAccount,
  role: Role,
): Promise<number> {
  const { count } = await trx
    .selectFrom('office')
    .innerJoin('account', (join) =>
      join
        .onRef('account.region_id', '=', 'office.region_id')
        .onRef('account.account_id', '=', 'office.account_id'),
    )
    .select((ask) => ask.fn.count<string>('office.account_id').distinct().as('count'))
    .where('office.region_id', '=', regionId)
    .where('office.role', '=', role)
    .where('office.ended_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .where('office.account_id', '<>', accountId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

type NewOffice = OneAccount & Readonly<{ unitId: string; role: Role; now: Date }>

export async function recordOffice(trx: Trx, { regionId, accountId, unitId, role, now }: NewOffice) {
  const { office_id } = await trx
    .insertInto('office')
    .values({ region_id: regionId, account_id: accountId, unit_id: unitId, role, given_at: now })
    .returning('office_id')
    .executeTakeFirstOrThrow()
  return office_id
}

/** Ends an office and the sessions and tokens that work in it. */
export async function recordOfficeEnd(
  trx: Trx,
  { regionId, officeId, now }: Readonly<{ regionId: string; officeId: string; now: Date }>,
): Promise<void> {
  await trx
    .updateTable('office')
    .set({ ended_at: now })
    .where('region_id', '=', regionId)
    .where('office_id', '=', officeId)
    .execute()
  await trx
    .deleteFrom('session')
    .where('region_id', '=', regionId)
    .where('office_id', '=', officeId)
    .execute()
  await trx
    .updateTable('api_token')
    .set({ ended_at: now })
    .where('region_id', '=', regionId)
    .where('office_id', '=', officeId)
    .where('ended_at', 'is', null)
    .execute()
}
