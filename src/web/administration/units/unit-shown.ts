import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import { words } from './words.zh.js'

/** A unit as the list shows it. */
export type UnitShown = AnswerOf<Routes['listUnits']>['items'][number]

/** Kinds of units from the top of the tree down, with their names. */
export const kinds = [
  ['bureau', words.bureau],
  ['department', words.department],
  ['unit', words.unit],
] as const
