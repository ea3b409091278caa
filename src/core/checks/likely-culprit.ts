import type { Place } from '../document/document.js'
import { add, compare, type Decimal, parseDecimal, subtract, toShortText } from '../exact/decimal.js'
import type { Form } from '../filing/filing.js'
import { explainDifference } from '../language/likely-slip.js'
import type { CheckResult, Suggestion } from '../law/check.js'
import { findNumberCell, type NumberCell, withNumber } from './change-cell.js'

/** Runs some checks of one form again, with a number changed; only verdicts and places are asked for. */
export type Recheck = (form: Form, only: ReadonlySet<string>) => readonly CheckResult[]

/** One cell with another number, and the violated checks that this change repairs. */
type Repair = Readonly<{
  cell: NumberCell
  number: Decimal
  repaired: readonly CheckResult[]
  slip: string | undefined
}>

/** A score above its weight cannot be right, whatever else is. */
const impossibleScore = 'SCR-01'

/** Sums in which several cells could be the wrong one. */
const sums = new Set(['SCR-04', 'WGT-01', 'AMT-01', 'AMT-05', 'AMT-06', 'CTL-06'])

/**
 * Names the likely culprit of violated sums: of all changes of a single cell, the one that repairs the most checks,
 * and among those the one that looks like a usual slip. A sum that is wrong only because it holds an impossible
 * score joins the finding about that score.
 */
export function nameCulprits(
  form: Form,
  results: readonly CheckResult[],
  recheck: Recheck,
): readonly CheckResult[] {
  const violated = results.filter(({ verdict }) => verdict === 'violated')
  const named = results.map((result) => {
    if (result.verdict !== 'violated' || !sums.has(result.rule)) return result
    const best = bestRepair(form, { sum: result, violated }, recheck)
    return best === undefined ? result : withCulprit(result, best)
  })
  const causes = new Set(named.map(({ cause }) => cause))
  return named.map((result) => {
    const cause = result.rule === impossibleScore && isViolated(result) ? causeOf(result) : undefined
    return cause !== undefined && causes.has(cause) ? { ...result, cause } : result
  })
}

type Question = Readonly<{ sum: CheckResult; violated: readonly CheckResult[] }>

function bestRepair(form: Form, { sum, violated }: Question, recheck: Recheck): Repair | undefined {
  const repairs = candidatesOf(form, sum).flatMap(({ cell, number }): Repair[] => {
    const slip = slipOf(cell, number)
    const touching = violated.filter(({ places }) => places.some((place) => isAt(place, cell)))
    if (slip === undefined && touching.length < 2) return []
    const changed = withNumber(form, cell, number)
    if (repairedBy(changed, [sum], recheck).length === 0) return []
    return [{ cell, number, repaired: repairedBy(changed, touching, recheck), slip }]
  })
  const helping = repairs.filter(({ repaired, slip }) => repaired.length > 1 || slip)
  return [...helping].sort(
    (left, right) =>
      right.repaired.length - left.repaired.length || Number(!!right.slip) - Number(!!left.slip),
  )[0]
}

/** Those of some violated results that a changed form no longer gives. */
function repairedBy(form: Form, results: readonly CheckResult[], recheck: Recheck): readonly CheckResult[] {
  const changed = recheck(form, new Set(results.map(({ check }) => check)))
  const left = new Set(changed.filter(isViolated).map(keyOf))
  return results.filter((result) => !left.has(keyOf(result)))
}

function isAt({ row, column }: Place, { value: { place } }: NumberCell): boolean {
  return place.row === row && place.column === column
}

/** Every addend with the number it would need, as if all other cells were right. */
function candidatesOf(
  form: Form,
  { places, expected, stated }: CheckResult,
): { cell: NumberCell; number: Decimal }[] {
  const [sum, total] = [parseDecimal(expected ?? ''), parseDecimal(stated ?? '')]
  if (sum === undefined || total === undefined) return []
  const difference = subtract(total, sum)
  return places.slice(1).flatMap((place) => {
    const cell = findNumberCell(form, place)
    if (cell === undefined) return []
    const needed = add(cell.number, difference)
    const weight = cell.row?.weight?.stated
    const full = weight?.kind === 'number' && compare(weight.value, cell.number) !== 0 ? [weight.value] : []
    const most = weight?.kind === 'number' ? weight.value : undefined
    return [needed, ...full]
      .filter((number) => number.digits >= 0n && (most === undefined || compare(number, most) <= 0))
      .map((number) => ({ cell, number }))
  })
}

function slipOf({ number: stated, row }: NumberCell, number: Decimal): string | undefined {
  const weight = row?.weight?.stated
  if (weight?.kind === 'number' && compare(weight.value, number) === 0) return '正好等于这一项的分值'
  return explainDifference(stated, number)
}

function isViolated({ verdict }: CheckResult): boolean {
  return verdict === 'violated'
}

function keyOf({ check, places: [first] }: CheckResult): string {
  return [check, first?.part, first?.row, first?.column].join('|')
}

function withCulprit(sum: CheckResult, { cell, number, repaired, slip }: Repair): CheckResult {
  const value = toShortText(number)
  const others = repaired.filter((result) => result !== sum)
  const also = others.length > 0 ? `，改后另外 ${others.length} 处也对得上` : ''
  const suggestion: Suggestion = {
    place: cell.value.place,
    value,
    because: `${slip ?? '只改这一格，合计就对得上'}${also}`,
  }
  const name = cell.row?.name?.text.replace(/\s/g, '')
  const words = `最可能错的是${name === undefined ? '' : `“${name}”的`} ${cell.value.text.trim()}，应为 ${value}（${suggestion.because}）。`
  const impossible = others.find(
    ({ rule, places }) => rule === impossibleScore && places[0]?.row === cell.value.place.row,
  )
  return {
    ...sum,
    message: `${sum.message}${words}`,
    suggestion,
    ...(impossible === undefined ? {} : { cause: causeOf(impossible) }),
  }
}

/** The cause under which an impossible score and the sums it spoils become one finding. */
function causeOf({ places: [first] }: CheckResult): string {
  return ['impossible', first?.part, first?.row, first?.column].join('|')
}
