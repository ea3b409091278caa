import { z } from 'zod'
import { scopes } from '../../contract/route.js'
import type { sessionRoutes } from '../../contract/session-routes.js'
import { DomainError } from '../../core/errors/errors.js'
import { listTokens as listRows, recordToken, recordTokenEnd } from '../../store/token-store.js'
import { createSecret, hashOfSecret } from '../door/secrets.js'
import type { Handler } from '../routing/serve-route.js'
import { changeAccount } from './own-account.js'

const Scopes = z.array(z.enum(scopes))
const day = 86_400_000

/** The caller's tokens that still work. */
export const listTokens: Handler<typeof sessionRoutes.listTokens> = async ({ caller, workplace }) => {
  const rows = await workplace.store.asSystem('door', (trx) => listRows(trx, caller, workplace.now()))
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
    tokenId = await recordToken(trx, {
      region_id: caller.regionId,
      token_hash: hashOfSecret(token),
      account_id: caller.accountId,
      office_id: caller.officeId,
      name: body.name,
      scopes: [...new Set(body.scopes)],
      created_at: workplace.now(),
      expires_at: new Date(workplace.now().getTime() + body.days * day),
    })
    return { name: body.name }
  })
  return { tokenId, token }
}

export const endToken: Handler<typeof sessionRoutes.endToken> = async (call) => {
  const { params, caller, workplace } = call
  await changeAccount(call, 'endToken', async (trx) => {
    const { tokenId } = params
    const name = await recordTokenEnd(trx, { ...caller, tokenId }, workplace.now())
    if (name === undefined) throw new DomainError('TOKEN_NOT_FOUND')
    return { name }
  })
  return undefined
}
