import { type Decimal, parseDecimal } from '../exact/decimal.js'
import type { CheckDefinition } from './check.js'

/** A list of words from a definition's parameters. @throws RangeError when the pack does not give it */
export function wordsOf({ id, parameters }: CheckDefinition, name: string): readonly string[] {
  const value = parameters[name]
  if (!Array.isArray(value)) throw new RangeError(`${id}: parameter ${name} must be a list of words`)
  return value.map(String)
}

/** A number from a definition's parameters. @throws RangeError when the pack does not give it */
export function numberOf({ id, parameters }: CheckDefinition, name: string): Decimal {
  const value = parseDecimal(String(parameters[name]))
  if (value === undefined) throw new RangeError(`${id}: parameter ${name} must be a number`)
  return value
}
