import { decimal } from '../exact/decimal.js'
import {
  addRational,
  compareRational,
  divideRational,
  fromDecimal,
  multiplyRational,
  negateRational,
  type Rational,
  rational,
} from '../exact/rational.js'
import type { ClaimSyntax, Comparison, NameSyntax, NumberSyntax } from '../pack/language/syntax.js'
import { computed, type DraftNumber, type DraftValue } from './draft-value.js'
import { findValue } from './find-value.js'
import { findRows, type Here } from './rows.js'
import type { Sources } from './sources.js'

/** The value of an expression: a single name may be words, all else is a figure. Undefined when a part is missing. */
export function evaluateValue(syntax: NumberSyntax, sources: Sources, here: Here): DraftValue | undefined {
  return syntax.kind === 'name' ? findValue(syntax, sources, here) : evaluateNumber(syntax, sources, here)
}

/** The figure of an expression; undefined when a part is missing, is words, or a divisor is zero. */
export function evaluateNumber(syntax: NumberSyntax, sources: Sources, here: Here): DraftNumber | undefined {
  if (syntax.kind === 'name') {
    const value = findValue(syntax, sources, here)
    return value?.kind === 'number' ? value : undefined
  }
  if (syntax.kind === 'literal') return literal(syntax.text)
  if (syntax.kind === 'call') return evaluateCall(syntax, sources, here)
  const left = evaluateNumber(syntax.left, sources, here)
  const right = evaluateNumber(syntax.right, sources, here)
  return left && right && combine(syntax.sign, left, right, sources.pack.amounts.decimals)
}

function literal(text: string): DraftNumber {
  const bare = decimal(text.replace('%', ''))
  const value = text.endsWith('%') ? { digits: bare.digits, scale: bare.scale + 2 } : bare
  return { kind: 'number', value: fromDecimal(value), scale: value.scale, text, field: text }
}

const operations = { '+': 'sumOf', '-': 'differenceOf', '×': 'productOf', '÷': 'quotientOf' } as const
type Sign = keyof typeof operations

function combine(
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

type CallSyntax = Extract<NumberSyntax, { kind: 'call' }>

function evaluateCall(call: CallSyntax, sources: Sources, here: Here): DraftNumber | undefined {
  const [first, second] = call.items
  const word = first?.kind === 'name' ? first.parts.join('.') : ''
  if (call.word === '个数')
    return computed(rational(BigInt(findRows(word, sources).length)), 0, `computed.countOf(${word})`)
  if (call.word === '合计' && second?.kind === 'name') {
    const rows = findRows(word, sources)
    if (rows.length > 0)
      return sumOf(rows.map((row) => numberIn(second, sources, { row, ordinal: undefined })))
  }
  const values = call.items.map((item) => evaluateNumber(item, sources, here))
  const numbers = values.filter((value) => value !== undefined)
  const [start, ...rest] = numbers
  if (start === undefined || numbers.length < values.length) return undefined
  if (call.word === '合计') return sumOf(numbers)
  if (call.word === '绝对值') return start.value.numerator < 0n ? negated(start) : start
  const wanted = call.word === '最小' ? -1 : 1
  return rest.reduce(
    (best, next) => (compareRational(next.value, best.value) * wanted > 0 ? next : best),
    start,
  )
}

function negated(number: DraftNumber): DraftNumber {
  return computed(negateRational(number.value), number.scale, `computed.absoluteOf(${number.field})`)
}

function numberIn(name: NameSyntax, sources: Sources, here: Here): DraftNumber | undefined {
  const value = findValue(name, sources, here)
  return value?.kind === 'number' ? value : undefined
}

/** Rows whose cell is blank are left out; undefined when all are. */
function sumOf(values: readonly (DraftNumber | undefined)[]): DraftNumber | undefined {
  const numbers = values.filter((value) => value !== undefined)
  if (numbers.length === 0) return undefined
  const total = numbers.reduce((sum, { value }) => addRational(sum, value), rational(0n))
  const scale = Math.max(...numbers.map((number) => number.scale))
  return computed(total, scale, `computed.sumOf(${numbers.map(({ field }) => field).join(',')})`)
}

/** Whether a condition holds; a comparison with something missing does not. */
export function claimHolds(claim: ClaimSyntax, sources: Sources, here: Here): boolean {
  if (claim.kind !== 'filled' && claim.kind !== 'compare') {
    const held = claim.items.filter((item) => claimHolds(item, sources, here)).length
    return claim.kind === 'and' ? held === claim.items.length : held > 0
  }
  if (claim.kind === 'filled') return (findValue(claim.name, sources, here) !== undefined) === claim.wanted
  const left = evaluateNumber(claim.left, sources, here)
  const right = evaluateNumber(claim.right, sources, here)
  return (
    left !== undefined &&
    right !== undefined &&
    compares(claim.sign, compareRational(left.value, right.value))
  )
}

function compares(sign: Comparison, order: number): boolean {
  if (sign === '=') return order === 0
  if (sign === '≠') return order !== 0
  if (sign === '<') return order < 0
  if (sign === '>') return order > 0
  return sign === '≤' ? order <= 0 : order >= 0
}
