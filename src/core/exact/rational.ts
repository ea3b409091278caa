import { type Decimal, divideHalfUp, powerOfTen } from './decimal.js'

/** An exact quotient; the denominator is always positive. Not reduced: values live for one check. */
export type Rational = Readonly<{ numerator: bigint; denominator: bigint }>

export function rational(numerator: bigint, denominator = 1n): Rational {
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator }
}

export function fromDecimal(value: Decimal): Rational {
  return { numerator: value.digits, denominator: powerOfTen(value.scale) }
}

export function addRational(left: Rational, right: Rational): Rational {
  return left.denominator === right.denominator
    ? { numerator: left.numerator + right.numerator, denominator: left.denominator }
    : {
        numerator: left.numerator * right.denominator + right.numerator * left.denominator,
        denominator: left.denominator * right.denominator,
      }
}

export function negateRational(value: Rational): Rational {
  return { numerator: -value.numerator, denominator: value.denominator }
}

export function subtractRational(left: Rational, right: Rational): Rational {
  return addRational(left, negateRational(right))
}

export function multiplyRational(left: Rational, right: Rational): Rational {
  return {
    numerator: left.numerator * right.numerator,
    denominator: left.denominator * right.denominator,
  }
}

/** Undefined when the divisor is zero. */
export function divideRational(left: Rational, right: Rational): Rational | undefined {
  if (right.numerator === 0n) return undefined
  return rational(left.numerator * right.denominator, left.denominator * right.numerator)
}

/** Negative, zero or positive. */
export function compareRational(left: Rational, right: Rational): number {
  const isSame = left.denominator === right.denominator
  const a = isSame ? left.numerator : left.numerator * right.denominator
  const b = isSame ? right.numerator : right.numerator * left.denominator
  return a < b ? -1 : a > b ? 1 : 0
}

/** Rounds half up (away from zero) to `scale` decimals. */
export function toDecimal(value: Rational, scale: number): Decimal {
  return { digits: divideHalfUp(value.numerator * powerOfTen(scale), value.denominator), scale }
}
