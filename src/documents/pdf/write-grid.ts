import { type FormFit, tallestWholeRow } from '../../core/paper/fit-form.js'
import { cellSpace } from '../../core/paper/page-setup.js'
import type { PrintedCell, PrintedForm, PrintedTable } from '../../core/paper/printed.js'
import { longestWord } from '../../core/paper/text-width.js'
import { type Pieces, piecesOf } from './write-text.js'

type CellData = Readonly<{
  text: Pieces
  align: 'center' | 'left'
  place: Readonly<{ x: number; y: number; colspan: number; rowspan: number; breakable: boolean }>
  /** Least height of what is in the cell; one cell of each row says it. */
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
  const said = new Set<number>()
  const cells = grid.cells
    .flatMap((cell) => cutAt(cell, fit.repeatedRows))
    .map((cell) => cellData(cell, { fit, said }))
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

function cellData(cell: CutCell, { fit, said }: { fit: FormFit; said: Set<number> }): CellData {
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
  if (rowSpan > 1 || said.has(row) || isSplit) return data
  said.add(row)
  return { ...data, least: height - 2 * fit.above + lineWidth }
}

function sizeFor({ column, columnSpan, text }: PrintedCell, fit: FormFit): Pick<CellData, 'size'> {
  const widths = fit.columnWidths.slice(column, column + columnSpan)
  const inside = widths.reduce((sum, one) => sum + one, 0) - 2 * cellSpace.beside
  const size = inside / Math.max(longestWord(text), 1)
  return size < fit.fontSize ? { size: Math.max(size, 1) } : {}
}
