import { compare } from '../../../exact/decimal.js'
import { bareWords } from '../../../exact/normalise.js'
import { convert } from '../../../exact/unit.js'
import type { FormRow } from '../../../filing/filing.js'
import { numberIn } from './form-values.js'

/** How an actual value stands to its target; `unknown` when the two cannot be compared. */
export type Reach = 'beyond' | 'reached' | 'short' | 'unknown'

/** Compares the actual value of one row with its target, minding ≥ and ≤. Equal words are reached. */
export function reachOf(row: FormRow): Reach {
  const { target, actual } = row
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
  if (goal.relation === undefined && mayBeLowerBetter(row)) return 'unknown'
  const lowerIsBetter = goal.relation === 'atMost' || goal.relation === 'lessThan'
  return order > 0 === lowerIsBetter ? 'short' : 'beyond'
}

/** Costs, complaints, control rates: without a sign nobody can say which side of the target is the good one. */
function mayBeLowerBetter({ dimension, aspect, name }: FormRow): boolean {
  const words = [dimension, aspect, name].map((field) => field?.text ?? '').join('')
  return /成本|投诉|事故|差错|控制|失败|死亡|发生/.test(words)
}
