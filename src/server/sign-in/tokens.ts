import { z } from 'zod'
import { scopes } from '../../contract/route.js'
import type { sessionRoutes } from '../../contract/session-routes.js'
import { DomainError } from '../../core/errors/errors.js'
import { createSecret, hashOfSecret } from '../door/secrets.js'
import type { Handler } from '../routing/serve-route.js'
import { changeAccount } from './own-account.js'

const Scopes = z.array(z.enum(scopes))
const day = 86_400_000

/** The caller's tokens that still work. */
export const listTokens: Handler<typeof sessionRoutes.listTokens> = async ({ caller, workplace }) => {
  const rows = await workplace.store.asSystem((trx) =>
    trx
      .selectFrom('api_token')
      .select(['token_id', 'name', 'scopes', 'expires_at', 'used_at'])
      .where('region_id', '=', caller.regionId)
      .where('account_id', '=', caller.accountId)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', workplace.now())
      .orderBy('created_at')
      .orderBy('token_id')
      .execute(),
  )
  return rows.map((row) => ({
    tokenId: row.token_id,
    name: row.name,
    scopes: Scopes.parse(row.scopes),
    expiresAt: row.expires_at.toISOString(),
    usedAt: row.used_at?.toISOString() ?? null,
  }))
}

/** A token for a program, in the office that the caller is in now; it is shown this once. */
export const createToken: Handler<typeof sessionRoutes.createToken> = async (call) => {
  const { body, caller, workplace } = call
  const token = createSecret()
  let tokenId = ''
  await changeAccount(call, 'createToken', async (trx) => {
    const row = await trx
      .insertInto('api_token')
      .values({
        region_id: caller.regionId,
        token_hash: hashOfSecret(token),
        account_id: caller.accountId,
        office_id: caller.officeId,
        name: body.name,
        scopes: [...new Set(body.scopes)],
        created_at: workplace.now(),
        expires_at: new Date(workplace.now().getTime() + body.days * day),
      })
      .returning('token_id')
      .executeTakeFirstOrThrow()
    tokenId = row.token_id
    return { name: body.name }
  })
  return { tokenId, token }
}

export const endToken: Handler<typeof sessionRoutes.endToken> = async (call) => {
  const { params, caller, workplace } = call
  await changeAccount(call, 'endToken', async (trx) => {
    const ended = await trx
      .updateTable('api_token')
      .set({ ended_at: workplace.now() })
      .where('region_id', '=', caller.regionId)
      .where('account_id', '=', caller.accountId)
      .where('token_id', '=', params.tokenId)
      .where('ended_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (ended === undefined) throw new DomainError('TOKEN_NOT_FOUND')
    return ended
  })
  return undefined
}
