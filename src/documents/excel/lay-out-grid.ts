import type { Pack } from '../../core/pack/pack.js'
import type { FormFit } from '../../core/paper/fit-form.js'
import { formulasOf } from '../../core/paper/formulas.js'
import { cellSpace } from '../../core/paper/page-setup.js'
import type { PrintedCell, PrintedForm, PrintedTable } from '../../core/paper/printed.js'
import { countLines } from '../../core/paper/text-width.js'
import { type FormOnSheet, fillCell, numberIn } from './cell-content.js'
import type { SheetColumns } from './sheet-columns.js'
import type { Spot } from './write-formulas.js'
import type { CellNote, SheetCell } from './write-sheet.js'
import type { Numbered, StyleTable } from './write-styles.js'

/** What all sheets of a workbook draw on. */
export type Supplies = Readonly<{ texts: Numbered; styles: StyleTable; packs: readonly Pack[] }>

/** Where a form or table stands on its sheet: its columns, the row where it begins, the heights of its rows. */
export type GridPlace = Readonly<{
  fit: FormFit
  columns: SheetColumns
  top: number
  /** In points, as written. */
  heights: readonly number[]
}>

type PlacedCell = Readonly<{ cell: PrintedCell; row: number; column: number; columnSpan: number }>

const smallestFont = 5

/** The cells of a form or table on its sheet, and the notes at them. */
export function layOutGrid(
  block: PrintedForm | PrintedTable,
  place: GridPlace,
  supplies: Supplies,
): Readonly<{ cells: readonly SheetCell[]; notes: readonly CellNote[] }> {
  const placed = placeCells(block.cells, place)
  const onSheet: FormOnSheet = {
    spots: spotsOf(placed),
    formulas: formulasIn(block, supplies.packs),
    texts: supplies.texts,
  }
  const cells = placed.map(({ cell, row, column, columnSpan }): SheetCell => {
    const { content, format, quoted } = fillCell(cell, onSheet)
    const size = fontSizeOf(cell, place)
    const style = { font: '宋体', size, align: cell.align, border: true, format, quoted }
    return { row, column, rowSpan: cell.rowSpan, columnSpan, style: supplies.styles.indexOf(style), content }
  })
  const notes = placed.flatMap(({ cell, row, column }) => {
    const text = cell.field === undefined ? undefined : onSheet.formulas?.notes.get(cell.field)
    return text === undefined ? [] : [{ row, column, text }]
  })
  return { cells, notes }
}

function placeCells(cells: readonly PrintedCell[], { columns, fit, top }: GridPlace): readonly PlacedCell[] {
  const places = columns.placesOf(fit)
  return cells.map((cell) => {
    const column = places[cell.column] ?? 0
    const end = places[cell.column + cell.columnSpan] ?? columns.count
    return { cell, row: top + cell.row, column, columnSpan: end - column }
  })
}

function spotsOf(placed: readonly PlacedCell[]): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>()
  for (const { cell, row, column } of placed) {
    if (cell.field === undefined || spots.has(cell.field)) continue
    spots.set(cell.field, { row, column, rowSpan: cell.rowSpan, value: numberIn(cell)?.value })
  }
  return spots
}

function formulasIn(block: PrintedForm | PrintedTable, packs: readonly Pack[]): FormOnSheet['formulas'] {
  if (block.kind === 'table') return undefined
  const pack = packs.find(({ id }) => id === block.form.pack)
  return pack && formulasOf(block.form, pack)
}

/** The form's letters; smaller ones where the tallest row that a sheet can have would cut the text. */
function fontSizeOf({ text, row, rowSpan, column, columnSpan }: PrintedCell, place: GridPlace): number {
  const { fit, heights } = place
  if (text.length < 100) return fit.fontSize
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const width = sum(fit.columnWidths.slice(column, column + columnSpan)) - 2 * cellSpace.beside
  const height = sum(heights.slice(row, row + rowSpan))
  let size = fit.fontSize
  while (
    size > smallestFont &&
    countLines(text, { width, fontSize: size }) * size * cellSpace.line + 2 * fit.above > height
  )
    size -= 0.5
  return size
}
