import type { FastifyReply } from 'fastify'
import { findRegion } from '../../store/region-store.js'
import {
  endOtherSessions,
  endSession,
  recordSession,
  recordSessionOffice,
  type SessionId,
} from '../../store/session-store.js'
import { setSessionCookie } from '../door/cookies.js'
import { findBySession } from '../door/find-visitor.js'
import { parsePolicy } from '../door/policy.js'
import { createSecret, hashOfSecret } from '../door/secrets.js'
import type { Visitor } from '../door/visitor.js'
import type { Workplace } from '../workplace/workplace.js'

const hour = 3_600_000

/** Whose session is opened, and in which office it begins. */
export type Opening = Readonly<{ regionId: string; accountId: string; officeId: string }>

type Replying = Readonly<{ workplace: Workplace; reply: FastifyReply }>

/**
 * Opens a session with a token of its own, never one that the browser brought along, and ends the one that it had.
 * The cookie goes out with the reply.
 */
export async function openSession(
  { workplace, reply }: Replying,
  opening: Opening,
): Promise<Visitor | undefined> {
  const token = createSecret()
  const tokenHash = hashOfSecret(token)
  const former = reply.request.visitor
  const now = workplace.now()
  await workplace.store.asSystem('door', async (trx) => {
    if (former?.by === 'cookie') await endSession(trx, idOf(former))
    const region = await findRegion(trx, opening.regionId)
    await recordSession(trx, {
      region_id: opening.regionId,
      token_hash: tokenHash,
      account_id: opening.accountId,
      office_id: opening.officeId,
      csrf_token: createSecret(),
      created_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + parsePolicy(region?.settings).sessionHours * hour),
    })
  })
  setSessionCookie(reply, token)
  return findBySession(tokenHash, workplace)
}

/** The same session in another office: a new token, the same end. */
export async function changeOffice(
  { workplace, reply }: Replying,
  { visitor, officeId }: Readonly<{ visitor: Visitor; officeId: string }>,
): Promise<Visitor | undefined> {
  const token = createSecret()
  const next = { token_hash: hashOfSecret(token), office_id: officeId, csrf_token: createSecret() }
  await workplace.store.asSystem('door', (trx) => recordSessionOffice(trx, idOf(visitor), next))
  setSessionCookie(reply, token)
  return findBySession(hashOfSecret(token), workplace)
}

/** Ends the visitor's session at once. */
export async function signOut({ store }: Workplace, visitor: Visitor): Promise<void> {
  await store.asSystem('door', (trx) => endSession(trx, idOf(visitor)))
}

/** After a change of password or second factor nobody stays signed in elsewhere. */
export async function signOutElsewhere({ store }: Workplace, visitor: Visitor): Promise<void> {
  const { accountId } = visitor.caller
  await store.asSystem('door', (trx) => endOtherSessions(trx, { ...idOf(visitor), accountId }))
}

function idOf({ caller: { regionId }, tokenHash }: Visitor): SessionId {
  return { regionId, tokenHash }
}
