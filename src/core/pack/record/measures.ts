import { powerOfTen } from '../../exact/decimal.js'
import type { Relation, Stated } from '../../exact/stated.js'
import type { Form, FormRow } from '../../filing/filing.js'

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

/** 年度指标值 and 实际完成值 of the indicators, as integers with four decimals. */
export type Measures = Readonly<{ kinds: Uint8Array; targets: Float64Array; actuals: Float64Array }>

const scale = 4

/** Reads targets and actual values; words, blanks and targets without ≥ or ≤ keep the stated score. */
export function readMeasures(form: Form): Measures {
  const rows = form.lists.indicators ?? []
  const measures = {
    kinds: new Uint8Array(rows.length),
    targets: new Float64Array(rows.length),
    actuals: new Float64Array(rows.length),
  }
  for (const [index, row] of rows.entries()) {
    const target = numberOf(row.target?.stated)
    const actual = numberOf(row.actual?.stated)
    measures.kinds[index] = kindOf(row, target, actual)
    measures.targets[index] = target ?? Number.NaN
    measures.actuals[index] = actual ?? Number.NaN
  }
  return measures
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
