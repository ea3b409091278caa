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
    /** What it was made from. */
    printed: PrintedCell
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
    const key = keyOf(cell, content)
    const id = key ?? `${content.id}@${cell.row}-${cell.column}`
    const old = known.get(id)
    if (old?.printed === cell) return old
    const next = paperCell(cell, { id, key, printed })
    return old !== undefined && isSame(old, next) ? old : next
  })
}

function keyOf({ kind, field }: PrintedCell, content: FormContent): CellKey | undefined {
  return kind !== 'value' || field === undefined ? undefined : cellOfField(content, field)
}

type Named = Readonly<{ id: string; key: CellKey | undefined; printed: PrintedForm }>

function paperCell(cell: PrintedCell, { id, key, printed }: Named): PaperCell {
  const { field, text } = cell
  const label = field === undefined || key === undefined ? '' : labelOf(text, findPrinted(printed, field))
  return { ...cell, id, key, label, printed: cell }
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
