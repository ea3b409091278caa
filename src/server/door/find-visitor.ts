import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { scopes } from '../../contract/route.js'
import { createDoorMemory } from '../../store/door-memory.js'
import { findSession, recordSeen, type SessionRow } from '../../store/session-store.js'
import { findToken, recordTokenUse, type TokenRow } from '../../store/token-store.js'
import type { Workplace } from '../workplace/workplace.js'
import { findSessionCookie } from './cookies.js'
import { parsePolicy } from './policy.js'
import { hashOfSecret } from './secrets.js'
import type { Visitor } from './visitor.js'

/** What the door needs of the workplace. */
type Place = Pick<Workplace, 'store' | 'now'>

const minute = 60_000
const Scopes = z.array(z.enum(scopes))

/** Asked with every request, and the same for as long as nobody is signed out, removed or moved. */
const sessions = createDoorMemory<SessionRow | undefined>()
const tokens = createDoorMemory<TokenRow | undefined>()

/** Who a request comes from: by API token where one is sent, else by session cookie; undefined: nobody known. */
export async function findVisitor(request: FastifyRequest, workplace: Place): Promise<Visitor | undefined> {
  const [, token] = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '') ?? []
  if (token !== undefined) return findByToken(token, workplace)
  const cookie = findSessionCookie(request)
  return cookie === undefined ? undefined : findBySession(hashOfSecret(cookie), workplace)
}

/** The visitor of a session that is neither idle too long nor too old, of an account and office still in use. */
export async function findBySession(
  tokenHash: Buffer,
  { store, now }: Place,
  /** A watching page gives signs of life of its own, which do not keep a session from idling. */
  { isSignOfLife }: Readonly<{ isSignOfLife: boolean }> = { isSignOfLife: false },
): Promise<Visitor | undefined> {
  const instant = now()
  const row = await sessions.find(store, tokenHash.toString('base64'), () =>
    store.asSystem('door', (trx) => findSession(trx, tokenHash)),
  )
  if (row === undefined) return undefined
  const idle = instant.getTime() - row.seen_at.getTime()
  const { sessionMinutes } = parsePolicy(row.settings)
  if (row.expires_at <= instant || idle > sessionMinutes * minute) return undefined
  if (idle > minute && !isSignOfLife)
    await store.asSystem('door', (trx) => recordSeen(trx, { regionId: row.region_id, tokenHash }, instant))
  return {
    caller: { ...callerOf(row), scopes: 'all' as const },
    by: 'cookie' as const,
    tokenHash,
    csrfToken: row.csrf_token,
    mustChangePassword: row.must_change_password,
  }
}

async function findByToken(token: string, { store, now }: Place): Promise<Visitor | undefined> {
  const instant = now()
  const tokenHash = hashOfSecret(token)
  const row = await tokens.find(store, tokenHash.toString('base64'), () =>
    store.asSystem('door', (trx) => findToken(trx, tokenHash)),
  )
  if (row === undefined || row.expires_at <= instant) return undefined
  if (row.used_at === null || instant.getTime() - row.used_at.getTime() > minute)
    await store.asSystem('door', (trx) =>
      recordTokenUse(trx, { regionId: row.region_id, tokenId: row.token_id }, instant),
    )
  return {
    caller: { ...callerOf(row), scopes: Scopes.parse(row.scopes) },
    by: 'token' as const,
    tokenHash: Buffer.alloc(0),
    csrfToken: '',
    mustChangePassword: row.must_change_password,
  }
}

function callerOf(row: Omit<SessionRow, 'csrf_token' | 'seen_at' | 'expires_at' | 'settings'>) {
  return {
    regionId: row.region_id,
    accountId: row.account_id,
    accountName: row.account_name,
    login: row.login,
    role: row.role,
    officeId: row.office_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    path: row.path,
  }
}
