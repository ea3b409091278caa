import type { Place } from '../document/document.js'
import { type Decimal, toShortText } from '../exact/decimal.js'
import type { FieldValue, Form, FormRow } from '../filing/filing.js'
import { onceFor } from '../remember.js'

/** A cell of a form that holds a number, with the row it stands in when it stands in a list. */
export type NumberCell = Readonly<{ value: FieldValue; number: Decimal; row: FormRow | undefined }>

/** The cell with a number at a place of the form. */
export function findNumberCell(form: Form, place: Place): NumberCell | undefined {
  return cellsByPlace(form).get(keyOf(place))
}

/** Where several values stand in one place with the same words, the first counts; undefined for one without a number. */
const cellsByPlace = onceFor(({ fields, lists }: Form): ReadonlyMap<string, NumberCell | undefined> => {
  const cells = new Map<string, NumberCell | undefined>()
  const add = (value: FieldValue, row: FormRow | undefined) => {
    const key = keyOf(value.place)
    if (!cells.has(key)) cells.set(key, numberCell(value, row))
  }
  for (const value of Object.values(fields)) add(value, undefined)
  for (const row of Object.values(lists).flat()) for (const value of Object.values(row)) add(value, row)
  return cells
})

function keyOf({ row, column, quote }: Place): string {
  return `${row}|${column}|${quote}`
}

function numberCell(value: FieldValue, row: FormRow | undefined): NumberCell | undefined {
  return value.stated.kind === 'number' ? { value, number: value.stated.value, row } : undefined
}

/** The same form with another number in one cell. */
export function withNumber(form: Form, { value }: NumberCell, number: Decimal): Form {
  if (value.stated.kind !== 'number') return form
  const stated = { ...value.stated, value: number }
  const changed: FieldValue = { ...value, text: toShortText(number), stated }
  const change = (record: FormRow): FormRow => {
    const ids = Object.keys(record).filter((id) => record[id] === value)
    return ids.length === 0 ? record : { ...record, ...Object.fromEntries(ids.map((id) => [id, changed])) }
  }
  const lists = Object.entries(form.lists).map(([id, rows]) => [id, rows.map(change)])
  return { ...form, fields: change(form.fields), lists: Object.fromEntries(lists) }
}
