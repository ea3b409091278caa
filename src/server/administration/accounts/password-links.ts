import type { accountRoutes } from '../../../contract/account-routes.js'
import { endSessions } from '../../../store/account-store.js'
import { recordEvent } from '../../../store/event-store.js'
import {
  recordPasswordByLink,
  recordPasswordLink,
  takePasswordLink,
} from '../../../store/password-link-store.js'
import type { Trx } from '../../../store/store.js'
import { createSecret, hashOfSecret } from '../../door/secrets.js'
import type { Caller } from '../../door/visitor.js'
import type { Handler } from '../../routing/serve-route.js'
import { checkNewPassword, hashPassword } from '../../sign-in/passwords.js'
import type { Workplace } from '../../workplace/workplace.js'

const validFor = 24 * 3_600_000

/** A new link for an account; its secret is shown once and stored as a hash only. */
export async function createLink(
  trx: Trx,
  { caller, workplace }: Readonly<{ caller: Caller; workplace: Workplace }>,
  accountId: string,
) {
  const token = createSecret()
  const expiresAt = new Date(workplace.now().getTime() + validFor)
  const { regionId } = caller
  await recordPasswordLink(trx, { regionId, accountId, tokenHash: hashOfSecret(token), expiresAt })
  return { accountId, path: `/password/${token}`, expiresAt: expiresAt.toISOString() }
}

export const readPasswordLink: Handler<typeof accountRoutes.readPasswordLink> = ({ body, workplace }) =>
  workplace.store.asSystem('people', async (trx) => {
    const link = await takePasswordLink(trx, hashOfSecret(body.token), workplace.now())
    return { login: link.login, name: link.name, expiresAt: link.expires_at.toISOString() }
  })

export const setPasswordByLink: Handler<typeof accountRoutes.setPasswordByLink> = ({ body, workplace }) =>
  workplace.store.asSystem('people', async (trx) => {
    const now = workplace.now()
    const tokenHash = hashOfSecret(body.token)
    const link = await takePasswordLink(trx, tokenHash, now)
    checkNewPassword(body.password, { login: link.login })
    const passwordHash = await hashPassword(body.password)
    const one = { regionId: link.region_id, accountId: link.account_id }
    await recordPasswordByLink(trx, { ...one, tokenHash, passwordHash, now })
    await endSessions(trx, one)
    await recordEvent(trx, {
      ...one,
      happenedAt: now,
      accountName: link.name,
      role: null,
      action: 'setPasswordByLink',
      data: { name: link.name },
    })
    return undefined
  })
