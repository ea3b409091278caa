import { decimal } from '../exact/decimal.js'
import {
  addRational,
  divideRational,
  fromDecimal,
  multiplyRational,
  negateRational,
  type Rational,
  rational,
} from '../exact/rational.js'
import type { Comparison } from '../language/syntax.js'
import { computed, type DraftNumber } from './draft-value.js'

/** A number as the outline writes it, a percentage as its fraction. */
export function literal(text: string): DraftNumber {
  const bare = decimal(text.replace('%', ''))
  const value = text.endsWith('%') ? { digits: bare.digits, scale: bare.scale + 2 } : bare
  return { kind: 'number', value: fromDecimal(value), scale: value.scale, text, field: text }
}

const operations = { '+': 'sumOf', '-': 'differenceOf', '×': 'productOf', '÷': 'quotientOf' } as const
type Sign = keyof typeof operations

/** Two figures calculated with; undefined when the divisor is zero. Products and quotients keep `decimals` places. */
export function combine(
  sign: Sign,
  left: DraftNumber,
  right: DraftNumber,
  decimals: number,
): DraftNumber | undefined {
  const value = operate(sign, left.value, right.value)
  const scale = sign === '+' || sign === '-' ? Math.max(left.scale, right.scale) : decimals
  return value && computed(value, scale, `computed.${operations[sign]}(${left.field},${right.field})`)
}

function operate(sign: Sign, left: Rational, right: Rational): Rational | undefined {
  if (sign === '+') return addRational(left, right)
  if (sign === '-') return addRational(left, negateRational(right))
  return sign === '×' ? multiplyRational(left, right) : divideRational(left, right)
}

/** A figure below zero without its sign. */
export function negated(number: DraftNumber): DraftNumber {
  return computed(negateRational(number.value), number.scale, `computed.absoluteOf(${number.field})`)
}

/** Rows whose cell is blank are left out; undefined when all are. */
export function sumOf(values: readonly (DraftNumber | undefined)[]): DraftNumber | undefined {
  const numbers = values.filter((value) => value !== undefined)
  if (numbers.length === 0) return undefined
  const total = numbers.reduce((sum, { value }) => addRational(sum, value), rational(0n))
  const scale = Math.max(...numbers.map((number) => number.scale))
  return computed(total, scale, `computed.sumOf(${numbers.map(({ field }) => field).join(',')})`)
}

/** Whether an order, as comparing gives it, is what the sign demands. */
export function compares(sign: Comparison, order: number): boolean {
  if (sign === '=') return order === 0
  if (sign === '≠') return order !== 0
  if (sign === '<') return order < 0
  if (sign === '>') return order > 0
  return sign === '≤' ? order <= 0 : order >= 0
}
