import { absolute, compare, type Decimal } from '../../../exact/decimal.js'
import type { Fact } from '../../../filing/fact.js'
import type { Outcome } from '../../../law/check.js'
import type { Relation } from '../../../narrative/relations.js'

/** One step of the last printed digit is rounding by hand: worth a hint, not an error. */
export function slight({ difference }: Relation, { stated }: Fact): Partial<Outcome> {
  const step: Decimal = { digits: 1n, scale: stated.value.scale }
  return compare(absolute(difference), step) <= 0 ? { severity: 'info' } : {}
}
