import type { Place } from '../document/document.js'
import { type Decimal, toShortText } from '../exact/decimal.js'
import type { FieldValue, Form, FormRow } from '../filing/filing.js'

/** A cell of a form that holds a number, with the row it stands in when it stands in a list. */
export type NumberCell = Readonly<{ value: FieldValue; number: Decimal; row: FormRow | undefined }>

/** The cell with a number at a place of the form. */
export function findNumberCell({ fields, lists }: Form, place: Place): NumberCell | undefined {
  for (const value of Object.values(fields)) {
    if (stands(value, place)) return numberCell(value, undefined)
  }
  for (const row of Object.values(lists).flat()) {
    for (const value of Object.values(row)) if (stands(value, place)) return numberCell(value, row)
  }
  return undefined
}

function numberCell(value: FieldValue, row: FormRow | undefined): NumberCell | undefined {
  return value.stated.kind === 'number' ? { value, number: value.stated.value, row } : undefined
}

function stands(value: FieldValue, { row, column, quote }: Place): boolean {
  return value.place.row === row && value.place.column === column && value.place.quote === quote
}

/** The same form with another number in one cell. */
export function withNumber(form: Form, { value }: NumberCell, number: Decimal): Form {
  const change = (field: FieldValue): FieldValue =>
    field === value && field.stated.kind === 'number'
      ? { ...field, text: toShortText(number), stated: { ...field.stated, value: number } }
      : field
  return {
    ...form,
    fields: mapValues(form.fields, change),
    lists: Object.fromEntries(
      Object.entries(form.lists).map(([id, rows]) => [id, rows.map((row) => mapValues(row, change))]),
    ),
  }
}

function mapValues(
  record: Readonly<Record<string, FieldValue>>,
  change: (value: FieldValue) => FieldValue,
): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]))
}
