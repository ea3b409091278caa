/** An exact decimal as printed: `digits × 10^-scale`. `1.50` keeps scale 2, because the last digit says how it was rounded. */
export type Decimal = Readonly<{ digits: bigint; scale: number }>

/** Longest number a filing can hold; anything longer is treated as text, never as an amount. */
export const maximumDigits = 34

const plain = /^([+-]?)(\d+)(?:\.(\d*))?$/

/**
 * Parses plain ASCII digits such as `-12.50`; no grouping, no exponent, no unit.
 * Undefined when the text is anything else or longer than 34 digits.
 */
export function parseDecimal(text: string): Decimal | undefined {
  const match = plain.exec(text)
  if (match === null) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  if (whole.length + fraction.length > maximumDigits) return undefined
  const digits = BigInt(whole + fraction)
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length }
}

/** Like {@link parseDecimal} for literals in code and packs. @throws RangeError when the text is no number */
export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text)
  if (parsed === undefined) throw new RangeError(`not a decimal: ${text}`)
  return parsed
}

export const zero: Decimal = { digits: 0n, scale: 0 }

/** Ten to the power of a non-negative integer. */
export function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent)
}

const powers: readonly bigint[] = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent))

/** The digits of `value` at a finer or equal scale. */
function digitsAt(value: Decimal, scale: number): bigint {
  return value.digits * powerOfTen(scale - value.scale)
}

/** Exact sum; the scale is the finer of both. */
export function add(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale)
  return { digits: digitsAt(left, scale) + digitsAt(right, scale), scale }
}

/** Exact difference; the scale is the finer of both. */
export function subtract(left: Decimal, right: Decimal): Decimal {
  return add(left, negate(right))
}

/** Exact product; the scale is the sum of both. */
export function multiply(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale }
}

export function negate(value: Decimal): Decimal {
  return { digits: -value.digits, scale: value.scale }
}

/** Distance from zero. */
export function absolute(value: Decimal): Decimal {
  return value.digits < 0n ? negate(value) : value
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`. */
export function compare(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale)
  const a = digitsAt(left, scale)
  const b = digitsAt(right, scale)
  return a < b ? -1 : a > b ? 1 : 0
}

/** Rounds half up (away from zero) to `scale` decimals; finer scales are padded with zeros. */
export function roundTo(value: Decimal, scale: number): Decimal {
  if (scale >= value.scale) return { digits: digitsAt(value, scale), scale }
  return { digits: divideHalfUp(value.digits, powerOfTen(value.scale - scale)), scale }
}

/** `numerator ÷ denominator` to the nearest integer, halves away from zero. The denominator is positive. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator
  const quotient = (2n * magnitude + denominator) / (2n * denominator)
  return numerator < 0n ? -quotient : quotient
}

/** As printed, with all its decimals: `-12.50`. */
export function toText(value: Decimal): string {
  const sign = value.digits < 0n ? '-' : ''
  const digits = (value.digits < 0n ? -value.digits : value.digits).toString().padStart(value.scale + 1, '0')
  const point = digits.length - value.scale
  return value.scale === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** Without trailing zeros after the point: `12.50` becomes `12.5`, `100` stays. */
export function toShortText(value: Decimal): string {
  const text = toText(value)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
