import type { FastifyReply } from 'fastify'
import { sql, type Transaction } from 'kysely'
import { DomainError } from '../../core/errors/errors.js'
import { recordEvent } from '../../store/event-store.js'
import type { Database } from '../../store/schema.js'
import { createSecret, hashOfSecret } from '../door/secrets.js'
import type { Visitor } from '../door/visitor.js'
import type { Workplace } from '../workplace/workplace.js'
import { checkNewPassword, hashPassword } from './passwords.js'
import { openSession } from './sessions.js'

/** The one region of a server that was begun by its link; more are made with `hengxiao user add`. */
const regionId = 'main'
const validHours = 24

/** What the person behind the first link gives. */
export type FirstAdministrator = Readonly<{
  token: string
  regionName: string
  login: string
  name: string
  password: string
}>

/**
 * A secret for the path `/first/…` where nobody has an account yet; undefined once somebody has. It is valid for a
 * day and voids the one before; only its hash is stored.
 */
export async function createFirstLink({ store, now }: Workplace): Promise<string | undefined> {
  const token = createSecret()
  return store.asSystem(async (trx) => {
    if (await hasAccounts(trx)) return undefined
    await trx.deleteFrom('one_time_link').where('purpose', '=', 'firstAdministrator').execute()
    await trx
      .insertInto('one_time_link')
      .values({
        region_id: regionId,
        token_hash: hashOfSecret(token),
        purpose: 'firstAdministrator',
        expires_at: new Date(now().getTime() + validHours * 3_600_000),
      })
      .execute()
    return token
  })
}

/**
 * Makes the region, its finance bureau and the first account, and signs it in. It holds the offices of system and of
 * security administrator until it has given the second to somebody else: one person must begin.
 *
 * @throws DomainError LINK_WRONG, PASSWORD_TOO_WEAK
 */
export async function createFirstAdministrator(
  workplace: Workplace,
  { given, reply }: Readonly<{ given: FirstAdministrator; reply: FastifyReply }>,
): Promise<Visitor | undefined> {
  const tokenHash = hashOfSecret(given.token)
  checkNewPassword(given.password, given)
  const passwordHash = await hashPassword(given.password)
  const opening = await workplace.store.asSystem(async (trx) => {
    await spendLink(trx, tokenHash, workplace.now())
    return createAll(trx, { given, passwordHash, now: workplace.now() })
  })
  return openSession({ workplace, reply }, opening)
}

async function spendLink(trx: Transaction<Database>, tokenHash: Buffer, now: Date): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('hengxiao first administrator'))`.execute(trx)
  const { numUpdatedRows } = await trx
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', 'firstAdministrator')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n || (await hasAccounts(trx))) throw new DomainError('LINK_WRONG')
}

type Founding = Readonly<{ given: FirstAdministrator; passwordHash: string; now: Date }>

async function createAll(trx: Transaction<Database>, { given, passwordHash, now }: Founding) {
  await trx.insertInto('region').values({ region_id: regionId, name: given.regionName }).execute()
  const bureau = { region_id: regionId, code: '001', name: `${given.regionName}财政局` }
  const { unit_id } = await trx
    .insertInto('unit')
    .values({ ...bureau, kind: 'bureau', parent_id: null, path: '/001/' })
    .returning('unit_id')
    .executeTakeFirstOrThrow()
  const { login, name } = given
  const { account_id } = await trx
    .insertInto('account')
    .values({ region_id: regionId, login, name, password_hash: passwordHash, password_changed_at: now })
    .returning('account_id')
    .executeTakeFirstOrThrow()
  const office = { region_id: regionId, account_id, unit_id, given_at: now }
  const { office_id } = await trx
    .insertInto('office')
    .values({ ...office, role: 'systemAdministrator' })
    .returning('office_id')
    .executeTakeFirstOrThrow()
  const later = new Date(now.getTime() + 1)
  await trx
    .insertInto('office')
    .values({ ...office, role: 'securityAdministrator', given_at: later })
    .execute()
  await recordEvent(trx, {
    regionId,
    happenedAt: now,
    accountId: account_id,
    accountName: name,
    role: 'systemAdministrator',
    action: 'createFirstAdministrator',
    data: { login, name, region: given.regionName },
  })
  return { regionId, accountId: account_id, officeId: office_id }
}

async function hasAccounts(trx: Transaction<Database>): Promise<boolean> {
  return (await trx.selectFrom('account').select('account_id').limit(1).executeTakeFirst()) !== undefined
}
