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
import { compareRational } from '../exact/rational.js'
import { type FormNumber, findCell, readNumber, type Sight } from './form-values.js'
import type { NumberRule, Reference, SumTerm } from './rule.js'

/** `incomplete`: blank cells were left out of a sum, so more might belong to it. */
export type Evaluated = Readonly<{ interval: Interval; incomplete: boolean }>

/** The number that a reference states. */
export function numberAt(reference: Reference, sight: Sight): FormNumber | undefined {
  return readNumber(findCell(reference, sight), reference.type, sight.amountUnit)
}

/** Evaluates an expression exactly; undefined when a number is missing or a divisor is zero. */
export function evaluate(rule: NumberRule, sight: Sight): Evaluated | undefined {
  switch (rule.kind) {
    case 'constant':
      return whole(exactly(rule.value))
    case 'reference':
      return wholeOrMissing(numberAt(rule.reference, sight)?.interval)
    case 'binary':
      return evaluateBinary(rule, sight)
    case 'smallest':
    case 'largest':
      return evaluateExtreme(rule, sight)
    case 'absolute':
      return evaluateAbsolute(rule.item, sight)
    case 'sum':
      return evaluateSum(rule.terms, sight)
    case 'count':
      return whole(exactly({ digits: BigInt(countRows(rule, sight)), scale: 0 }))
  }
}

function whole(interval: Interval): Evaluated {
  return { interval, incomplete: false }
}

function wholeOrMissing(interval: Interval | undefined): Evaluated | undefined {
  return interval === undefined ? undefined : whole(interval)
}

function countRows(rule: Extract<NumberRule, { kind: 'count' }>, { form, group }: Sight): number {
  return (rule.inGroup ? group : form.lists[rule.list])?.length ?? 0
}

function evaluateBinary(rule: Extract<NumberRule, { kind: 'binary' }>, sight: Sight): Evaluated | undefined {
  const left = evaluate(rule.left, sight)
  const right = evaluate(rule.right, sight)
  if (left === undefined || right === undefined) return undefined
  const interval = calculate(rule.sign, left.interval, right.interval)
  return interval && { interval, incomplete: left.incomplete || right.incomplete }
}

function calculate(sign: '+' | '-' | '×' | '÷', left: Interval, right: Interval): Interval | undefined {
  if (sign === '+') return addInterval(left, right)
  if (sign === '-') return subtractInterval(left, right)
  return sign === '×' ? multiplyInterval(left, right) : divideInterval(left, right)
}

function evaluateExtreme(
  { kind, items }: Extract<NumberRule, { kind: 'smallest' | 'largest' }>,
  sight: Sight,
): Evaluated | undefined {
  const values = items.map((item) => evaluate(item, sight))
  let result: Evaluated | undefined
  for (const value of values) {
    if (value === undefined) return undefined
    result =
      result === undefined
        ? value
        : {
            interval: extremeOf(kind, result.interval, value.interval),
            incomplete: result.incomplete || value.incomplete,
          }
  }
  return result
}

function extremeOf(kind: 'smallest' | 'largest', left: Interval, right: Interval): Interval {
  if (kind === 'smallest') return minimumInterval(left, right)
  return negateInterval(minimumInterval(negateInterval(left), negateInterval(right)))
}

function evaluateAbsolute(item: NumberRule, sight: Sight): Evaluated | undefined {
  const value = evaluate(item, sight)
  if (value === undefined) return undefined
  const zeroPoint = exactly({ digits: 0n, scale: 0 })
  const negative = compareRational(value.interval.middle, zeroPoint.middle) < 0
  return negative ? { ...value, interval: negateInterval(value.interval) } : value
}

/** A cell together with the row that it is to be read from. */
export type CellInSight = Readonly<{ reference: Reference; sight: Sight }>

/** The cells that a sum adds, in reading order. */
export function cellsOfSum(terms: readonly SumTerm[], sight: Sight): readonly CellInSight[] {
  return terms.flatMap((term): readonly CellInSight[] => {
    if (term.kind === 'one') return [{ reference: term.reference, sight }]
    const rows = (term.inGroup ? sight.group : sight.form.lists[term.cell.list]) ?? []
    return rows.map((row) => ({
      reference: term.cell,
      sight: { form: sight.form, amountUnit: sight.amountUnit, row },
    }))
  })
}

function evaluateSum(terms: readonly SumTerm[], sight: Sight): Evaluated | undefined {
  let result: Evaluated | undefined
  let incomplete = false
  for (const cell of cellsOfSum(terms, sight)) {
    const value = numberAt(cell.reference, cell.sight)
    if (value === undefined) {
      if (findCell(cell.reference, cell.sight)?.stated.kind === 'blank') incomplete = true
      else if (findCell(cell.reference, cell.sight)?.stated.kind === 'text') return undefined
    } else
      result = whole(result === undefined ? value.interval : addInterval(result.interval, value.interval))
  }
  return result && { ...result, incomplete }
}
