import { paragraphCell, rowCell } from '../editing/cell-key.js'
import type { CellKey, ContentChange } from '../editing/content.js'

/** Whether a flag opens a cell: the cell's own, its row's, its list's or its form's. `null`: everything is open. */
export function isOpen(cell: CellKey, open: readonly CellKey[] | null): boolean {
  return open === null || open.some((flag) => cell === flag || cell.startsWith(`${flag}/`))
}

/** Every key that a change touches; one that adds or takes away needs the whole list, form or report open. */
export function touchedCells(change: ContentChange): readonly CellKey[] {
  switch (change.kind) {
    case 'cell':
      return [change.cell]
    case 'addRow':
    case 'removeRow':
      return [rowCell(change.form, change.list, change.row)]
    case 'addForm':
      return [change.form.id]
    case 'removeForm':
      return [change.form]
    case 'paragraph':
      return [paragraphCell(change.paragraph.id)]
    case 'removeParagraph':
      return [paragraphCell(change.id)]
  }
}
