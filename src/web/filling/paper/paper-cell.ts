import { cellOfField } from '../../../core/editing/cell-of-field.js'
import type { CellKey, FormContent } from '../../../core/editing/content.js'
import { parseListField } from '../../../core/filing/list-field.js'
import type { PrintedCell, PrintedForm } from '../../../core/paper/printed.js'

/** A printed cell with what the page needs to change it. */
export type PaperCell = PrintedCell &
  Readonly<{
    /** Names the cell on the page: its key, or its place for cells that nobody fills in. */
    id: string
    /** Undefined for words of the paper and for numbers that no field took. */
    key: CellKey | undefined
    /** Printed before the value in the same cell: 一般公共预算：. */
    label: string
  }>

/**
 * The cells of a printed form with their keys. `content` is what the form was printed from. Cells that are as they
 * were in `before` are the very same objects, so that nothing of them is drawn again.
 */
export function paperCells(
  printed: PrintedForm,
  content: FormContent,
  before: readonly PaperCell[] = [],
): readonly PaperCell[] {
  const known = new Map(before.map((cell) => [cell.id, cell]))
  return printed.cells.map((cell) => {
    const next = paperCell(cell, printed, content)
    const old = known.get(next.id)
    return old !== undefined && isSame(old, next) ? old : next
  })
}

function paperCell(cell: PrintedCell, printed: PrintedForm, content: FormContent): PaperCell {
  const field = cell.kind === 'value' ? cell.field : undefined
  const key = field === undefined ? undefined : cellOfField(content, field)
  const id = key ?? `${content.id}@${cell.row}-${cell.column}`
  const label =
    field === undefined || key === undefined ? '' : labelOf(cell.text, findPrinted(printed, field))
  return { ...cell, id, key, label }
}

function findPrinted({ form }: PrintedForm, field: string): string {
  const named = parseListField(field)
  const value =
    named === undefined ? form.fields[field] : form.lists[named.list]?.[named.index]?.[named.column]
  return value?.text ?? ''
}

/** What is printed before a value; a dimension is printed before its weight and has none. */
function labelOf(text: string, value: string): string {
  return text.endsWith(value) ? text.slice(0, text.length - value.length) : ''
}

function isSame(one: PaperCell, other: PaperCell): boolean {
  return (
    one.text === other.text &&
    one.label === other.label &&
    one.row === other.row &&
    one.column === other.column &&
    one.rowSpan === other.rowSpan &&
    one.columnSpan === other.columnSpan &&
    one.kind === other.kind &&
    one.align === other.align &&
    one.type === other.type
  )
}
