import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, toText } from './decimal.js'
import {
  addInterval,
  compareAtMost,
  compareEqual,
  divideInterval,
  exactly,
  type Interval,
  minimumInterval,
  multiplyInterval,
  printed,
} from './interval.js'

const money = (text: string): Interval => printed(decimal(text))
const count = (text: string): Interval => exactly(decimal(text))

function divided(left: Interval, right: Interval): Interval {
  const quotient = divideInterval(left, right)
  if (quotient === undefined) throw new Error('divided by zero')
  return quotient
}

describe('printed numbers as intervals', () => {
  it.each([
    ['465.82', ['385.43', '80.39'], 'holds'],
    ['80.39', ['70.89', '9.51'], 'rounding'],
    ['90.94', ['48.28', '24.98', '17.68'], 'holds'],
    ['89.69', ['48.28', '24.98', '17.68'], 'violated'],
    ['80.37', ['70.89', '9.51'], 'violated'],
  ])('%s against the sum of %j: %s', (total, parts, verdict) => {
    expect(compareEqual(money(total), parts.map(money).reduce(addInterval))).toBe(verdict)
  })

  it('a rate that only the rounding of its inputs explains is rounding', () => {
    const rate = multiplyInterval(divided(money('138.62'), money('602.30')), count('100'))
    expect(compareEqual(money('23.01'), rate)).toBe('rounding')
    expect(compareEqual(money('23.00'), rate)).toBe('violated')
  })

  it('counts were never rounded', () => {
    expect(compareEqual(count('9'), addInterval(count('7'), count('1')))).toBe('violated')
  })

  it('a ceiling may be touched by rounding but not passed', () => {
    expect(compareAtMost(money('17.67'), money('17.67'))).toBe('holds')
    expect(compareAtMost(money('17.68'), money('17.67'))).toBe('rounding')
    expect(compareAtMost(money('17.69'), money('17.67'))).toBe('violated')
  })

  it('nothing can be divided by zero, and a divisor that may be zero leaves the quotient open', () => {
    expect(divideInterval(money('1.00'), money('0.00'))).toBeUndefined()
    expect(divideInterval(money('1.0'), money('0.05'))?.high).toBeDefined()
    expect(divideInterval(money('1'), money('0.0'))).toBeUndefined()
  })

  it('the smaller of two keeps the smaller bounds', () => {
    expect(compareEqual(minimumInterval(count('1'), divided(count('3'), count('2'))), count('1'))).toBe(
      'holds',
    )
  })
})

describe('interval arithmetic encloses every possible value', () => {
  const amount = fc.tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 4 }))
  const offset = fc.integer({ min: -50, max: 50 })

  it('for sums, products and quotients', () => {
    fc.assert(
      fc.property(amount, amount, offset, offset, ([a, s], [b, t], da, db) => {
        const [x, y] = [shifted(a, s, da), shifted(b, t, db)]
        const [left, right] = [printedOf(a, s), printedOf(b, t)]
        expect(inside(x.plus(y), addInterval(left, right))).toBe(true)
        expect(inside(x.times(y), multiplyInterval(left, right))).toBe(true)
        const quotient = divideInterval(left, right)
        if (quotient?.high !== undefined && y.gt(0)) expect(inside(x.div(y), quotient)).toBe(true)
      }),
      { seed: 20241231, numRuns: 400 },
    )
  })
})

function printedOf(digits: number, scale: number): Interval {
  return printed({ digits: BigInt(digits), scale })
}

/** The number as it may have been before rounding: `percent` hundredths of its last digit away. */
function shifted(digits: number, scale: number, percent: number): Big {
  const value = new Big(toText({ digits: BigInt(digits), scale }))
  return value.plus(new Big(10).pow(-scale).times(percent).div(100))
}

/** Within the bounds, but for the last of big.js's twenty decimals. */
function inside(value: Big, { low, high }: Interval): boolean {
  const slack = new Big('1e-15')
  const at = ({ numerator, denominator }: { numerator: bigint; denominator: bigint }): Big =>
    new Big(numerator.toString()).div(denominator.toString())
  return (
    (low === undefined || value.gte(at(low).minus(slack))) &&
    (high === undefined || value.lte(at(high).plus(slack)))
  )
}
