import type { Form } from '../filing/filing.js'
import { parseListField } from '../filing/list-field.js'
import { keepLast } from '../remember.js'
import type { PlacedCells } from './place-cells.js'
import type { PrintedCell, PrintedForm } from './printed.js'

/** A form's cells in their places, and which of them say what a field says. */
export type Layout = Pick<PrintedForm, 'cells' | 'rows' | 'widths' | 'header'> &
  Readonly<{ slots: readonly Slot[] }>

/** A cell with the value of a field: `before` stands in front of it. */
type Slot = Readonly<{ at: number; cell: PrintedCell; before: string; read: (form: Form) => string }>

/** Cells as they were placed, and what to write into them. */
export function layoutOf({ placed, rows, widths, header }: PlacedCells): Layout {
  const slots = placed.flatMap(({ draft: { before }, cell }, at): Slot[] =>
    before === undefined || cell.field === undefined
      ? []
      : [{ at, cell, before, read: readerOf(cell.field) }],
  )
  return { cells: placed.map(({ cell }) => cell), rows, widths, header, slots }
}

function readerOf(field: string): Slot['read'] {
  const named = parseListField(field)
  if (named === undefined) return ({ fields }) => fields[field]?.text ?? ''
  const { list, index, column } = named
  return ({ lists }) => lists[list]?.[index]?.[column]?.text ?? ''
}

/** The cells with the words of a form for which the layout is right; a cell that says the same is the very same. */
export function writeInto({ cells, slots }: Layout, form: Form): readonly PrintedCell[] {
  const written = [...cells]
  for (const slot of slots) {
    const text = `${slot.before}${slot.read(form)}`
    if (text !== slot.cell.text) written[slot.at] = kept(slot, [text], () => ({ ...slot.cell, text }))
  }
  return written
}

const kept = keepLast<Slot, PrintedCell>()
