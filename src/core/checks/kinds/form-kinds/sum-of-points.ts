import { add, type Decimal, zero } from '../../../exact/decimal.js'
import type { FieldValue } from '../../../filing/filing.js'
import { pointsIn } from './indicator.js'

/** Undefined when no cell holds points; blanks among others count nothing. */
export function sumOf(values: readonly (FieldValue | undefined)[]): Decimal | undefined {
  const points = values.map(pointsIn).filter((value) => value !== undefined)
  return points.length === 0 ? undefined : points.reduce(add, zero)
}
