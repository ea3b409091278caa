import { isBusinessRole, type Office, reaches } from './role.js'
import {
  type FilingAction,
  type FilingState,
  filingActions,
  type Transition,
  transitions,
} from './transition.js'

/** What a permission depends on besides the person. */
export type FilingStanding = Readonly<{
  state: FilingState
  unitPath: string
  /** The unit stands directly under the bureau, so no supervising department reviews it. */
  underBureau: boolean
  /** The version in hand was opened by a return: only flagged cells are open. */
  afterReturn: boolean
}>

/** The row of the table by which somebody may act, or undefined. */
export function findTransition(
  office: Office,
  action: FilingAction,
  { state, unitPath, underBureau, afterReturn }: FilingStanding,
): Transition | undefined {
  if (!isBusinessRole(office.role) || !reaches(office, unitPath)) return undefined
  return transitions.find(
    (row) =>
      row.action === action &&
      row.from === state &&
      row.roles.some((role) => role === office.role) &&
      (row.underBureau === undefined || row.underBureau === underBureau) &&
      (row.afterReturn === undefined || row.afterReturn === afterReturn),
  )
}

/** Everything that somebody may do with a filing now, in the order of the table. */
export function actionsFor(office: Office, standing: FilingStanding): readonly FilingAction[] {
  return filingActions.filter((action) => findTransition(office, action, standing) !== undefined)
}

/** Reading: every business role inside its own subtree; administrators never. */
export function maySee(office: Office, unitPath: string): boolean {
  return isBusinessRole(office.role) && reaches(office, unitPath)
}
