import { type Decimal, decimal, negate } from '../exact/decimal.js'
import {
  addInterval,
  compareAtMost,
  compareEqual,
  divideInterval,
  exactly,
  type Interval,
  multiplyInterval,
  subtractInterval,
  type Verdict,
} from '../exact/interval.js'
import { toDecimal } from '../exact/rational.js'
import { intervalOf } from '../exact/stated.js'
import { convert, sameDimension } from '../exact/unit.js'
import type { Fact } from '../filing/fact.js'

/** A verdict with the value the other figures give, in `unit` and with the decimals of the stated one. */
export type Relation = Readonly<{ verdict: Verdict; expected: Decimal; difference: Decimal; unit: string }>

const hundred = exactly(decimal('100'))
const scaleOf: Readonly<Record<string, number>> = { 元: 0, 千元: 3, 万: 4, 万元: 4, 亿元: 8 }

/** The largest unit among facts: only towards it does a number keep its printed precision. Undefined across dimensions. */
export function commonUnit(facts: readonly Fact[]): string | undefined {
  const [first, ...rest] = facts.map(({ unit }) => unit)
  if (first === undefined || rest.some((unit) => !sameDimension(first, unit))) return undefined
  return rest.reduce((left, right) => ((scaleOf[right] ?? 0) > (scaleOf[left] ?? 0) ? right : left), first)
}

/** A fact's interval in another unit of its dimension. */
export function intervalIn(fact: Fact, unit: string): Interval {
  const value = convert(fact.stated.value, fact.unit, unit)
  return value === undefined
    ? intervalOf(fact.stated, fact.unit)
    : intervalOf({ ...fact.stated, value }, unit)
}

/** Turns the sign: a fact of 调减. */
export function negated(fact: Fact): Fact {
  return { ...fact, stated: { ...fact.stated, value: negate(fact.stated.value) } }
}

/** Σ parts against the whole; undefined when their units do not belong together. */
export function sumRelation(whole: Fact, parts: readonly Fact[]): Relation | undefined {
  const unit = commonUnit([whole, ...parts])
  if (unit === undefined) return undefined
  const sum = totalOf(parts, unit)
  return relationOf({ sum, stated: intervalIn(whole, unit), unit, scale: scaleIn([whole, ...parts], unit) })
}

/** Whether `part` (or the sum of several) is at most `whole`. */
export function atMostRelation(parts: readonly Fact[], whole: Fact): Relation | undefined {
  const unit = commonUnit([whole, ...parts])
  if (unit === undefined) return undefined
  const sum = totalOf(parts, unit)
  const stated = intervalIn(whole, unit)
  const scale = scaleIn([whole, ...parts], unit)
  const equal = relationOf({ sum, stated, unit, scale })
  return { ...equal, verdict: compareAtMost(sum, stated) }
}

function totalOf(facts: readonly Fact[], unit: string): Interval {
  return facts.map((fact) => intervalIn(fact, unit)).reduce(addInterval, exactly(decimal('0')))
}

function relationOf(input: { sum: Interval; stated: Interval; unit: string; scale: number }): Relation {
  const { sum, stated, unit, scale } = input
  return {
    verdict: compareEqual(sum, stated),
    expected: toDecimal(sum.middle, scale),
    difference: toDecimal(subtractInterval(stated, sum).middle, scale),
    unit,
  }
}

/** Decimals that show all facts in full in `unit`. */
function scaleIn(facts: readonly Fact[], unit: string): number {
  return Math.max(...facts.map((fact) => convert(fact.stated.value, fact.unit, unit)?.scale ?? 0))
}

/** part ÷ whole in percent against a stated rate. Undefined when the whole is zero or units differ. */
export function ratioRelation(part: Fact, whole: Fact, rate: Fact, sameUnit = true): Relation | undefined {
  const unit = sameUnit ? commonUnit([part, whole]) : undefined
  if (sameUnit && unit === undefined) return undefined
  return rateRelation(intervalIn(part, unit ?? part.unit), intervalIn(whole, unit ?? whole.unit), rate)
}

/** Change amount ÷ last year's figure in percent, last year = current ∓ amount. */
export function changeRateRelation(
  current: Fact,
  change: Readonly<{ direction: 'more' | 'less'; amount: Fact }>,
  rate: Fact,
): Relation | undefined {
  const { amount, direction } = change
  const unit = commonUnit([current, amount])
  if (unit === undefined) return undefined
  const now = intervalIn(current, unit)
  const moved = intervalIn(amount, unit)
  const base = direction === 'more' ? subtractInterval(now, moved) : addInterval(now, moved)
  return rateRelation(moved, base, rate)
}

function rateRelation(part: Interval, whole: Interval, rate: Fact): Relation | undefined {
  const quotient = divideInterval(part, whole)
  if (quotient === undefined) return undefined
  const percent = multiplyInterval(quotient, hundred)
  const scale = rate.stated.value.scale
  const stated = intervalOf(rate.stated, '%')
  return {
    verdict: compareEqual(percent, stated),
    expected: toDecimal(percent.middle, Math.max(scale, 2)),
    difference: toDecimal(subtractInterval(stated, percent).middle, Math.max(scale, 2)),
    unit: '%',
  }
}

/** current ∓ amount, the other year's figure, in the common unit. */
export function otherYear(
  current: Fact,
  direction: 'more' | 'less',
  amount: Fact,
): { interval: Interval; unit: string; value: Decimal } | undefined {
  const unit = commonUnit([current, amount])
  if (unit === undefined) return undefined
  const now = intervalIn(current, unit)
  const moved = intervalIn(amount, unit)
  const interval = direction === 'more' ? subtractInterval(now, moved) : addInterval(now, moved)
  return { interval, unit, value: toDecimal(interval.middle, scaleIn([current, amount], unit)) }
}
