import { type FormFit, tallestWholeRow } from '../../core/paper/fit-form.js'
import { cellSpace } from '../../core/paper/page-setup.js'
import type { PrintedCell, PrintedForm, PrintedTable } from '../../core/paper/printed.js'
import { longestWord, widthOf } from '../../core/paper/text-width.js'
import { type Pieces, piecesOf } from './write-text.js'

type CellData = Readonly<{
  text: Pieces
  align: 'center' | 'left'
  place: Readonly<{ x: number; y: number; colspan: number; rowspan: number; breakable: boolean }>
  /** Height of what is in the cell, as high as its row has to be at least; a cell that surely fits it says it. */
  height?: number
  /** Least height of what is in the cell, where no cell of the row surely fits. */
  least?: number
  /** Smaller letters for a number that would stand out of its cell. */
  size?: number
  /** Sides without a line, where a cell was cut between a header and the rows below it. */
  open: readonly ('top' | 'bottom')[]
}>

/** A form or table as the template reads it; lengths in points. */
export type GridBlock = Readonly<{
  kind: 'grid'
  size: number
  pitch: number
  beside: number
  above: number
  widths: readonly number[]
  header: readonly CellData[]
  cells: readonly CellData[]
}>

/** Word and LibreOffice add the line between two rows to their height, in points. */
const lineWidth = 0.5

/** The cells of a form with how they are set; rows to be repeated apart. */
export function gridData(grid: PrintedForm | PrintedTable, fit: FormFit): GridBlock {
  const cut = grid.cells.flatMap((cell) => cutAt(cell, fit.repeatedRows))
  const holders = holdersOf(cut, fit)
  const cells = cut.map((cell) => cellData(cell, { fit, isHolder: holders.get(cell.row) === cell }))
  return {
    kind: 'grid',
    size: fit.fontSize,
    pitch: fit.linePitch,
    beside: cellSpace.beside,
    above: fit.above,
    widths: fit.columnWidths,
    header: cells.filter(({ place }) => place.y < fit.repeatedRows),
    cells: cells.filter(({ place }) => place.y >= fit.repeatedRows),
  }
}

type CutCell = PrintedCell & Readonly<{ open: CellData['open'] }>

/** A cell that begins in the header and goes on below it becomes two without a line between; the text goes below. */
function cutAt(cell: PrintedCell, to: number): CutCell[] {
  const end = cell.row + cell.rowSpan
  if (cell.row >= to || end <= to) return [{ ...cell, open: [] }]
  return [
    { ...cell, rowSpan: to - cell.row, text: '', open: ['bottom'] },
    { ...cell, row: to, rowSpan: end - to, open: ['top'] },
  ]
}

/** For each row the cell that holds it open: one whose text is surely one line, else the first. */
function holdersOf(cells: readonly CutCell[], fit: FormFit): ReadonlyMap<number, CutCell> {
  const holders = new Map<number, CutCell>()
  for (const cell of cells) {
    if (cell.rowSpan > 1) continue
    const known = holders.get(cell.row)
    if (known === undefined || (!isOneLine(known, fit) && isOneLine(cell, fit))) holders.set(cell.row, cell)
  }
  return holders
}

/** Estimated from above; a tenth is left for a font that is wider still. */
function isOneLine(cell: CutCell, fit: FormFit): boolean {
  return !cell.text.includes('\n') && widthOf(cell.text) * fit.fontSize < insideOf(cell, fit) * 0.9
}

function cellData(cell: CutCell, { fit, isHolder }: { fit: FormFit; isHolder: boolean }): CellData {
  const { row, column, rowSpan, columnSpan, text, align, open } = cell
  const height = fit.rowHeights[row] ?? 0
  const isSplit = height > tallestWholeRow
  const place = {
    x: column,
    y: row,
    colspan: columnSpan,
    rowspan: rowSpan,
    breakable: rowSpan > 1 || isSplit,
  }
  const data = { text: piecesOf(text), align, place, open, ...sizeFor(cell, fit) }
  if (!isHolder || isSplit) return data
  const inside = height - 2 * fit.above + lineWidth
  return isOneLine(cell, fit) ? { ...data, height: inside } : { ...data, least: inside }
}

function sizeFor(cell: PrintedCell, fit: FormFit): Pick<CellData, 'size'> {
  const size = insideOf(cell, fit) / Math.max(longestWord(cell.text), 1)
  return size < fit.fontSize ? { size: Math.max(size, 1) } : {}
}

/** Room for text in a cell, in points. */
function insideOf({ column, columnSpan }: PrintedCell, { columnWidths }: FormFit): number {
  const widths = columnWidths.slice(column, column + columnSpan)
  return widths.reduce((sum, one) => sum + one, 0) - 2 * cellSpace.beside
}
