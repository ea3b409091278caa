import { DomainError } from '../../../core/errors/errors.js'
import { isBusinessRole, type Role, roleNames } from '../../../core/workflow/role.js'
import type { UnitKind } from '../../../store/unit-store.js'
import { kindNames } from '../units/unit-words.js'

/**
 * 三员分立: whoever holds one of the three offices of administration holds no other role.
 * @throws DomainError OFFICES_MUST_BE_SEPARATE
 */
export function refuseMixedRoles(name: string, held: readonly Role[], wanted: Role): void {
  const other = held.find((role) => role !== wanted && !(isBusinessRole(role) && isBusinessRole(wanted)))
  if (other === undefined) return
  throw new DomainError('OFFICES_MUST_BE_SEPARATE', {
    name,
    held: roleNames[other],
    wanted: roleNames[wanted],
  })
}

/** Where an office may stand; roles that are not named here may stand anywhere. */
const places: Partial<Readonly<Record<Role, readonly UnitKind[]>>> = {
  departmentReviewer: ['department'],
  financeReviewer: ['bureau'],
  performanceSection: ['bureau'],
  systemAdministrator: ['bureau'],
  securityAdministrator: ['bureau'],
  trailReader: ['bureau'],
}

/** @throws DomainError OFFICE_NOT_FITTING */
export function refuseWrongPlace(role: Role, unit: Readonly<{ name: string; kind: UnitKind }>): void {
  const wanted = places[role]
  if (wanted === undefined || wanted.includes(unit.kind)) return
  throw new DomainError('OFFICE_NOT_FITTING', {
    role: roleNames[role],
    wanted: wanted.map((kind) => kindNames[kind]).join('、'),
    unit: unit.name,
  })
}
