import { compare, type Decimal, roundTo, subtract, toShortText } from '../exact/decimal.js'
import { type Rational, toDecimal } from '../exact/rational.js'
import type { Outcome, Suggestion } from '../law/check.js'
import type { FieldType } from '../pack/layout.js'
import { cellsOfSum, evaluate, hasBlanks } from './evaluate.js'
import { findCell, readNumber, type Sight } from './form-values.js'
import { isRoundedToWhole } from './judge.js'
import { explainDifference } from './likely-slip.js'
import { printedNumber, renderArithmetic } from './render-arithmetic.js'
import { type ClaimRule, type NumberRule, type Reference, visitNumber } from './rule.js'
import { renderNames } from './rule-names.js'

type Words = Partial<Outcome> & Readonly<{ message: string }>
type Comparison = Extract<ClaimRule, { kind: 'compare' }>
/** A violated comparison whose sides could both be computed. */
type Sides = Readonly<{ left: Side; right: Side }>
type Side = Readonly<{ rule: NumberRule; middle: Rational }>

/** Says in plain Chinese what a violated comparison found: both sides with their numbers, and what to do. */
export function explainComparison({ left, right, sign }: Comparison, sight: Sight): Words {
  const [a, b] = [evaluate(left, sight), evaluate(right, sight)]
  if (a === undefined || b === undefined) return { message: '' }
  const sides = { left: { rule: left, middle: a }, right: { rule: right, middle: b }, sign }
  if (sign !== '=') return explainOrder(sides, sight)
  return explainEquality({ ...sides, incomplete: hasBlanks(left, sight) || hasBlanks(right, sight) }, sight)
}

function isAlone(rule: NumberRule): rule is Extract<NumberRule, { kind: 'reference' }> {
  return rule.kind === 'reference'
}

/** The side that a person wrote, and the side that it should equal. */
function explainEquality({ left, right, incomplete }: Sides & { incomplete: boolean }, sight: Sight): Words {
  const turned = left.rule.kind === 'constant' || (!isAlone(left.rule) && isAlone(right.rule))
  const [stated, expected] = turned ? [right, left] : [left, right]
  const type = typeOf(stated.rule) ?? typeOf(expected.rule)
  if (isAlone(stated.rule)) return explainStated(stated.rule.reference, { expected, type, incomplete }, sight)
  const figures = figuresOf(stated.middle, expected.middle, type)
  const arithmetic = `${renderNames(stated.rule)}：${withResult(stated.rule, figures.stated, sight)}`
  return {
    message: `${arithmetic}，应为 ${figures.expected}，差 ${figures.difference}。请核对各项后改正。`,
    ...figures,
    ...unitOf(type),
    ...mildIf(incomplete),
  }
}

type Expectation = Readonly<{ expected: Side; type: FieldType | undefined; incomplete: boolean }>

function explainStated(
  reference: Reference,
  { expected, type, incomplete }: Expectation,
  sight: Sight,
): Words {
  const cell = findCell(reference, sight)
  const stated = readNumber(cell, reference.type, sight.amountUnit)
  if (stated === undefined || cell === undefined) return { message: '' }
  const value = shownValue(expected.middle, type, stated)
  const shown = withSign(value, type)
  const difference = toShortText(subtract(inPrintedUnit(stated, type), value))
  const arithmetic = withResult(expected.rule, shown, sight)
  const whole = type === 'score' && isRoundedToWhole(stated, expected.middle)
  const blanks = incomplete ? '有的分项还空着，如有数请补上；' : ''
  const slip = explainDifference(inPrintedUnit(stated, type), value)
  const remedy = whole
    ? '看来是按整数取舍了，如无规定请保留两位小数。'
    : `${slip === undefined ? '' : `${slip}。`}请核对，把“${reference.name}”改为 ${shown}，或改正算式中填错的数。`
  const suggestion: Suggestion = { place: cell.place, value: shown, because: arithmetic }
  return {
    message: `“${reference.name}”应为 ${arithmetic}，表中填 ${printedNumber(cell, reference, sight)}，差 ${difference}。${blanks}${remedy}`,
    expected: toShortText(value),
    stated: toShortText(inPrintedUnit(stated, type)),
    difference,
    ...unitOf(type),
    suggestion,
    ...(whole ? { severity: 'info' as const } : mildIf(incomplete && !difference.startsWith('-'))),
  }
}

const orderWords: Readonly<Record<string, string>> = {
  '≤': '大于',
  '<': '不小于',
  '≥': '小于',
  '>': '不大于',
  '≠': '等于',
}

function explainOrder({ left, right, sign }: Sides & { sign: string }, sight: Sight): Words {
  const type = typeOf(left.rule) ?? typeOf(right.rule)
  const { stated, expected, difference } = figuresOf(left.middle, right.middle, type)
  const side = (rule: NumberRule, value: string): string => {
    if (rule.kind === 'constant') return rule.text
    const result = withResult(rule, value, sight)
    return `${renderNames(rule)}${result.includes(' ') ? `（${result}）` : ` ${result}`}`
  }
  const direction = difference.startsWith('-') ? '少' : '多'
  const amount = difference.replace('-', '')
  return {
    message: `${side(left.rule, stated)} ${orderWords[sign] ?? sign} ${side(right.rule, expected)}，${direction} ${amount}。请核对两处，改正填错的一处；确实如此的请写明原因。`,
    stated,
    expected,
    difference,
    ...unitOf(type),
  }
}

/** `10 × 2225.97 ÷ 2227.73 = 9.99`; a lone number is not repeated. */
function withResult(rule: NumberRule, result: string, sight: Sight): string {
  const arithmetic = renderArithmetic(rule, sight)
  return arithmetic.includes(' ') ? `${arithmetic} = ${result}` : result
}

function figuresOf(stated: Rational, expected: Rational, type: FieldType | undefined) {
  const left = shownValue(stated, type, undefined)
  const right = shownValue(expected, type, undefined)
  return {
    stated: toShortText(left),
    expected: toShortText(right),
    difference: toShortText(subtract(left, right)),
  }
}

/** Shares are shown in percent; no more decimals than the form prints, at least two. */
function shownValue(middle: Rational, type: FieldType | undefined, like: Decimal | undefined): Decimal {
  const shown = type === 'percent' ? { ...middle, numerator: middle.numerator * 100n } : middle
  const exact = toDecimal(shown, 6)
  const usual = type === 'score' || type === 'percent' ? 2 : 4
  const printed = type === 'percent' && like !== undefined ? like.scale - 2 : (like?.scale ?? 0)
  const rounded = roundTo(exact, Math.min(6, Math.max(usual, printed)))
  return compare(rounded, exact) === 0 ? exact : rounded
}

function inPrintedUnit(value: Decimal, type: FieldType | undefined): Decimal {
  return type === 'percent' ? { digits: value.digits * 100n, scale: value.scale } : value
}

function withSign(value: Decimal, type: FieldType | undefined): string {
  return `${toShortText(value)}${type === 'percent' ? '%' : ''}`
}

const unitNames: Partial<Record<FieldType, string>> = {
  amount: '万元',
  percent: '%',
  weight: '分',
  score: '分',
  count: '人',
  area: '㎡',
}

function unitOf(type: FieldType | undefined): Partial<Outcome> {
  const unit = type === undefined ? undefined : unitNames[type]
  return unit === undefined ? {} : { unit }
}

/** A sum with blanks in it may be right after all, so it only asks. */
function mildIf(incomplete: boolean): Partial<Outcome> {
  return incomplete ? { severity: 'warning' } : {}
}

function typeOf(rule: NumberRule): FieldType | undefined {
  if (rule.kind === 'binary' && (rule.sign === '×' || rule.sign === '÷')) return undefined
  let type: FieldType | undefined
  visitNumber(rule, (reference) => {
    type ??= reference.type
  })
  return type
}

/** Every cell an expression reads that is there, the deciding one first. */
export function cellsOf(rule: NumberRule, sight: Sight): readonly { reference: Reference; sight: Sight }[] {
  if (rule.kind === 'reference') return [{ reference: rule.reference, sight }]
  if (rule.kind === 'binary') return [...cellsOf(rule.left, sight), ...cellsOf(rule.right, sight)]
  if (rule.kind === 'smallest' || rule.kind === 'largest')
    return rule.items.flatMap((item) => cellsOf(item, sight))
  if (rule.kind === 'absolute') return cellsOf(rule.item, sight)
  return rule.kind === 'sum' ? cellsOfSum(rule.terms, sight) : []
}
