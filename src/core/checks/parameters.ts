import { type Decimal, parseDecimal } from '../exact/decimal.js'
import type { CheckDefinition } from '../law/check.js'

/** A list of words from a definition's parameters. @throws RangeError when the pack does not give it */
export function wordsOf({ id, parameters }: CheckDefinition, name: string): readonly string[] {
  const value = parameters[name]
  if (!isWords(value)) throw new RangeError(`${id}: parameter ${name} must be a list of words`)
  return value
}

/** The very list of the pack, so that what is made of it can be kept by it. */
function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string')
}

/** A number from a definition's parameters. @throws RangeError when the pack does not give it */
export function numberOf({ id, parameters }: CheckDefinition, name: string): Decimal {
  const value = parseDecimal(String(parameters[name]))
  if (value === undefined) throw new RangeError(`${id}: parameter ${name} must be a number`)
  return value
}
