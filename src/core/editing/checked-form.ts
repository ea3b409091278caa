import type { Form, FormRow } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import { hasUnused } from '../paper/print-form.js'
import type { PrintedForm } from '../paper/printed.js'
import { keepLast, onceFor } from '../remember.js'
import { cellOfField } from './cell-of-field.js'
import { computeCells, isSpareRow } from './compute-cells.js'
import type { CellKey, FilingContent, FormContent } from './content.js'
import { getPack } from './filing-of-content.js'
import { countFilled, type FilledCells } from './filled-cells.js'
import { type FormPosition, layOutContent, layoutFor, printOn } from './form-on-paper.js'

/** A form of a content with its computed cells filled in, on its paper. */
export type CheckedForm = Readonly<{
  pack: Pack
  /** As typed, without places. */
  typed: Form
  form: Form
  /** The form without spare rows, as a recognised form is: what is checked. */
  inUse: Form
  printed: PrintedForm
  computed: ReadonlyMap<CellKey, string>
  filled: FilledCells
}>

/** The forms of a content; one that has not changed is not made again. @throws DomainError FILING_WRONG */
export function checkForms(content: FilingContent, packs: readonly Pack[]): readonly CheckedForm[] {
  return content.forms.map((form, index) =>
    checkedForm(form, getPack(form.pack, packs), { index, year: content.budgetYear }),
  )
}

/**
 * The forms of a content as one fills them in: with the rows and columns that the official paper leaves out while
 * nothing stands in them.
 *
 * @throws DomainError FILING_WRONG
 */
export function printWithUnused({ forms, budgetYear: year }: FilingContent, packs: readonly Pack[]) {
  return forms.map((content, index): PrintedForm => {
    const checked = checkedForm(content, getPack(content.pack, packs), { index, year })
    return shownOf(checked, { index, year })
  })
}

function shownOf(checked: CheckedForm, position: FormPosition): PrintedForm {
  const { pack, typed, form, printed } = checked
  if (!hasUnused(pack)) return printed
  return keptShown(checked, [], () => {
    const layout = layoutFor(typed, pack, { year: position.year, showUnused: true })
    return printOn(layout, form, { pack, ...position })
  })
}

const keptShown = keepLast<CheckedForm, PrintedForm>()
const kept = keepLast<FormContent, CheckedForm>()

function checkedForm(content: FormContent, pack: Pack, position: FormPosition): CheckedForm {
  return kept(content, [pack, position.index, position.year], () => makeForm(content, pack, position))
}

function makeForm(content: FormContent, pack: Pack, position: FormPosition): CheckedForm {
  const { typed, layout, form: stated } = layOutContent(content, pack, position)
  const { form, values } = computeCells(stated, pack)
  const computed = new Map<CellKey, string>()
  for (const [field, text] of values) {
    const cell = cellOfField(content, field)
    if (cell !== undefined) computed.set(cell, text)
  }
  return {
    pack,
    typed,
    form,
    inUse: withoutSpareRows(form),
    printed: printOn(layout, form, { pack, ...position }),
    computed,
    filled: countFilled(form, pack),
  }
}

function withoutSpareRows(form: Form): Form {
  const lists = Object.entries(form.lists).map(([list, rows]) => [list, rowsInUse(rows)])
  return { ...form, lists: Object.fromEntries(lists) }
}

const rowsInUse = onceFor((rows: readonly FormRow[]): readonly FormRow[] =>
  rows.some(isSpareRow) ? rows.filter((row) => !isSpareRow(row)) : rows,
)
