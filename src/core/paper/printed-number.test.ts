import { SSF } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toText } from '../exact/decimal.js'
import { parsePrintedNumber } from './printed-number.js'

describe('a printed figure as a number with a format', () => {
  it.each([
    ['2372.70', '2372.70', '0.00'],
    ['99.92%', '0.9992', '0.00%'],
    ['100%', '1.00', '0%'],
    ['1,234.5', '1234.5', '#,##0.0'],
    ['7', '7', '0'],
    ['0', '0', '0'],
    ['-0.05', '-0.05', '0.00'],
  ])('%s is %s shown as %s', (text, value, format) => {
    const number = parsePrintedNumber(text)
    expect(number && toText(number.value)).toBe(value)
    expect(number?.format).toBe(format)
  })

  it.each([
    '≥90%',
    '约10000人',
    '10分',
    '007',
    '1,23',
    '0,123',
    '-0',
    '+5',
    '.5',
    '5.',
    '１２',
    '99.92 %',
    '1e9',
    '—',
    '',
    '2023年',
    '1234567890123456',
    '=1+1',
  ])('“%s” stays text', (text) => {
    expect(parsePrintedNumber(text)).toBeUndefined()
  })

  it('is shown by a spreadsheet exactly as it was printed', () => {
    const whole = fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999_999_999 }))
    const fraction = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 5 })
    const shape = fc.record({
      minus: fc.boolean(),
      whole,
      fraction,
      grouped: fc.boolean(),
      percent: fc.boolean(),
    })
    fc.assert(
      fc.property(shape, ({ minus, whole, fraction, grouped, percent }) => {
        const digits = grouped ? whole.toLocaleString('en-US') : String(whole)
        const text = `${minus ? '-' : ''}${digits}${fraction === '' ? '' : `.${fraction}`}${percent ? '%' : ''}`
        const number = parsePrintedNumber(text)
        if (number !== undefined) expect(SSF.format(number.format, Number(toText(number.value)))).toBe(text)
        else expect(/^-[0,.]*%?$/.test(text)).toBe(true)
      }),
      { seed: 20241231, numRuns: 2000 },
    )
  })
})
