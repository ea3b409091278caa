import type { FieldValue } from '../filing/filing.js'
import type { PrintedCell, PrintedForm } from '../paper/printed.js'
import { cellOfField } from './cell-of-field.js'
import type { CellKey, FormContent } from './content.js'

/**
 * The cells of a content that each value cell of its printed form shows. Most show one; a merged cell shows the same
 * words of several rows, and the heading of a dimension its weight too. The first is the one to be typed into.
 */
export function cellsOnPaper(
  content: FormContent,
  { cells, form }: PrintedForm,
): ReadonlyMap<PrintedCell, readonly CellKey[]> {
  const shown = new Map<string, Set<CellKey>>()
  const note = (field: string, { place }: FieldValue): void => {
    const cell = place.row === undefined ? undefined : cellOfField(content, field)
    if (cell === undefined) return
    const key = `${place.row},${place.column}`
    shown.set(key, (shown.get(key) ?? new Set()).add(cell))
  }
  for (const [field, value] of Object.entries(form.fields)) note(field, value)
  for (const [list, rows] of Object.entries(form.lists))
    for (const [index, row] of rows.entries())
      for (const [column, value] of Object.entries(row)) note(`${list}[${index}].${column}`, value)
  return new Map(
    cells.flatMap((cell): [PrintedCell, readonly CellKey[]][] => {
      const own = cell.field === undefined ? undefined : cellOfField(content, cell.field)
      if (own === undefined) return []
      const others = shown.get(`${cell.row},${cell.column}`) ?? []
      return [[cell, [...new Set([own, ...others])]]]
    }),
  )
}
