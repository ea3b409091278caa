import { powerOfTen } from '../../exact/decimal.js'
import type { Relation, Stated } from '../../exact/stated.js'
import type { FormRow } from '../../filing/filing.js'

/** How the target of an indicator is to be compared; `exact` sends the form the exact way. */
export const measureKind = {
  stated: 0,
  atLeast: 1,
  atMost: 2,
  equal: 3,
  moreThan: 4,
  lessThan: 5,
  exact: 6,
} as const

/** Columns that {@link readMeasures} fills: how to compare, 年度指标值, 实际完成值 (four decimals). */
export const measureColumns = 3

const scale = 4

/** Reads target and actual value of an indicator; words, blanks and targets without ≥ or ≤ keep the stated score. */
export function readMeasures(row: FormRow, numbers: Float64Array, at: number): void {
  const target = numberOf(row.target?.stated)
  const actual = numberOf(row.actual?.stated)
  numbers[at] = kindOf(row, target, actual)
  numbers[at + 1] = target ?? Number.NaN
  numbers[at + 2] = actual ?? Number.NaN
}

function numberOf(stated: Stated | undefined): number | undefined {
  if (stated?.kind !== 'number' || stated.value.scale > scale) return undefined
  const digits = Number(stated.value.digits * powerOfTen(scale - stated.value.scale))
  return Number.isSafeInteger(digits) ? digits : undefined
}

function kindOf(row: FormRow, target: number | undefined, actual: number | undefined): number {
  const [planned, done] = [row.target?.stated, row.actual?.stated]
  if (planned?.kind === 'date' && done?.kind === 'date') return measureKind.exact
  if (planned?.kind !== 'number' || done?.kind !== 'number') return measureKind.stated
  if (target === undefined || actual === undefined) return measureKind.exact
  const sameUnit = planned.unit === done.unit || planned.unit === undefined || done.unit === undefined
  if (!sameUnit) return measureKind.exact
  if (planned.relation === undefined) return target === actual ? measureKind.equal : measureKind.stated
  return kindOfRelation(planned.relation)
}

function kindOfRelation(relation: Relation): number {
  return measureKind[relation]
}
