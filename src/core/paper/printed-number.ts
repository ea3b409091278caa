import { type Decimal, parseDecimal } from '../exact/decimal.js'

/** A printed figure as a spreadsheet holds it: the number in the cell and the format that shows its text again. */
export type PrintedNumber = Readonly<{
  /** `99.92%` is 0.9992. */
  value: Decimal
  /** `0.00`, `#,##0.0`, `0.00%`. */
  format: string
}>

/** More digits than a spreadsheet keeps exactly. */
const mostDigits = 15
const figure = /^(-?)(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?(%?)$/

/**
 * The number that a text shows. Undefined when number and format would not give exactly the same text again:
 * signs and units (`≥90%`, `10分`), leading zeros, full-width digits, more than 15 digits.
 */
export function parsePrintedNumber(text: string): PrintedNumber | undefined {
  const match = figure.exec(text)
  if (match === null) return undefined
  const [, minus = '', whole = '', fraction, percent = ''] = match
  const digits = whole.replaceAll(',', '') + (fraction ?? '')
  if (digits.length > mostDigits || (minus !== '' && /^0*$/.test(digits))) return undefined
  const printed = parseDecimal(`${minus}${whole.replaceAll(',', '')}.${fraction ?? ''}`)
  if (printed === undefined) return undefined
  const decimals = fraction === undefined ? '' : `.${'0'.repeat(fraction.length)}`
  return {
    value: percent === '' ? printed : { digits: printed.digits, scale: printed.scale + 2 },
    format: `${whole.includes(',') ? '#,##0' : '0'}${decimals}${percent}`,
  }
}
