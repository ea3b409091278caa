import type { CellKey, FormContent, ListRow } from '../../core/editing/content.js'

/** Where a cell of a list stands in a form's content. */
export type ListCell = Readonly<{ list: string; row: ListRow; index: number; column: string }>

/** The row and column that a key names; undefined for a single cell, another form or a row that is gone. */
export function findListCell(form: FormContent, key: CellKey): ListCell | undefined {
  const [id, list, rowId, column] = key.split('/')
  if (id !== form.id || list === undefined || rowId === undefined || column === undefined) return undefined
  const index = form.lists[list]?.findIndex((row) => row.id === rowId) ?? -1
  const row = form.lists[list]?.[index]
  return row === undefined ? undefined : { list, row, index, column }
}

/** What is typed in a cell; empty when nothing is. */
export function findText(form: FormContent, key: CellKey): string {
  const cell = findListCell(form, key)
  if (cell !== undefined) return cell.row.cells[cell.column] ?? ''
  return form.fields[key.slice(form.id.length + 1)] ?? ''
}

/** An id for one more row of a list that no row of the list has: `r7`. */
export function newRowId(rows: readonly ListRow[]): string {
  const numbers = rows.map(({ id }) => Number(/^r(\d+)$/.exec(id)?.[1] ?? 0))
  return `r${Math.max(0, ...numbers) + 1}`
}
