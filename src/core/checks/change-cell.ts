import type { Place } from '../document/document.js'
import { type Decimal, toShortText } from '../exact/decimal.js'
import type { FieldValue, Form, FormRow } from '../filing/filing.js'

/** A cell of a form that holds a number, with the row it stands in when it stands in a list. */
export type NumberCell = Readonly<{ value: FieldValue; number: Decimal; row: FormRow | undefined }>

/** The cell with a number at a place; where several stand there with the same words, the first counts. */
export function findNumberCell({ fields, lists }: Form, place: Place): NumberCell | undefined {
  const inFields = findAt(fields, place)
  if (inFields !== undefined) return numberCell(inFields, undefined)
  for (const rows of Object.values(lists))
    for (const row of rows) {
      const value = findAt(row, place)
      if (value !== undefined) return numberCell(value, row)
    }
  return undefined
}

function findAt(cells: FormRow, { row, column, quote }: Place): FieldValue | undefined {
  for (const id in cells) {
    const place = cells[id]?.place
    if (place?.row === row && place?.column === column && place?.quote === quote) return cells[id]
  }
  return undefined
}

function numberCell(value: FieldValue, row: FormRow | undefined): NumberCell | undefined {
  return value.stated.kind === 'number' ? { value, number: value.stated.value, row } : undefined
}

/** The same form with another number in one cell; lists without the cell stay the very same. */
export function withNumber(form: Form, { value }: NumberCell, number: Decimal): Form {
  if (value.stated.kind !== 'number') return form
  const stated = { ...value.stated, value: number }
  const changed: FieldValue = { ...value, text: toShortText(number), stated }
  const change = (cells: FormRow): FormRow => {
    let own: Record<string, FieldValue> | undefined
    for (const id in cells) if (cells[id] === value) own = { ...cells, ...own, [id]: changed }
    return own ?? cells
  }
  const changeList = (rows: readonly FormRow[]): readonly FormRow[] => {
    const own = rows.map(change)
    return own.some((row, at) => row !== rows[at]) ? own : rows
  }
  const lists = Object.entries(form.lists).map(([id, rows]) => [id, changeList(rows)])
  return { ...form, fields: change(form.fields), lists: Object.fromEntries(lists) }
}
