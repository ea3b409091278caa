import type { Interval } from '../exact/interval.js'
import type { Rational } from '../exact/rational.js'
import type { FieldValue } from '../filing/filing.js'
import { type Arithmetic, asIntervals, asPrinted } from './arithmetic.js'
import { findCell, type Sight } from './form-values.js'
import type { NumberRule, Reference, SumTerm } from './rule.js'

/** An expression with the numbers as printed; undefined when one is missing or a divisor is zero. */
export function evaluate(rule: NumberRule, sight: Sight): Rational | undefined {
  return calculate(rule, sight, asPrinted)
}

/** Everything that an expression can be, its numbers having been rounded; undefined when {@link evaluate} is. */
export function evaluateInterval(rule: NumberRule, sight: Sight): Interval | undefined {
  return calculate(rule, sight, asIntervals)
}

function calculate<T>(rule: NumberRule, sight: Sight, arithmetic: Arithmetic<T>): T | undefined {
  switch (rule.kind) {
    case 'constant':
      return arithmetic.constant(rule.value)
    case 'reference':
      return arithmetic.read(findCell(rule.reference, sight), rule.reference.type, sight.amountUnit)
    case 'binary': {
      const left = calculate(rule.left, sight, arithmetic)
      const right = left && calculate(rule.right, sight, arithmetic)
      return left && right && arithmetic[rule.sign](left, right)
    }
    case 'smallest':
    case 'largest':
      return calculateExtreme(rule, sight, arithmetic)
    case 'absolute': {
      const value = calculate(rule.item, sight, arithmetic)
      return value && arithmetic.isNegative(value) ? arithmetic.negate(value) : value
    }
    case 'sum':
      return calculateSum(rule.terms, sight, arithmetic)
    case 'count':
      return arithmetic.constant({ digits: BigInt(countRows(rule, sight)), scale: 0 })
  }
}

function countRows(rule: Extract<NumberRule, { kind: 'count' }>, { form, group }: Sight): number {
  return (rule.inGroup ? group : form.lists[rule.list])?.length ?? 0
}

function calculateExtreme<T>(
  { kind, items }: Extract<NumberRule, { kind: 'smallest' | 'largest' }>,
  sight: Sight,
  arithmetic: Arithmetic<T>,
): T | undefined {
  let result: T | undefined
  for (const item of items) {
    const value = calculate(item, sight, arithmetic)
    if (value === undefined) return undefined
    if (result === undefined) result = value
    else if (kind === 'smallest') result = arithmetic.smaller(result, value)
    else result = arithmetic.negate(arithmetic.smaller(arithmetic.negate(result), arithmetic.negate(value)))
  }
  return result
}

/** Blanks and dashes are left out; undefined when nothing is left, or when words stand where a number should. */
function calculateSum<T>(terms: readonly SumTerm[], sight: Sight, arithmetic: Arithmetic<T>): T | undefined {
  let sum: T | undefined
  for (const term of terms)
    for (const cell of cellsOfTerm(term, sight)) {
      const value = arithmetic.read(cell, typeOfTerm(term), sight.amountUnit)
      if (value !== undefined) sum = sum === undefined ? value : arithmetic['+'](sum, value)
      else if (cell?.stated.kind === 'text') return undefined
    }
  return sum
}

function typeOfTerm(term: SumTerm): Reference['type'] {
  return term.kind === 'one' ? term.reference.type : term.cell.type
}

function cellsOfTerm(term: SumTerm, sight: Sight): readonly (FieldValue | undefined)[] {
  if (term.kind === 'one') return [findCell(term.reference, sight)]
  const { cell } = term
  return rowsOfTerm(term, sight).map((row) => row[cell.column])
}

function rowsOfTerm({ cell, inGroup }: Extract<SumTerm, { kind: 'column' }>, { form, group }: Sight) {
  return (inGroup ? group : form.lists[cell.list]) ?? []
}

/** True when a sum leaves out a cell that is not filled in, so that more might belong to it. */
export function hasBlanks(rule: NumberRule, sight: Sight): boolean {
  switch (rule.kind) {
    case 'binary':
      return hasBlanks(rule.left, sight) || hasBlanks(rule.right, sight)
    case 'smallest':
    case 'largest':
      return rule.items.some((item) => hasBlanks(item, sight))
    case 'absolute':
      return hasBlanks(rule.item, sight)
    case 'sum':
      return rule.terms.some((term) => cellsOfTerm(term, sight).some((cell) => cell?.stated.kind === 'blank'))
    default:
      return false
  }
}

/** A cell together with the row that it is to be read from. */
export type CellInSight = Readonly<{ reference: Reference; sight: Sight }>

/** The cells that a sum adds, in reading order. */
export function cellsOfSum(terms: readonly SumTerm[], sight: Sight): readonly CellInSight[] {
  const { form, amountUnit } = sight
  return terms.flatMap((term): readonly CellInSight[] => {
    if (term.kind === 'one') return [{ reference: term.reference, sight }]
    return rowsOfTerm(term, sight).map((row) => ({ reference: term.cell, sight: { form, amountUnit, row } }))
  })
}
