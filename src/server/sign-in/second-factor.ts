import { Secret, TOTP } from 'otpauth'
import { type AccountRow, spendStep } from '../../store/sign-in-store.js'
import type { Workplace } from '../workplace/workplace.js'

const seconds = 30

/** The generator that a secret stands for, as every authenticator on a phone has it: SHA-1, 6 digits, 30 s. */
export function generatorOf(secret: string, login: string): TOTP {
  return new TOTP({
    issuer: '衡效',
    label: login,
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: seconds,
  })
}

/** A new secret of 160 bits, base32. */
export function createSecondFactorSecret(): string {
  return new Secret({ size: 20 }).base32
}

/**
 * Whether a code is right now (or one step early or late); a code that was used, or an older one, is not right any more.
 */
export async function spendCode(
  { store, now }: Workplace,
  account: AccountRow,
  code: string,
): Promise<boolean> {
  if (account.second_factor_secret === null) return false
  const timestamp = now().getTime()
  const delta = generatorOf(account.second_factor_secret, account.login).validate({
    token: code,
    timestamp,
    window: 1,
  })
  if (delta === null) return false
  const step = Math.floor(timestamp / 1000 / seconds) + delta
  const one = { regionId: account.region_id, accountId: account.account_id }
  return store.asSystem('door', (trx) => spendStep(trx, one, String(step)))
}
