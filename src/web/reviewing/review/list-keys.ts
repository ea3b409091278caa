import { fieldCell, listCell } from '../../../core/editing/cell-key.js'
import type { CellKey, FormContent } from '../../../core/editing/content.js'

/** Every cell of a form that somebody has filled in. */
export function listKeys(form: FormContent): readonly CellKey[] {
  const { id } = form
  return [
    ...Object.keys(form.fields).map((field) => fieldCell(id, field)),
    ...Object.entries(form.lists).flatMap(([list, rows]) =>
      rows.flatMap((row) =>
        Object.keys(row.cells).map((column) => listCell(id, list, { row: row.id, column })),
      ),
    ),
  ]
}
