import { compare, type Decimal } from '../../../exact/decimal.js'
import { divideRational, fromDecimal, type Rational, rational } from '../../../exact/rational.js'
import type { Relation, StatedDate, StatedNumber } from '../../../exact/stated.js'
import { convert, dimensionOf, sameDimension } from '../../../exact/unit.js'
import type { FieldValue } from '../../../filing/filing.js'
import type { IndicatorRow } from './indicator.js'

/** How far an indicator got: `ratio` of its points is earned, 1 when met. */
export type Completion = Readonly<{ met: boolean; ratio: Rational | undefined; relation: Relation }>

const one: Rational = rational(1n)
const lowerIsBetter = /成本(?!节约|降低|下降)|差错|投诉|事故|超支|能耗|死亡|发案|违规|逾期/

/**
 * Compares the actual with the target. Undefined when one is missing, inexact, in another unit, or words.
 * Without a sign a target is a floor, for money under 成本 and for complaints and the like a ceiling.
 */
export function completionOf(indicator: IndicatorRow): Completion | undefined {
  const target = indicator.target?.stated
  const actual = indicator.actual?.stated
  if (target?.kind === 'date' && actual?.kind === 'date') return completionOfDate(target, actual)
  if (target?.kind !== 'number' || actual?.kind !== 'number') return undefined
  if (target.approximation !== undefined || actual.approximation !== undefined) return undefined
  const value = inUnitOf(actual, target)
  if (value === undefined) return undefined
  return completionOfNumber(target.value, value, target.relation ?? impliedRelation(indicator))
}

/** The actual value in the target's unit; a side without a unit takes the other's. */
function inUnitOf(actual: StatedNumber, target: StatedNumber): Decimal | undefined {
  if (actual.unit === undefined || target.unit === undefined) return actual.value
  return sameDimension(actual.unit, target.unit) ? convert(actual.value, actual.unit, target.unit) : undefined
}

/** Money spent and things like complaints are ceilings, everything else is a floor. */
function impliedRelation({ name, aspect, dimension, target }: IndicatorRow): Relation {
  if (lowerIsBetter.test(name.text)) return 'atMost'
  const unit = target?.stated.kind === 'number' ? target.stated.unit : undefined
  const isMoney = unit !== undefined && dimensionOf(unit) === 'money'
  return isMoney && (dimension === 'cost' || /成本/.test(aspect)) ? 'atMost' : 'atLeast'
}

function completionOfNumber(target: Decimal, actual: Decimal, relation: Relation): Completion {
  const met = isMet(target, actual, relation)
  if (met) return { met, ratio: one, relation }
  const lower = relation === 'atMost' || relation === 'lessThan'
  const [part, whole] = lower ? [target, actual] : [actual, target]
  if (whole.digits <= 0n || part.digits < 0n) return { met, ratio: undefined, relation }
  return { met, ratio: divideRational(fromDecimal(part), fromDecimal(whole)), relation }
}

function isMet(target: Decimal, actual: Decimal, relation: Relation): boolean {
  const difference = compare(actual, target)
  switch (relation) {
    case 'atLeast':
    case 'equal':
      return difference >= 0
    case 'moreThan':
      return difference > 0
    case 'atMost':
      return difference <= 0
    case 'lessThan':
      return difference < 0
  }
}

/** Not later than the target; a year or day that only one side names is not compared. */
function completionOfDate(target: StatedDate, actual: StatedDate): Completion | undefined {
  const difference = compareDates(target, actual)
  if (difference === undefined) return undefined
  return { met: difference <= 0, ratio: difference <= 0 ? one : undefined, relation: 'atMost' }
}

function compareDates(target: StatedDate, actual: StatedDate): number | undefined {
  if (target.year !== undefined && actual.year !== undefined && target.year !== actual.year) {
    return actual.year - target.year
  }
  if (target.month === undefined || actual.month === undefined) return undefined
  if (target.month !== actual.month) return actual.month - target.month
  return target.day === undefined || actual.day === undefined ? 0 : actual.day - target.day
}

/** What kind of thing a cell says: a number, a date, words, or nothing. */
export function sortOf(value: FieldValue | undefined): 'number' | 'date' | 'words' | 'nothing' {
  switch (value?.stated.kind) {
    case 'number':
      return 'number'
    case 'date':
      return 'date'
    case 'text':
      return 'words'
    default:
      return 'nothing'
  }
}
