import { compare, type Decimal, toShortText, zero } from '../exact/decimal.js'
import {
  compareRational,
  fromDecimal,
  multiplyRational,
  type Rational,
  rational,
  subtractRational,
  toDecimal,
} from '../exact/rational.js'
import type { Relation, Stated, StatedDate, StatedNumber } from '../exact/stated.js'
import { convert } from '../exact/unit.js'
import type { ScoringRules } from '../pack/scoring-rules.js'

/** Points of one indicator with their arithmetic; `points` undefined when they cannot be computed, with the reason. */
export type Points = Readonly<{ points: Decimal | undefined; arithmetic: string }>

export type Measured = Readonly<{ weight: Decimal; target: Stated; actual: Stated }>

/**
 * 得分 of one 三级指标, from 0 to its 分值, rounded half up.
 * Target met: all points. Missed: in proportion, turned round for ≤. Words and unclear targets are not computed.
 * @see caiyu-2020-10 单位自评
 */
export function scoreIndicator(measured: Measured, rules: ScoringRules): Points {
  const { weight, target, actual } = measured
  if (target.kind === 'date' && actual.kind === 'date') return scoreDate(weight, target, actual)
  if (target.kind !== 'number' || actual.kind !== 'number')
    return { points: undefined, arithmetic: actual.kind === 'blank' ? '没有填完成值' : '定性指标' }
  const value = sameUnit(target, actual)
  if (value === undefined) return { points: undefined, arithmetic: '指标值与完成值单位不同' }
  if (target.relation === undefined && compare(value, target.value) !== 0)
    return { points: undefined, arithmetic: '指标值没有写 ≥ 或 ≤' }
  return scoreNumber({ weight, target, value }, rules)
}

function sameUnit(target: StatedNumber, actual: StatedNumber): Decimal | undefined {
  if (target.unit === undefined || actual.unit === undefined || target.unit === actual.unit)
    return actual.value
  return convert(actual.value, actual.unit, target.unit)
}

type Numbers = Readonly<{ weight: Decimal; target: StatedNumber; value: Decimal }>

function scoreNumber({ weight, target, value }: Numbers, rules: ScoringRules): Points {
  const relation = target.relation ?? 'equal'
  const full = toShortText(weight)
  if (isMet(relation, value, target.value))
    return { points: weight, arithmetic: `达到指标值，得满分 ${full}` }
  if (rules.quantitative === 'allOrNothing') return { points: zero, arithmetic: '未达到指标值，得 0 分' }
  if (compare(target.value, zero) <= 0 || compare(value, zero) < 0)
    return { points: undefined, arithmetic: '指标值为 0，没有比例可算' }
  const share = shareOf(relation, value, target.value)
  const points = toDecimal(multiplyRational(fromDecimal(weight), share), rules.decimals)
  return {
    points,
    arithmetic: `${full} × ${shareText(relation, value, target.value)} = ${toShortText(points)}`,
  }
}

function isMet(relation: Relation, value: Decimal, target: Decimal): boolean {
  const difference = compare(value, target)
  if (relation === 'atLeast') return difference >= 0
  if (relation === 'atMost') return difference <= 0
  if (relation === 'equal') return difference === 0
  return relation === 'moreThan' ? difference > 0 : difference < 0
}

/** Between 0 and 1. Of ＝ the deviation to either side counts. */
function shareOf(relation: Relation, value: Decimal, target: Decimal): Rational {
  const completed = quotient(value, target)
  if (relation === 'atMost' || relation === 'lessThan') return capped(quotient(target, value))
  if (relation !== 'equal' || compare(value, target) < 0) return capped(completed)
  const left = subtractRational(rational(2n), completed)
  return left.numerator < 0n ? rational(0n) : left
}

function capped(share: Rational): Rational {
  return compareRational(share, rational(1n)) > 0 ? rational(1n) : share
}

function quotient(numerator: Decimal, denominator: Decimal): Rational {
  const top = fromDecimal(numerator)
  const bottom = fromDecimal(denominator)
  return bottom.numerator === 0n
    ? rational(0n)
    : rational(top.numerator * bottom.denominator, top.denominator * bottom.numerator)
}

function shareText(relation: Relation, value: Decimal, target: Decimal): string {
  const [a, b] = [toShortText(value), toShortText(target)]
  if (relation === 'atMost' || relation === 'lessThan') return `${b} ÷ ${a}`
  if (relation === 'equal' && compare(value, target) > 0) return `(1 − (${a} − ${b}) ÷ ${b})`
  return `${a} ÷ ${b}`
}

function scoreDate(weight: Decimal, target: StatedDate, actual: StatedDate): Points {
  const late = isLater(actual, target)
  if (late === undefined) return { points: undefined, arithmetic: '日期写得不全，无法比较' }
  if (late) return { points: undefined, arithmetic: '晚于指标值的日期' }
  return { points: weight, arithmetic: `不晚于指标值，得满分 ${toShortText(weight)}` }
}

/** Undefined when a missing day, month or year decides. A month as target lasts to its end. */
function isLater(actual: StatedDate, target: StatedDate): boolean | undefined {
  const years = [actual.year ?? target.year, target.year ?? actual.year]
  if (years[0] !== years[1] && years[0] !== undefined && years[1] !== undefined) return years[0] > years[1]
  if (target.month === undefined) return false
  if (actual.month === undefined) return undefined
  if (actual.month !== target.month) return actual.month > target.month
  if (target.day === undefined) return false
  return actual.day === undefined ? undefined : actual.day > target.day
}
