import { type Decimal, toShortText, toText } from '../exact/decimal.js'
import {
  compareRational,
  fromDecimal,
  multiplyRational,
  type Rational,
  rational,
  toDecimal,
} from '../exact/rational.js'
import type { FieldType } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'

const mostDecimals = 6

/**
 * A computed value as its form prints it, rounded half up: points to the decimals of the pack's scoring, a rate in
 * per cent to 0.01, both without zeros at the end; amounts exactly, with no fewer decimals than the pack's amounts.
 */
export function computedText(value: Rational, type: FieldType, { scoring, amounts }: Pack): string {
  switch (type) {
    case 'score':
    case 'weight':
      return toShortText(toDecimal(value, scoring?.decimals ?? 2))
    case 'percent':
      return `${toShortText(toDecimal(multiplyRational(value, rational(100n)), 2))}%`
    case 'amount': {
      const exact = exactDecimal(value)
      return toText(exact.scale < amounts.decimals ? toDecimal(value, amounts.decimals) : exact)
    }
    default:
      return toShortText(exactDecimal(value))
  }
}

/** With as few decimals as say it exactly, six at most. */
function exactDecimal(value: Rational): Decimal {
  for (let scale = 0; scale < mostDecimals; scale++) {
    const rounded = toDecimal(value, scale)
    if (compareRational(fromDecimal(rounded), value) === 0) return rounded
  }
  return toDecimal(value, mostDecimals)
}
