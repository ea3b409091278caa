import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { DomainError } from '../../core/errors/errors.js'
import { recordAccount, recordOffice } from '../../store/account-store.js'
import { recordEvent } from '../../store/event-store.js'
import { hasAccounts, recordFirstLink, spendFirstLink } from '../../store/first-link-store.js'
import { recordRegion } from '../../store/region-store.js'
import { updateAccount } from '../../store/sign-in-store.js'
import type { Trx } from '../../store/store.js'
import { recordUnit } from '../../store/unit-store.js'
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
  return store.asSystem('door', async (trx) => {
    if (await hasAccounts(trx)) return undefined
    const expiresAt = new Date(now().getTime() + validHours * 3_600_000)
    await recordFirstLink(trx, { regionId, tokenHash: hashOfSecret(token), expiresAt })
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
  const opening = await workplace.store.asSystem('door', async (trx) => {
    const isGood = await spendFirstLink(trx, tokenHash, workplace.now())
    if (!isGood || (await hasAccounts(trx))) throw new DomainError('LINK_WRONG')
    return createAll(trx, { given, passwordHash, now: workplace.now() })
  })
  return openSession({ workplace, reply }, opening)
}

type Founding = Readonly<{ given: FirstAdministrator; passwordHash: string; now: Date }>

async function createAll(trx: Trx, { given, passwordHash, now }: Founding) {
  await recordRegion(trx, { regionId, name: given.regionName })
  const unitId = randomUUID()
  await recordUnit(trx, {
    ...{ regionId, unitId, code: '001', name: `${given.regionName}财政局`, kind: 'bureau' },
    ...{ parentId: null, path: '/001/', beganOn: null },
  })
  const { login, name } = given
  const accountId = await recordAccount(trx, { regionId, login, name, now })
  const one = { regionId, accountId }
  await updateAccount(trx, one, { password_hash: passwordHash, password_changed_at: now })
  const officeId = await recordOffice(trx, { ...one, unitId, role: 'systemAdministrator', now })
  const later = new Date(now.getTime() + 1)
  await recordOffice(trx, { ...one, unitId, role: 'securityAdministrator', now: later })
  await recordEvent(trx, {
    regionId,
    happenedAt: now,
    accountId,
    accountName: name,
    role: 'systemAdministrator',
    action: 'createFirstAdministrator',
    data: { login, name, region: given.regionName },
  })
  return { ...one, officeId }
}
