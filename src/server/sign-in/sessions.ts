import type { FastifyReply } from 'fastify'
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
  await workplace.store.asSystem(async (trx) => {
    if (former?.by === 'cookie')
      await trx
        .deleteFrom('session')
        .where('region_id', '=', former.caller.regionId)
        .where('token_hash', '=', former.tokenHash)
        .execute()
    const region = await trx
      .selectFrom('region')
      .select('settings')
      .where('region_id', '=', opening.regionId)
      .executeTakeFirst()
    await trx
      .insertInto('session')
      .values({
        region_id: opening.regionId,
        token_hash: tokenHash,
        account_id: opening.accountId,
        office_id: opening.officeId,
        csrf_token: createSecret(),
        created_at: now,
        seen_at: now,
        expires_at: new Date(now.getTime() + parsePolicy(region?.settings).sessionHours * hour),
      })
      .execute()
    await trx.deleteFrom('session').where('expires_at', '<', now).execute()
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
  await workplace.store.asSystem((trx) =>
    trx
      .updateTable('session')
      .set({ token_hash: hashOfSecret(token), office_id: officeId, csrf_token: createSecret() })
      .where('region_id', '=', visitor.caller.regionId)
      .where('token_hash', '=', visitor.tokenHash)
      .execute(),
  )
  setSessionCookie(reply, token)
  return findBySession(hashOfSecret(token), workplace)
}

/** Ends one session at once. */
export async function endSession(workplace: Workplace, { caller, tokenHash }: Visitor): Promise<void> {
  await workplace.store.asSystem((trx) =>
    trx
      .deleteFrom('session')
      .where('region_id', '=', caller.regionId)
      .where('token_hash', '=', tokenHash)
      .execute(),
  )
}

/** After a change of password or second factor nobody stays signed in elsewhere. */
export async function endOtherSessions(workplace: Workplace, { caller, tokenHash }: Visitor): Promise<void> {
  await workplace.store.asSystem((trx) =>
    trx
      .deleteFrom('session')
      .where('region_id', '=', caller.regionId)
      .where('account_id', '=', caller.accountId)
      .where('token_hash', '!=', tokenHash)
      .execute(),
  )
}
