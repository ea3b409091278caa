import type { Selectable } from 'kysely'
import type { Database } from '../../store/schema.js'
import type { Workplace } from '../workplace/workplace.js'

export type AccountRow = Selectable<Database['account']>

/** An account by its login. Where several regions share a server, `login@region` names one. */
export async function findAccountByLogin(
  { store }: Workplace,
  given: string,
): Promise<AccountRow | undefined> {
  const [, login = given, regionId] = /^(.+)@([\w-]+)$/.exec(given) ?? []
  return store.asSystem(async (trx) => {
    const whole = await trx.selectFrom('account').selectAll().where('login', '=', given).limit(2).execute()
    if (whole.length === 1 || regionId === undefined) return whole.length === 1 ? whole[0] : undefined
    return trx
      .selectFrom('account')
      .selectAll()
      .where('region_id', '=', regionId)
      .where('login', '=', login)
      .executeTakeFirst()
  })
}

/** The row of an account that is known to exist. */
export function getAccount(
  { store }: Workplace,
  { regionId, accountId }: Readonly<{ regionId: string; accountId: string }>,
): Promise<AccountRow> {
  return store.asSystem((trx) =>
    trx
      .selectFrom('account')
      .selectAll()
      .where('region_id', '=', regionId)
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow(),
  )
}
