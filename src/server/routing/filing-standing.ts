import { DomainError } from '../../core/errors/errors.js'
import { type FilingStanding, findTransition, maySee } from '../../core/workflow/may.js'
import { roleNames } from '../../core/workflow/role.js'
import { actionNames, type FilingAction, stateNameOf, transitions } from '../../core/workflow/transition.js'
import { findStandingRow } from '../../store/filing-store.js'
import type { Actor, Store } from '../../store/store.js'

/** Where a filing stands, seen as the actor through row security; undefined outside its subtree. */
export async function findStanding(
  store: Store,
  actor: Actor,
  filingId: string,
): Promise<FilingStanding | undefined> {
  const row = await store.asActor(actor, (trx) =>
    findStandingRow(trx, { regionId: actor.regionId, filingId }),
  )
  if (row === undefined) return undefined
  return {
    state: row.state,
    unitPath: row.unit_path,
    underBureau: row.under_bureau,
    afterReturn: row.opened_by === 'sendBack',
  }
}

/**
 * Asks the one table whether somebody may see or do something with a filing as it stands.
 *
 * @throws DomainError FILING_NOT_FOUND outside the subtree, NOT_ALLOWED for a role that never may,
 * TRANSITION_REFUSED when not in this state
 */
export function checkStanding(
  actor: Actor,
  standing: FilingStanding | undefined,
  action: 'see' | FilingAction,
): void {
  if (standing === undefined || !maySee(actor, standing.unitPath)) throw new DomainError('FILING_NOT_FOUND')
  if (action === 'see' || findTransition(actor, action, standing) !== undefined) return
  const everMay = transitions.some(
    (row) => row.action === action && row.roles.some((role) => role === actor.role),
  )
  if (!everMay)
    throw new DomainError('NOT_ALLOWED', {
      role: roleNames[actor.role],
      what: `${actionNames[action]}这份自评`,
    })
  throw new DomainError('TRANSITION_REFUSED', {
    state: stateNameOf(standing.state, standing.underBureau),
    action: actionNames[action],
  })
}
