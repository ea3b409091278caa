import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  decimal,
  multiply,
  parseDecimal,
  roundTo,
  subtract,
  toShortText,
  toText,
} from './decimal.js'

const numberText = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, scale]) => toText({ digits, scale }))
const settings = { seed: 20241231, numRuns: 500 }

describe('exact decimals', () => {
  it.each([
    ['12.50', '12.50'],
    ['-0.05', '-0.05'],
    ['007', '7'],
    ['5.', '5'],
  ])('%s keeps its printed decimals as %s', (text, shown) => {
    expect(toText(decimal(text))).toBe(shown)
  })

  it.each(['', ' ', '1e9', '9e99', '1,234', '12万', '１２', '--1', '.5', '1'.repeat(35)])(
    '“%s” is not a plain number',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined()
    },
  )

  it('reads a number of thirty digits exactly', () => {
    expect(toText(decimal('123456789012345678901234567890'))).toBe('123456789012345678901234567890')
  })

  it.each([
    ['9.992', 2, '9.99'],
    ['9.995', 2, '10.00'],
    ['-9.995', 2, '-10.00'],
    ['23.0151', 2, '23.02'],
    ['5', 2, '5.00'],
  ])('%s rounds half up at %i decimals to %s', (text, scale, rounded) => {
    expect(toText(roundTo(decimal(text), scale))).toBe(rounded)
  })

  it('drops zeros after the point only', () => {
    expect([
      toShortText(decimal('12.50')),
      toShortText(decimal('100')),
      toShortText(decimal('0.00')),
    ]).toEqual(['12.5', '100', '0'])
  })

  it('adds, subtracts, multiplies and compares as big.js does', () => {
    fc.assert(
      fc.property(numberText, numberText, (a, b) => {
        const [x, y] = [decimal(a), decimal(b)]
        expect(new Big(toText(add(x, y))).eq(new Big(a).plus(b))).toBe(true)
        expect(new Big(toText(subtract(x, y))).eq(new Big(a).minus(b))).toBe(true)
        expect(new Big(toText(multiply(x, y))).eq(new Big(a).times(b))).toBe(true)
        expect(Math.sign(compare(x, y))).toBe(new Big(a).cmp(b))
      }),
      settings,
    )
  })

  it('rounds half up as big.js does', () => {
    fc.assert(
      fc.property(numberText, fc.integer({ min: 0, max: 8 }), (a, scale) => {
        expect(toText(roundTo(decimal(a), scale))).toBe(
          negativeZero(new Big(a).round(scale, Big.roundHalfUp).toFixed(scale)),
        )
      }),
      settings,
    )
  })
})

function negativeZero(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text
}
