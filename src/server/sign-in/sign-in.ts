import type { FastifyReply } from 'fastify'
import type { Transaction } from 'kysely'
import { DomainError } from '../../core/errors.js'
import type { Database } from '../../store/schema.js'
import type { Visitor } from '../visitor.js'
import type { Workplace } from '../workplace.js'
import { type AccountRow, findAccountByLogin } from './account-row.js'
import { type AttemptCounter, createAttemptCounter } from './attempts.js'
import { isPassword } from './passwords.js'
import { type Policy, parsePolicy } from './policy.js'
import { recordOf, recordSignIn } from './record-sign-in.js'
import { spendCode } from './second-factor.js'
import { listOffices } from './session-shown.js'
import { openSession } from './sessions.js'

export type Credentials = Readonly<{ login: string; password: string; code?: string | undefined }>

type Counters = Readonly<{ perAddress: AttemptCounter; perUnknownLogin: AttemptCounter }>

const counters = new WeakMap<Workplace, Counters>()

/** Failures of logins that do not exist are counted too, so that being locked does not tell who exists. */
function countersOf(workplace: Workplace): Counters {
  const known = counters.get(workplace)
  if (known !== undefined) return known
  const fresh = { perAddress: createAttemptCounter(60, 5), perUnknownLogin: createAttemptCounter(5, 15) }
  counters.set(workplace, fresh)
  return fresh
}

/**
 * Signs somebody in by password and, where bound, second factor. Wrong login, wrong password and a disabled account
 * are answered alike and in the same time.
 *
 * @throws DomainError SIGN_IN_WRONG, SIGN_IN_TOO_OFTEN, SECOND_FACTOR_NEEDED, ACCOUNT_WITHOUT_OFFICE
 */
export async function signIn(
  workplace: Workplace,
  { credentials, reply }: Readonly<{ credentials: Credentials; reply: FastifyReply }>,
): Promise<Visitor | undefined> {
  const address = reply.request.ip
  countAddress(workplace, address)
  const account = await findAccountByLogin(workplace, credentials.login)
  const policy = parsePolicy(account === undefined ? {} : await readSettings(workplace, account.region_id))
  checkLock(workplace, account, credentials.login)
  const isRight = await isPassword(account?.password_hash ?? null, credentials.password)
  if (!isRight || account === undefined || account.disabled_at !== null) {
    await countFailure(workplace, { account, login: credentials.login, policy, address })
    throw new DomainError('SIGN_IN_WRONG')
  }
  await checkSecondFactor(workplace, { account, code: credentials.code, policy, address })
  await settle(workplace, account, policy)
  return openFirstOffice(workplace, { account, reply, by: 'password' })
}

type Proven = Readonly<{ account: AccountRow; reply: FastifyReply; by: 'password' | 'signOn' }>

/**
 * Opens a session in the first office of an account whose owner has been proven.
 *
 * @throws DomainError ACCOUNT_WITHOUT_OFFICE
 */
export async function openFirstOffice(
  workplace: Workplace,
  { account, reply, by }: Proven,
): Promise<Visitor | undefined> {
  const { region_id: regionId, account_id: accountId } = account
  const [office] = await listOffices(workplace, { regionId, accountId })
  if (office === undefined) throw new DomainError('ACCOUNT_WITHOUT_OFFICE')
  await recordSignIn(workplace, account, { action: 'signIn', data: { by, address: reply.request.ip } })
  return openSession({ workplace, reply }, { regionId, accountId, officeId: office.officeId })
}

function countAddress(workplace: Workplace, address: string): void {
  const { perAddress } = countersOf(workplace)
  const minutes = perAddress.waitMinutes(address, workplace.now())
  if (minutes > 0) throw new DomainError('SIGN_IN_TOO_OFTEN', { minutes })
  perAddress.count(address, workplace.now())
}

function checkLock(workplace: Workplace, account: AccountRow | undefined, login: string): void {
  const now = workplace.now()
  const until = account?.locked_until ?? null
  const minutes =
    account === undefined
      ? countersOf(workplace).perUnknownLogin.waitMinutes(login, now)
      : until !== null && until > now
        ? Math.ceil((until.getTime() - now.getTime()) / 60_000)
        : 0
  if (minutes > 0) throw new DomainError('SIGN_IN_TOO_OFTEN', { minutes })
}

async function checkSecondFactor(
  workplace: Workplace,
  { account, code, policy, address }: Failure & Readonly<{ account: AccountRow; code: string | undefined }>,
): Promise<void> {
  if (account.second_factor_since === null) return
  if (code === undefined) throw new DomainError('SECOND_FACTOR_NEEDED')
  if (await spendCode(workplace, account, code)) return
  await countFailure(workplace, { account, login: account.login, policy, address })
  throw new DomainError('SIGN_IN_WRONG')
}

type Failure = Readonly<{ account: AccountRow | undefined; policy: Policy; address: string }>

/** Counted in the database, one after the other, so that many tries at once do not slip through. */
async function countFailure(
  workplace: Workplace,
  { account, login, policy, address }: Failure & Readonly<{ login: string }>,
): Promise<void> {
  const now = workplace.now()
  if (account === undefined) return countersOf(workplace).perUnknownLogin.count(login, now)
  await workplace.store.asSystem(async (trx) => {
    const { failed_attempts } = await accountUpdate(trx, account)
      .set((eb) => ({ failed_attempts: eb('failed_attempts', '+', 1) }))
      .returning('failed_attempts')
      .executeTakeFirstOrThrow()
    await recordOf(trx, account, { action: 'signInFailed', data: { address }, now })
    if (failed_attempts < policy.lockAfterAttempts) return
    const locked_until = new Date(now.getTime() + policy.lockMinutes * 60_000)
    await accountUpdate(trx, account).set({ failed_attempts: 0, locked_until }).execute()
    await recordOf(trx, account, {
      action: 'lockAccount',
      data: { minutes: String(policy.lockMinutes) },
      now,
    })
  })
}

function accountUpdate(trx: Transaction<Database>, { region_id, account_id }: AccountRow) {
  return trx.updateTable('account').where('region_id', '=', region_id).where('account_id', '=', account_id)
}

async function settle(workplace: Workplace, account: AccountRow, policy: Policy): Promise<void> {
  const must_change_password = account.must_change_password || isTooOld(account, policy, workplace.now())
  await workplace.store.asSystem((trx) =>
    accountUpdate(trx, account)
      .set({ failed_attempts: 0, locked_until: null, must_change_password })
      .execute(),
  )
}

function isTooOld({ password_changed_at }: AccountRow, { passwordDays }: Policy, now: Date): boolean {
  if (passwordDays === 0 || password_changed_at === null) return false
  return now.getTime() - password_changed_at.getTime() > passwordDays * 86_400_000
}

async function readSettings({ store }: Workplace, regionId: string): Promise<unknown> {
  const region = await store.asSystem((trx) =>
    trx.selectFrom('region').select('settings').where('region_id', '=', regionId).executeTakeFirst(),
  )
  return region?.settings
}
