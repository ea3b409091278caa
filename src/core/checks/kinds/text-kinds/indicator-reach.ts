import { compare } from '../../../exact/decimal.js'
import { bareWords } from '../../../exact/normalise.js'
import { convert } from '../../../exact/unit.js'
import type { FormRow } from '../../../filing/filing.js'
import { numberIn } from './form-values.js'

/** How an actual value stands to its target; `unknown` when the two cannot be compared. */
export type Reach = 'beyond' | 'reached' | 'short' | 'unknown'

/** Compares the actual value of one row with its target, minding ≥ and ≤. Equal words are reached. */
export function reachOf({ target, actual }: FormRow): Reach {
  if (target === undefined || actual === undefined) return 'unknown'
  const [goal, done] = [numberIn(target), numberIn(actual)]
  if (goal === undefined || done === undefined) {
    const words = bareWords(target.text)
    return words !== '' && words === bareWords(actual.text) ? 'reached' : 'unknown'
  }
  if (done.approximation !== undefined || goal.approximation !== undefined) return 'unknown'
  const value = convert(done.value, actual.unit ?? target.unit ?? '', target.unit ?? actual.unit ?? '')
  if (value === undefined) return 'unknown'
  const order = compare(value, goal.value)
  if (order === 0) return 'reached'
  const lowerIsBetter = goal.relation === 'atMost' || goal.relation === 'lessThan'
  return order > 0 === lowerIsBetter ? 'short' : 'beyond'
}
