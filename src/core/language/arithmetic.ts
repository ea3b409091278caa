import type { Decimal } from '../exact/decimal.js'
import {
  addInterval,
  divideInterval,
  exactly,
  type Interval,
  minimumInterval,
  multiplyInterval,
  negateInterval,
  subtractInterval,
} from '../exact/interval.js'
import {
  addRational,
  compareRational,
  divideRational,
  fromDecimal,
  multiplyRational,
  negateRational,
  type Rational,
  subtractRational,
} from '../exact/rational.js'
import type { FieldValue } from '../filing/filing.js'
import type { FieldType } from '../pack/layout.js'
import { readInterval, readNumber } from './form-values.js'

/** How numbers of one sort are read from cells and calculated with. */
export type Arithmetic<T> = Readonly<{
  /** Undefined for blanks, dashes and words. */
  read: (cell: FieldValue | undefined, type: FieldType, amountUnit: string) => T | undefined
  constant: (value: Decimal) => T
  '+': (left: T, right: T) => T
  '-': (left: T, right: T) => T
  '×': (left: T, right: T) => T
  /** Undefined when the divisor is zero. */
  '÷': (left: T, right: T) => T | undefined
  smaller: (left: T, right: T) => T
  negate: (value: T) => T
  isNegative: (value: T) => boolean
}>

/** Numbers as they are printed. */
export const asPrinted: Arithmetic<Rational> = {
  read: (cell, type, amountUnit) => {
    const value = readNumber(cell, type, amountUnit)
    return value && fromDecimal(value)
  },
  constant: fromDecimal,
  '+': addRational,
  '-': subtractRational,
  '×': multiplyRational,
  '÷': divideRational,
  smaller: (left, right) => (compareRational(left, right) <= 0 ? left : right),
  negate: negateRational,
  isNegative: ({ numerator }) => numerator < 0n,
}

/** Numbers as everything that they can have been before they were rounded. */
export const asIntervals: Arithmetic<Interval> = {
  read: readInterval,
  constant: exactly,
  '+': addInterval,
  '-': subtractInterval,
  '×': multiplyInterval,
  '÷': divideInterval,
  smaller: minimumInterval,
  negate: negateInterval,
  isNegative: ({ middle }) => middle.numerator < 0n,
}
