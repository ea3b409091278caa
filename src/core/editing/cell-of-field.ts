import { parseListField } from '../filing/list-field.js'
import { fieldCell, listCell } from './cell-key.js'
import type { CellKey, FormContent, ListRow } from './content.js'

/**
 * The cell that a field of a printed form shows (`PrintedCell.field`): `totalFunds.score`, `indicators[0].score`.
 * Undefined when the row is not in the content. Where a target was changed during the year, `initialTarget` shows
 * what is typed as target, and `target` what is typed as adjusted target.
 */
export function cellOfField(form: FormContent, field: string): CellKey | undefined {
  const named = parseListField(field)
  if (named === undefined) return fieldCell(form.id, field)
  const row = form.lists[named.list]?.[named.index]
  if (row === undefined) return undefined
  return cellOfRow(form, named.list, { row, column: named.column })
}

/** The same for a column of a list's row. */
export function cellOfRow(
  { id }: FormContent,
  list: string,
  { row, column }: Readonly<{ row: ListRow; column: string }>,
): CellKey {
  return listCell(id, list, { row: row.id, column: typedColumn(column, row.cells) })
}

function typedColumn(column: string, cells: Readonly<Record<string, string>>): string {
  if (column === 'initialTarget') return 'target'
  const isAdjusted = (cells.adjustedTarget ?? '').trim() !== ''
  return column === 'target' && isAdjusted ? 'adjustedTarget' : column
}

/** The field under which a form and its paper hold a cell of a content. */
export function fieldOfCell(
  form: FormContent,
  { list, row, column }: { list: string; row: string; column: string },
): string | undefined {
  const index = form.lists[list]?.findIndex(({ id }) => id === row) ?? -1
  return index < 0 ? undefined : `${list}[${index}].${column}`
}
