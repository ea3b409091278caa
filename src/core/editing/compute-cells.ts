import { sightsOf } from '../checks/compile-form-checks.js'
import { fromDecimal, type Rational } from '../exact/rational.js'
import { parseStated } from '../exact/stated.js'
import type { FieldValue, Form, FormRow } from '../filing/filing.js'
import { parseListField } from '../filing/list-field.js'
import { evaluate, hasBlanks } from '../language/evaluate.js'
import { cellsOf } from '../language/explain.js'
import { findCell, readNumber, type Sight } from '../language/form-values.js'
import { meets } from '../language/judge.js'
import type { FieldType } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'
import type { ScoringRules } from '../pack/scoring-rules.js'
import { fieldsOf } from '../paper/field-types.js'
import { fieldOf } from '../paper/formula-cells.js'
import { unitOf } from '../recognise/form-being-read.js'
import { entryOf, keepLast, onceFor } from '../remember.js'
import { scoreIndicator } from '../scoring/score-indicator.js'
import { computedText } from './computed-text.js'
import { type Equation, equationsOf } from './equations.js'

/** Computed values by field, `totalFunds.rate`, `indicators[0].score`, and the form with them filled in. */
export type ComputedForm = Readonly<{ form: Form; values: ReadonlyMap<string, string> }>

/** Longest chain of equations that read each other: rate, its score, the total. */
const mostPasses = 6

/**
 * Fills in what follows from other cells: scores by the pack's scoring rules, then what its sentences `A = expression`
 * say. Only blanks that the paper has are filled in, and only where every input is there and exact; spare rows of a
 * list count for nothing. Words are never scored.
 */
export function computeCells(form: Form, pack: Pack): ComputedForm {
  const inHand: FormBeingFilled = {
    pack,
    values: new Map(),
    form: { ...form, lists: withoutSpareRows(form) },
  }
  computeScores(inHand)
  for (let pass = 0; pass < mostPasses; pass++) {
    const known = inHand.values.size
    for (const equation of equationsOf(pack)) solve(equation, inHand)
    if (inHand.values.size === known) break
  }
  return { form: inHand.values.size === 0 ? form : withSpareRows(inHand.form, form), values: inHand.values }
}

type FormBeingFilled = { readonly pack: Pack; readonly values: Map<string, string>; form: Form }

/** A row is spare while it says nothing of its own: no name, target, value or points. */
export const isSpareRow = onceFor((row: FormRow): boolean =>
  Object.entries(row).every(([column, { stated }]) => stated.kind === 'blank' || headingColumns.has(column)),
)

/** Columns that are printed beforehand, and repeated on rows that a merged cell covers. */
const headingColumns = new Set(['dimension', 'aspect', 'number'])

const noCells: FormRow = {}

function withoutSpareRows({ lists }: Form): Form['lists'] {
  return Object.fromEntries(Object.entries(lists).map(([list, rows]) => [list, withoutSpare(rows)]))
}

const withoutSpare = onceFor((rows: readonly FormRow[]) =>
  rows.map((row) => (isSpareRow(row) ? noCells : row)),
)

/** The computed form with the spare rows of the one that it was made from. */
function withSpareRows(computed: Form, { lists }: Form): Form {
  const all = Object.entries(lists).map(([list, rows]) => {
    const filled = computed.lists[list]?.map((row, at) => (row === noCells ? (rows[at] ?? row) : row)) ?? rows
    return [list, keptLists(rows, filled, () => filled)]
  })
  return { ...computed, lists: Object.fromEntries(all) }
}

function computeScores(inHand: FormBeingFilled): void {
  const { scoring, amounts } = inHand.pack
  if (scoring === undefined) return
  for (const [index, row] of (inHand.form.lists.indicators ?? []).entries()) {
    const field = `indicators[${index}].score`
    const text = keptScores(row, [scoring, amounts], () => {
      const points = pointsOf(row, scoring, amounts.unit)
      return points === undefined ? '' : computedText(points, typeOf(field, inHand.pack), inHand.pack)
    })
    if (text !== '') inHand.values.set(field, text)
  }
  if (inHand.values.size > 0) inHand.form = fillIn(inHand.form, inHand.values, inHand.pack)
}

const keptScores = keepLast<FormRow, string>()

/** The points of an indicator without a score; undefined where they cannot be computed. */
function pointsOf(
  { target, actual, weight, score }: FormRow,
  scoring: ScoringRules,
  unit: string,
): Rational | undefined {
  if (score?.stated.kind !== 'blank' || target === undefined || actual === undefined) return undefined
  const points = readNumber(weight, 'weight', unit)
  if (points === undefined || !isExact(weight) || !isExact(target) || !isExact(actual)) return undefined
  const scored = scoreIndicator({ weight: points, target: target.stated, actual: actual.stated }, scoring)
  return scored.points && fromDecimal(scored.points)
}

function isExact(value: FieldValue | undefined): boolean {
  return value?.stated.kind !== 'number' || value.stated.approximation === undefined
}

function solve(equation: Equation, inHand: FormBeingFilled): void {
  const { rule, target, right } = equation
  for (const sight of sightsOf(rule, { form: inHand.form, amountUnit: inHand.pack.amounts.unit })) {
    if (findCell(target, sight)?.stated.kind !== 'blank') continue
    const field = fieldOf(target, sight)
    if (field === undefined || inHand.values.has(field) || !applies(equation, sight)) continue
    const inputs = cellsOf(right, sight).map(({ reference, sight: own }) => findCell(reference, own))
    if (!inputs.every(isExact)) continue
    const result = evaluate(right, sight)
    if (result !== undefined && !hasBlanks(right, sight)) record(inHand, field, result)
  }
}

function applies({ rule: { condition }, asksTarget }: Equation, sight: Sight): boolean {
  if (condition === undefined) return true
  const met = meets(condition, sight)
  return asksTarget ? met !== false : met === true
}

function record(inHand: FormBeingFilled, field: string, value: Rational): void {
  const text = computedText(value, typeOf(field, inHand.pack), inHand.pack)
  inHand.values.set(field, text)
  inHand.form = fillIn(inHand.form, new Map([[field, text]]), inHand.pack)
}

function typeOf(field: string, pack: Pack): FieldType {
  const { singles, lists } = fieldsOf(pack)
  const named = parseListField(field)
  const info = named === undefined ? singles.get(field) : lists.get(named.list)?.get(named.column)
  return info?.type ?? 'text'
}

/** The form with texts put into blanks, which keep their places. A row filled in as before is the very same. */
function fillIn(form: Form, values: ReadonlyMap<string, string>, pack: Pack): Form {
  const singles = new Map<string, string>()
  const lists = new Map<string, Map<number, Map<string, string>>>()
  for (const [field, text] of values) {
    const named = parseListField(field)
    if (named === undefined) singles.set(field, text)
    else {
      const rows = entryOf(lists, named.list, () => new Map<number, Map<string, string>>())
      entryOf(rows, named.index, () => new Map<string, string>()).set(named.column, text)
    }
  }
  const filled = [...lists].map(([list, rows]) => [
    list,
    fillInRows(form.lists[list] ?? [], rows, { list, pack }),
  ])
  return {
    ...form,
    fields: fillInRecord(form.fields, singles, { fieldAt: (id) => id, pack }),
    lists: { ...form.lists, ...Object.fromEntries(filled) },
  }
}

function fillInRows(
  rows: readonly FormRow[],
  values: ReadonlyMap<number, ReadonlyMap<string, string>>,
  { list, pack }: Readonly<{ list: string; pack: Pack }>,
): readonly FormRow[] {
  return rows.map((row, index) => {
    const own = values.get(index)
    if (own === undefined) return row
    return keptRows(row, [pack, ...[...own].flat()], () =>
      fillInRecord(row, own, { fieldAt: (id) => `${list}[${index}].${id}`, pack }),
    )
  })
}

const keptRows = keepLast<FormRow, FormRow>()
const keptLists = keepLast<readonly FormRow[], readonly FormRow[]>()

function fillInRecord(
  values: FormRow,
  texts: ReadonlyMap<string, string>,
  { fieldAt, pack }: Readonly<{ fieldAt: (id: string) => string; pack: Pack }>,
): FormRow {
  const filled = { ...values }
  for (const [id, text] of texts)
    filled[id] = filledIn(values[id], text, { type: typeOf(fieldAt(id), pack), pack })
  return filled
}

function filledIn(
  value: FieldValue | undefined,
  text: string,
  { type, pack }: Readonly<{ type: FieldType; pack: Pack }>,
): FieldValue {
  const stated = parseStated(text)
  const place = value?.place ?? { part: '', quote: '' }
  return { text, stated, unit: unitOf(stated, type, pack.amounts.unit), place: { ...place, quote: text } }
}
