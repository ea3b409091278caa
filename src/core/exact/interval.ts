import { type Decimal, powerOfTen } from './decimal.js'
import {
  addRational,
  compareRational,
  divideRational,
  fromDecimal,
  multiplyRational,
  negateRational,
  type Rational,
} from './rational.js'

/**
 * What a printed number can have been before it was rounded: everything from `low` to `high`,
 * both included, with `middle` as printed. An undefined bound is open to infinity (以上, 余).
 */
export type Interval = Readonly<{ low: Rational | undefined; middle: Rational; high: Rational | undefined }>

/** 成立, 舍入可解释, 不成立. A relation whose inputs are missing is `cannotCheck`. */
export type Verdict = 'holds' | 'rounding' | 'violated' | 'cannotCheck'

/** A number known without rounding: weights, counts, constants. */
export function exactly(value: Decimal): Interval {
  const middle = fromDecimal(value)
  return { low: middle, middle, high: middle }
}

/** A printed number: ± half of its last printed digit. */
export function printed(value: Decimal): Interval {
  const denominator = 2n * powerOfTen(value.scale)
  const doubled = 2n * value.digits
  return {
    low: { numerator: doubled - 1n, denominator },
    middle: { numerator: doubled, denominator },
    high: { numerator: doubled + 1n, denominator },
  }
}

export function addInterval(left: Interval, right: Interval): Interval {
  return {
    low: both(left.low, right.low, addRational),
    middle: addRational(left.middle, right.middle),
    high: both(left.high, right.high, addRational),
  }
}

export function negateInterval(value: Interval): Interval {
  return {
    low: value.high && negateRational(value.high),
    middle: negateRational(value.middle),
    high: value.low && negateRational(value.low),
  }
}

export function subtractInterval(left: Interval, right: Interval): Interval {
  return addInterval(left, negateInterval(right))
}

/** Product over all corners; open bounds stay open. */
export function multiplyInterval(left: Interval, right: Interval): Interval {
  const middle = multiplyRational(left.middle, right.middle)
  const corners = cornersOf(left, right, multiplyRational)
  return corners === undefined ? { low: undefined, middle, high: undefined } : { middle, ...corners }
}

/** Undefined when the divisor as printed is zero; open when its interval touches zero. */
export function divideInterval(left: Interval, right: Interval): Interval | undefined {
  const middle = divideRational(left.middle, right.middle)
  if (middle === undefined) return undefined
  const zeroInside = right.low === undefined || right.high === undefined || signsDiffer(right.low, right.high)
  const corners = zeroInside ? undefined : cornersOf(left, right, divideRational)
  return corners === undefined ? { low: undefined, middle, high: undefined } : { middle, ...corners }
}

/** The smaller of both, bound by bound. */
export function minimumInterval(left: Interval, right: Interval): Interval {
  return {
    low: left.low && right.low && smaller(left.low, right.low),
    middle: smaller(left.middle, right.middle),
    high:
      left.high === undefined
        ? right.high
        : right.high === undefined
          ? left.high
          : smaller(left.high, right.high),
  }
}

/** `holds` as printed, `rounding` when only the rounding of the printed numbers explains it, else `violated`. */
export function compareEqual(left: Interval, right: Interval): Verdict {
  if (compareRational(left.middle, right.middle) === 0) return 'holds'
  return touches(left.low, right.high) && touches(right.low, left.high) ? 'rounding' : 'violated'
}

/** left ≤ right, in three values. */
export function compareAtMost(left: Interval, right: Interval): Verdict {
  if (compareRational(left.middle, right.middle) <= 0) return 'holds'
  return touches(left.low, right.high) ? 'rounding' : 'violated'
}

function touches(low: Rational | undefined, high: Rational | undefined): boolean {
  return low === undefined || high === undefined || compareRational(low, high) <= 0
}

function smaller(left: Rational, right: Rational): Rational {
  return compareRational(left, right) <= 0 ? left : right
}

function larger(left: Rational, right: Rational): Rational {
  return compareRational(left, right) >= 0 ? left : right
}

function both(
  left: Rational | undefined,
  right: Rational | undefined,
  operation: (left: Rational, right: Rational) => Rational,
): Rational | undefined {
  return left === undefined || right === undefined ? undefined : operation(left, right)
}

function signsDiffer(low: Rational, high: Rational): boolean {
  return low.numerator <= 0n && high.numerator >= 0n
}

function cornersOf(
  left: Interval,
  right: Interval,
  operation: (left: Rational, right: Rational) => Rational | undefined,
): { low: Rational; high: Rational } | undefined {
  const { low: a, high: b } = left
  const { low: c, high: d } = right
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  const corners = [operation(a, c), operation(a, d), operation(b, c), operation(b, d)]
  const [first, ...rest] = corners.filter((corner) => corner !== undefined)
  if (first === undefined) return undefined
  return { low: rest.reduce(smaller, first), high: rest.reduce(larger, first) }
}
