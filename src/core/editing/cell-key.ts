import { remembered } from '../remember.js'
import type { CellKey, FilingContent, FormContent, ListRow } from './content.js'

/** What a cell key names. A key of a form (`f1`) or of a row (`f1/indicators/r3`) names all its cells. */
export type NamedCell =
  | Readonly<{ kind: 'form'; form: string }>
  | Readonly<{ kind: 'field'; form: string; field: string }>
  | Readonly<{ kind: 'row'; form: string; list: string; row: string }>
  | Readonly<{ kind: 'cell'; form: string; list: string; row: string; column: string }>
  | Readonly<{ kind: 'paragraph'; id: string }>

/** What stands in front of the keys of paragraphs; no form may be called so. */
export const reportPrefix = 'report'

export function fieldCell(form: string, field: string): CellKey {
  return `${form}/${field}`
}

export function rowCell(form: string, list: string, row: string): CellKey {
  return `${form}/${list}/${row}`
}

export function listCell(
  form: string,
  list: string,
  { row, column }: { row: string; column: string },
): CellKey {
  return `${form}/${list}/${row}/${column}`
}

export function paragraphCell(id: string): CellKey {
  return `${reportPrefix}/${id}`
}

/** Takes a key apart; undefined when it is none. */
export const parseCellKey = remembered((cell: CellKey): NamedCell | undefined => {
  const [form = '', second, row, column, ...more] = cell.split('/')
  if (form === '' || more.length > 0 || second === '' || row === '' || column === '') return undefined
  if (second === undefined) return form === reportPrefix ? undefined : { kind: 'form', form }
  if (form === reportPrefix) return row === undefined ? { kind: 'paragraph', id: second } : undefined
  if (row === undefined) return { kind: 'field', form, field: second }
  if (column === undefined) return { kind: 'row', form, list: second, row }
  return { kind: 'cell', form, list: second, row, column }
})

/** The form of a content by its id. */
export function findForm({ forms }: FilingContent, id: string): FormContent | undefined {
  return forms.find((form) => form.id === id)
}

/** The row of a form's list by its id. */
export function findRow({ lists }: FormContent, list: string, id: string): ListRow | undefined {
  return ownEntry(lists, list)?.find((row) => row.id === id)
}

/** The value under a key of the record's own, never one of its prototype. */
export function ownEntry<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
