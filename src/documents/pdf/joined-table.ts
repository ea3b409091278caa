import type { Line } from './lines.js'
import type { Fragment, PlacedCell } from './place-text.js'
import type { DrawnBorders } from './rulings-to-grid.js'
import type { Measure } from './wrap-lines.js'

/** A cell of a table that may run over pages; its size and borders are those of its part on the last page. */
export type JoinedCell = Readonly<{
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  lines: readonly Line[]
  measure: Measure
  top: number
  bottom: number
  borders: DrawnBorders
}>

export type JoinedTable = Readonly<{
  columnEdges: readonly number[]
  rows: number
  cells: readonly JoinedCell[]
}>

/** A cell at the foot of a page and the one below it on the next page. */
export type Pair = Readonly<{ upper: JoinedCell; lower: JoinedCell }>

export function tableOfFragment({ columnEdges, rowEdges, cells }: Fragment): JoinedTable {
  return { columnEdges, rows: rowEdges.length - 1, cells: cells.map((cell: PlacedCell) => cell) }
}

export function cellsAtFoot({ cells, rows }: JoinedTable): JoinedCell[] {
  return cells.filter(({ row, rowSpan }) => row + rowSpan === rows)
}

export function cellsAtHead({ cells }: JoinedTable): JoinedCell[] {
  return cells.filter(({ row }) => row === 0)
}

/** The text of a cell without blanks, to compare it. */
export function plainText({ lines }: JoinedCell): string {
  return lines
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '')
}
