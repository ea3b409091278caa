import type { FastifyRequest } from 'fastify'
import type { RouteDefinition } from '../../contract/route.js'
import { DomainError } from '../../core/errors/errors.js'
import { roleNames } from '../../core/workflow/role.js'
import type { Workplace } from '../workplace/workplace.js'
import { findVisitor } from './find-visitor.js'
import { checkOrigin, checkToken } from './forgery.js'
import type { Visitor } from './visitor.js'

/** What somebody may still do whose password another person has set. */
const withForeignPassword = ['readSession', 'changePassword', 'signOut', 'signIn', 'chooseOffice']

/**
 * Decides before the body is read whether a request may reach its route: origin, session or token, CSRF token,
 * scope, role. Leaves who it is in `request.visitor`.
 *
 * @throws DomainError SIGN_IN_NEEDED, REQUEST_NOT_OURS, SCOPE_MISSING, PASSWORD_MUST_CHANGE, NOT_ALLOWED
 */
export async function admit(
  request: FastifyRequest,
  definition: RouteDefinition,
  workplace: Workplace,
): Promise<void> {
  const visitor = await findVisitor(request, workplace)
  request.visitor = visitor
  if (definition.method !== 'GET' && visitor?.by !== 'token') checkOrigin(request)
  if (definition.who === 'anyone') return
  if (visitor === undefined) throw new DomainError('SIGN_IN_NEEDED')
  if (definition.method !== 'GET' && visitor.by === 'cookie') checkToken(request, visitor)
  checkScope(definition, visitor)
  if (visitor.mustChangePassword && !withForeignPassword.includes(definition.id))
    throw new DomainError('PASSWORD_MUST_CHANGE')
  checkRole(definition, visitor)
}

function checkScope({ scope }: RouteDefinition, { by, caller }: Visitor): void {
  if (by === 'cookie' || caller.scopes === 'all') return
  if (scope === undefined || !caller.scopes.includes(scope))
    throw new DomainError('SCOPE_MISSING', { scope: scope ?? '本人登录' })
}

function checkRole({ who, summary }: RouteDefinition, { caller }: Visitor): void {
  if (who === 'signedIn' || who === 'anyone' || who.includes(caller.role)) return
  throw new DomainError('NOT_ALLOWED', { role: roleNames[caller.role], what: summary })
}
