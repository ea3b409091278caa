import type { FastifyReply } from 'fastify'
import { DomainError } from '../../core/errors/errors.js'
import { findRegion } from '../../store/region-store.js'
import type { AccountRow } from '../../store/sign-in-store.js'
import {
  countAttempt as countTry,
  uncountAttempt as uncountTry,
  updateAccount,
} from '../../store/sign-in-store.js'
import { type Policy, parsePolicy } from '../door/policy.js'
import type { Visitor } from '../door/visitor.js'
import type { Workplace } from '../workplace/workplace.js'
import { findAccountByLogin } from './account-row.js'
import { type AttemptCounter, createAttemptCounter } from './attempts.js'
import { isPassword } from './passwords.js'
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
  const attempt = await countAttempt(workplace, { account, login: credentials.login, policy })
  const isRight = await isPassword(account?.password_hash ?? null, credentials.password)
  if (!isRight || account === undefined || account.disabled_at !== null) {
    if (account !== undefined) await recordFailure(workplace, { account, attempt, policy, address })
    throw new DomainError('SIGN_IN_WRONG')
  }
  await checkSecondFactor(workplace, { account, attempt, code: credentials.code, policy, address })
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

type Attempt = Readonly<{ account: AccountRow; attempt: number; policy: Policy; address: string }>

async function checkSecondFactor(
  workplace: Workplace,
  { code, ...given }: Attempt & Readonly<{ code: string | undefined }>,
): Promise<void> {
  const { account } = given
  if (account.second_factor_since === null) return
  if (code === undefined) {
    await uncountAttempt(workplace, account)
    throw new DomainError('SECOND_FACTOR_NEEDED')
  }
  if (await spendCode(workplace, account, code)) return
  await recordFailure(workplace, given)
  throw new DomainError('SIGN_IN_WRONG')
}

type Knock = Readonly<{ account: AccountRow | undefined; login: string; policy: Policy }>

/**
 * Counted before the password is looked at, one after the other in the database: of many tries at once no more are
 * looked at than of many in a row. The try that reaches the limit locks; if it was right, it unlocks again.
 *
 * @returns the number of this try
 * @throws DomainError SIGN_IN_TOO_OFTEN
 */
async function countAttempt(workplace: Workplace, { account, login, policy }: Knock): Promise<number> {
  const now = workplace.now()
  if (account === undefined) return countUnknown(workplace, login)
  const until = new Date(now.getTime() + policy.lockMinutes * 60_000)
  const counted = await workplace.store.asSystem('door', (trx) =>
    countTry(trx, idOf(account), { now, until, most: policy.lockAfterAttempts }),
  )
  if (counted !== undefined) return counted
  const end = account.locked_until?.getTime() ?? until.getTime()
  throw new DomainError('SIGN_IN_TOO_OFTEN', {
    minutes: Math.max(1, Math.ceil((end - now.getTime()) / 60_000)),
  })
}

function countUnknown(workplace: Workplace, login: string): number {
  const { perUnknownLogin } = countersOf(workplace)
  const minutes = perUnknownLogin.waitMinutes(login, workplace.now())
  if (minutes > 0) throw new DomainError('SIGN_IN_TOO_OFTEN', { minutes })
  perUnknownLogin.count(login, workplace.now())
  return 0
}

/** The right password without a code is neither a failure nor a success: it must not start the count of codes anew. */
async function uncountAttempt(workplace: Workplace, account: AccountRow): Promise<void> {
  await workplace.store.asSystem('door', (trx) => uncountTry(trx, idOf(account)))
}

async function recordFailure(
  workplace: Workplace,
  { account, attempt, policy, address }: Attempt,
): Promise<void> {
  const now = workplace.now()
  await workplace.store.asSystem('door', async (trx) => {
    await recordOf(trx, account, { action: 'signInFailed', data: { address }, now })
    if (attempt < policy.lockAfterAttempts) return
    await recordOf(trx, account, {
      action: 'lockAccount',
      data: { minutes: String(policy.lockMinutes) },
      now,
    })
  })
}

function idOf({ region_id: regionId, account_id: accountId }: AccountRow) {
  return { regionId, accountId }
}

async function settle(workplace: Workplace, account: AccountRow, policy: Policy): Promise<void> {
  const must_change_password = account.must_change_password || isTooOld(account, policy, workplace.now())
  await workplace.store.asSystem('door', (trx) =>
    updateAccount(trx, idOf(account), { failed_attempts: 0, locked_until: null, must_change_password }),
  )
}

function isTooOld({ password_changed_at }: AccountRow, { passwordDays }: Policy, now: Date): boolean {
  if (passwordDays === 0 || password_changed_at === null) return false
  return now.getTime() - password_changed_at.getTime() > passwordDays * 86_400_000
}

async function readSettings({ store }: Workplace, regionId: string): Promise<unknown> {
  return (await store.asSystem('door', (trx) => findRegion(trx, regionId)))?.settings
}
