import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../core/errors/errors.js'
import type { Visitor } from './visitor.js'

/**
 * A change must come from our own page: its `origin` (and the browser's `sec-fetch-site`), where sent, must be ours.
 *
 * @throws DomainError REQUEST_NOT_OURS
 */
export function checkOrigin(request: FastifyRequest): void {
  const { origin, 'sec-fetch-site': site } = request.headers
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (foreignSite || (origin !== undefined && origin !== originOf(request)))
    throw new DomainError('REQUEST_NOT_OURS')
}

/** Our own origin: as configured, else as the request came; a host that is no host is nobody's. */
export function originOf(request: FastifyRequest): string {
  const { origin } = request.server.site
  if (origin !== undefined) return origin
  const asked = `${request.protocol}://${request.host}`
  return URL.canParse(asked) ? new URL(asked).origin : 'http://host.invalid'
}

/**
 * The header `x-csrf-token` must be the one of this session: another site can send the cookie but not know the token.
 *
 * @throws DomainError REQUEST_NOT_OURS
 */
export function checkToken(request: FastifyRequest, visitor: Visitor): void {
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''))
  const wanted = Buffer.from(visitor.csrfToken)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new DomainError('REQUEST_NOT_OURS')
}
