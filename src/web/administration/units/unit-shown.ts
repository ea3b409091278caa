import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'

/** A unit as the list shows it. */
export type UnitShown = AnswerOf<Routes['listUnits']>['items'][number]

/** Kinds of units from the top of the tree down, with their names. */
export const kinds = [
  ['bureau', '财政部门'],
  ['department', '主管部门'],
  ['unit', '预算单位'],
] as const
