import { compare, powerOfTen } from '../exact/decimal.js'
import { divideRational, multiplyRational, type Rational, rational, toDecimal } from '../exact/rational.js'
import type { FieldType } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'
import type { FieldFormula, Formula } from './formula.js'
import { shifted } from './formula-cells.js'
import { type PrintedNumber, parsePrintedNumber } from './printed-number.js'

/** A figure as printed beside what the engine computes for it. */
export type Computed = Readonly<{
  text: string
  type: FieldType
  /** The engine's value is the cell's × 10^`tenPower`. */
  tenPower: number
  exact: Rational
  formula: Formula
}>

/** The rounded formula of a figure; undefined when the engine's value at the printed decimals is another one. */
export function agreeingFormula(computed: Computed, pack: Pack): FieldFormula | undefined {
  const printed = parsePrintedNumber(computed.text)
  if (printed === undefined) return undefined
  const inCell = byTenPower(computed.exact, -computed.tenPower)
  const own = decimalsOf(computed.type, pack)
  const formula = shifted(computed.formula, -computed.tenPower)
  const rounds = (decimals: number): boolean => compare(toDecimal(inCell, decimals), printed.value) === 0
  if (own !== undefined && isShort(printed) && printed.value.scale <= own && rounds(own))
    return { formula: { kind: 'rounded', item: formula, decimals: own }, showsAll: true }
  const { scale } = printed.value
  return rounds(scale)
    ? { formula: { kind: 'rounded', item: formula, decimals: scale }, showsAll: false }
    : undefined
}

/** Decimals that the form gives to figures of this kind, whatever is printed now. */
function decimalsOf(type: FieldType, { amounts, scoring }: Pack): number | undefined {
  if (type === 'score' || type === 'weight') return scoring?.decimals ?? 2
  return type === 'amount' ? amounts.decimals : undefined
}

/** Printed without grouping, percent sign and zeros at the end, as a spreadsheet shows a number by itself. */
function isShort({ value, format }: PrintedNumber): boolean {
  return /^0(?:\.0+)?$/.test(format) && (value.scale === 0 || value.digits % 10n !== 0n)
}

function byTenPower(value: Rational, tenPower: number): Rational {
  const factor = rational(powerOfTen(Math.abs(tenPower)))
  return tenPower >= 0 ? multiplyRational(value, factor) : (divideRational(value, factor) ?? value)
}
