import { businessRoles } from '../../../core/workflow/role.js'

/** Orders of the list. */
export const sorts = [
  'risk',
  'dueOn',
  'waitingSince',
  'errors',
  'totalFunds',
  'unitName',
  'changedAt',
] as const

/** Roles that somebody can wait for. */
export const waitingRoles = businessRoles
