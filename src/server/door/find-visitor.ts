import type { FastifyRequest } from 'fastify'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { scopes } from '../../contract/route.js'
import { createDoorMemory } from '../../store/door-memory.js'
import type { Database } from '../../store/schema.js'
import type { Workplace } from '../workplace/workplace.js'
import { findSessionCookie } from './cookies.js'
import { parsePolicy } from './policy.js'
import { hashOfSecret } from './secrets.js'
import type { Visitor } from './visitor.js'

const minute = 60_000
const Scopes = z.array(z.enum(scopes))

/** Asked with every request, and the same for as long as nobody is signed out, removed or moved. */
const sessions = createDoorMemory<SessionRow | undefined>()
const tokens = createDoorMemory<TokenRow | undefined>()

/** Who a request comes from: by API token where one is sent, else by session cookie; undefined: nobody known. */
export async function findVisitor(
  request: FastifyRequest,
  workplace: Workplace,
): Promise<Visitor | undefined> {
  const [, token] = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '') ?? []
  if (token !== undefined) return findByToken(token, workplace)
  const cookie = findSessionCookie(request)
  return cookie === undefined ? undefined : findBySession(hashOfSecret(cookie), workplace)
}

/** The visitor of a session that is neither idle too long nor too old, of an account and office still in use. */
export async function findBySession(
  tokenHash: Buffer,
  { store, now }: Workplace,
  /** A watching page gives signs of life of its own, which do not keep a session from idling. */
  { isSignOfLife }: Readonly<{ isSignOfLife: boolean }> = { isSignOfLife: false },
): Promise<Visitor | undefined> {
  const instant = now()
  const row = await sessions.find(store, tokenHash.toString('base64'), () =>
    store.asSystem((trx) => sessionQuery(trx).where('session.token_hash', '=', tokenHash).executeTakeFirst()),
  )
  if (row === undefined) return undefined
  const idle = instant.getTime() - row.seen_at.getTime()
  const { sessionMinutes } = parsePolicy(row.settings)
  if (row.expires_at <= instant || idle > sessionMinutes * minute) return undefined
  if (idle > minute && !isSignOfLife)
    await store.asSystem((trx) =>
      trx
        .updateTable('session')
        .set({ seen_at: instant })
        .where('region_id', '=', row.region_id)
        .where('token_hash', '=', tokenHash)
        .execute(),
    )
  return {
    caller: { ...callerOf(row), scopes: 'all' as const },
    by: 'cookie' as const,
    tokenHash,
    csrfToken: row.csrf_token,
    mustChangePassword: row.must_change_password,
  }
}

async function findByToken(token: string, { store, now }: Workplace): Promise<Visitor | undefined> {
  const instant = now()
  const tokenHash = hashOfSecret(token)
  const row = await tokens.find(store, tokenHash.toString('base64'), () =>
    store.asSystem((trx) =>
      tokenQuery(trx)
        .where('api_token.token_hash', '=', tokenHash)
        .where('api_token.ended_at', 'is', null)
        .executeTakeFirst(),
    ),
  )
  if (row === undefined || row.expires_at <= instant) return undefined
  if (row.used_at === null || instant.getTime() - row.used_at.getTime() > minute)
    await store.asSystem((trx) =>
      trx
        .updateTable('api_token')
        .set({ used_at: instant })
        .where('region_id', '=', row.region_id)
        .where('token_id', '=', row.token_id)
        .execute(),
    )
  return {
    caller: { ...callerOf(row), scopes: Scopes.parse(row.scopes) },
    by: 'token' as const,
    tokenHash: Buffer.alloc(0),
    csrfToken: '',
    mustChangePassword: row.must_change_password,
  }
}

function sessionQuery(trx: Transaction<Database>) {
  return trx
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join
        .onRef('account.region_id', '=', 'session.region_id')
        .onRef('account.account_id', '=', 'session.account_id'),
    )
    .innerJoin('office', (join) =>
      join
        .onRef('office.region_id', '=', 'session.region_id')
        .onRef('office.office_id', '=', 'session.office_id')
        .onRef('office.account_id', '=', 'session.account_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.region_id', '=', 'office.region_id').onRef('unit.unit_id', '=', 'office.unit_id'),
    )
    .innerJoin('region', 'region.region_id', 'session.region_id')
    .select(['session.csrf_token', 'session.seen_at', 'session.expires_at', 'region.settings'])
    .select(personColumns)
    .where('account.disabled_at', 'is', null)
    .where('office.ended_at', 'is', null)
}

function tokenQuery(trx: Transaction<Database>) {
  return trx
    .selectFrom('api_token')
    .innerJoin('account', (join) =>
      join
        .onRef('account.region_id', '=', 'api_token.region_id')
        .onRef('account.account_id', '=', 'api_token.account_id'),
    )
    .innerJoin('office', (join) =>
      join
        .onRef('office.region_id', '=', 'api_token.region_id')
        .onRef('office.office_id', '=', 'api_token.office_id')
        .onRef('office.account_id', '=', 'api_token.account_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.region_id', '=', 'office.region_id').onRef('unit.unit_id', '=', 'office.unit_id'),
    )
    .select(['api_token.token_id', 'api_token.scopes', 'api_token.used_at', 'api_token.expires_at'])
    .select(personColumns)
    .where('account.disabled_at', 'is', null)
    .where('office.ended_at', 'is', null)
}

const personColumns = [
  'account.region_id',
  'account.account_id',
  'account.name as account_name',
  'account.login',
  'account.must_change_password',
  'office.office_id',
  'office.role',
  'unit.unit_id',
  'unit.name as unit_name',
  'unit.path',
] as const

type SessionRow = Awaited<ReturnType<ReturnType<typeof sessionQuery>['executeTakeFirstOrThrow']>>
type TokenRow = Awaited<ReturnType<ReturnType<typeof tokenQuery>['executeTakeFirstOrThrow']>>

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
