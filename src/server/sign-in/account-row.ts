import { type AccountRow, getAccountRow, listAccountsOfLogin } from '../../store/sign-in-store.js'
import type { Workplace } from '../workplace/workplace.js'

/** An account by its login. Where several regions share a server, `login@region` names one. */
export async function findAccountByLogin(
  { store }: Workplace,
  given: string,
): Promise<AccountRow | undefined> {
  const [, login = given, regionId] = /^(.+)@([\w-]+)$/.exec(given) ?? []
  return store.asSystem('door', async (trx) => {
    const whole = await listAccountsOfLogin(trx, given)
    if (whole.length === 1 || regionId === undefined) return whole.length === 1 ? whole[0] : undefined
    return (await listAccountsOfLogin(trx, login, regionId))[0]
  })
}

/** The row of an account that is known to exist. */
export function getAccount(
  { store }: Workplace,
  account: Readonly<{ regionId: string; accountId: string }>,
): Promise<AccountRow> {
  return store.asSystem('door', (trx) => getAccountRow(trx, account))
}
