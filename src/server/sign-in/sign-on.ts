import type { FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import { DomainError } from '../../core/errors/errors.js'
import { isSecure } from '../door/cookies.js'
import { originOf } from '../door/forgery.js'
import { isLoopbackName } from '../door/loopback.js'
import { createSecret } from '../door/secrets.js'
import type { SignOnSettings } from '../door/site.js'

/** What is remembered of a sign-on that was begun; the browser holds its key in a cookie. */
type Begun = Readonly<{ state: string; nonce: string; verifier: string; until: number }>

const begun = new Map<string, Begun>()
const mostBegun = 10_000
const validMinutes = 10
const cookieName = 'hengxiao_sign_on'
const callbackPath = '/api/sign-on/callback'

const issuers = new Map<string, Promise<oidc.Configuration>>()

/** Whom the issuer vouches for. */
export type Vouched = Readonly<{ subject: string; preferredName: string | undefined }>

/**
 * Begins a sign-on: code flow with PKCE, state and nonce.
 *
 * @returns the address at the issuer where the browser goes now
 * @throws DomainError SIGN_ON_ABSENT, SIGN_ON_SILENT
 */
export async function startSignOn(request: FastifyRequest, reply: FastifyReply, now: Date): Promise<string> {
  const issuer = await findIssuer(request)
  const verifier = oidc.randomPKCECodeVerifier()
  const entry = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier,
    until: now.getTime() + validMinutes * 60_000,
  }
  const address = oidc.buildAuthorizationUrl(issuer, {
    redirect_uri: `${originOf(request)}${callbackPath}`,
    scope: 'openid profile',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: entry.state,
    nonce: entry.nonce,
  })
  const key = createSecret()
  remember(key, entry)
  reply.setCookie(cookieName, key, {
    path: callbackPath,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(request),
    maxAge: validMinutes * 60,
  })
  return address.href
}

/**
 * Takes the browser back from the issuer; a sign-on that was begun is finished once or never.
 *
 * @throws DomainError SIGN_ON_ABSENT, SIGN_ON_SILENT, SIGN_ON_TOO_LATE, SIGN_ON_UNCONFIRMED
 */
export async function finishSignOn(
  request: FastifyRequest,
  reply: FastifyReply,
  now: Date,
): Promise<Vouched> {
  const issuer = await findIssuer(request)
  const key = request.cookies[cookieName] ?? ''
  const entry = begun.get(key)
  begun.delete(key)
  reply.clearCookie(cookieName, { path: callbackPath })
  if (entry === undefined || entry.until < now.getTime()) throw new DomainError('SIGN_ON_TOO_LATE')
  try {
    const tokens = await oidc.authorizationCodeGrant(issuer, new URL(request.url, originOf(request)), {
      pkceCodeVerifier: entry.verifier,
      expectedState: entry.state,
      expectedNonce: entry.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined) throw new Error('no claims')
    const { sub, preferred_username } = claims
    return {
      subject: sub,
      preferredName: typeof preferred_username === 'string' ? preferred_username : undefined,
    }
  } catch (error) {
    request.log.warn({ reason: error instanceof Error ? error.message : '' }, 'sign-on refused')
    throw new DomainError('SIGN_ON_UNCONFIRMED')
  }
}

function remember(key: string, entry: Begun): void {
  const [oldest] = begun.keys()
  if (begun.size >= mostBegun && oldest !== undefined) begun.delete(oldest)
  begun.set(key, entry)
}

async function findIssuer(request: FastifyRequest): Promise<oidc.Configuration> {
  const { signOn } = request.server.site
  if (signOn === undefined) throw new DomainError('SIGN_ON_ABSENT')
  const { href } = signOn.issuer
  const found = issuers.get(href) ?? discover(signOn)
  issuers.set(href, found)
  try {
    return await found
  } catch (error) {
    issuers.delete(href)
    request.log.warn({ reason: error instanceof Error ? error.message : '' }, 'issuer does not answer')
    throw new DomainError('SIGN_ON_SILENT')
  }
}

/** Plain http only to an issuer on this very machine. */
function discover({ issuer, clientId, clientSecret }: SignOnSettings): Promise<oidc.Configuration> {
  const isHere = issuer.protocol === 'http:' && isLoopbackName(issuer.hostname)
  return oidc.discovery(issuer, clientId, clientSecret, undefined, {
    timeout: 10,
    ...(isHere ? { execute: [oidc.allowInsecureRequests] } : {}),
  })
}
