import type { PaperCell } from './paper-cell.js'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** A form's cells by their places. */
export type Grid = Readonly<{
  rows: number
  columns: number
  /** In reading order. */
  cells: readonly PaperCell[]
  byId: ReadonlyMap<string, PaperCell>
  /** The cell that covers a place. */
  at: (row: number, column: number) => PaperCell | undefined
}>

export function gridOf(cells: readonly PaperCell[], rows: number, columns: number): Grid {
  const covered: (PaperCell | undefined)[] = new Array(rows * columns)
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      covered.fill(
        cell,
        row * columns + cell.column,
        row * columns + Math.min(cell.column + cell.columnSpan, columns),
      )
  return {
    rows,
    columns,
    cells,
    byId: new Map(cells.map((cell) => [cell.id, cell])),
    at: (row, column) => (column < 0 || column >= columns ? undefined : covered[row * columns + column]),
  }
}

/** A cell chosen on the form, and the row and column in which one came to it over merged cells. */
export type Cursor = Readonly<{ id: string; row: number; column: number }>

export function cursorOn(cell: PaperCell): Cursor {
  return { id: cell.id, row: cell.row, column: cell.column }
}

/** Whether a cell can be chosen: it has a value. Words of the paper cannot. */
export function isChoosable(cell: PaperCell | undefined): cell is PaperCell {
  return cell?.key !== undefined
}

/**
 * The next value cell in a direction. Up and down keep the column where they can, and take the nearest value of a
 * row that has none there; at the edge the cursor stays.
 */
export function moveCursor(grid: Grid, from: Cursor, direction: Direction): Cursor {
  const cell = grid.byId.get(from.id)
  if (cell === undefined) return from
  return direction === 'left' || direction === 'right'
    ? moveAcross(grid, { cell, from }, direction)
    : moveDown(grid, { cell, from }, direction)
}

type Start = Readonly<{ cell: PaperCell; from: Cursor }>

function moveAcross(grid: Grid, { cell, from }: Start, direction: 'left' | 'right'): Cursor {
  const step = direction === 'right' ? 1 : -1
  let column = direction === 'right' ? cell.column + cell.columnSpan : cell.column - 1
  for (; column >= 0 && column < grid.columns; column += step) {
    const next = grid.at(from.row, column)
    if (isChoosable(next)) return { id: next.id, row: from.row, column: next.column }
  }
  return from
}

function moveDown(grid: Grid, { cell, from }: Start, direction: 'up' | 'down'): Cursor {
  const step = direction === 'down' ? 1 : -1
  let row = direction === 'down' ? cell.row + cell.rowSpan : cell.row - 1
  for (; row >= 0 && row < grid.rows; row += step) {
    const next = nearest(grid, row, from.column)
    if (next !== undefined && next !== cell) return { id: next.id, row, column: from.column }
  }
  return from
}

function nearest(grid: Grid, row: number, column: number): PaperCell | undefined {
  for (let away = 0; away < grid.columns; away++)
    for (const place of [column - away, column + away]) {
      const cell = grid.at(row, place)
      if (isChoosable(cell)) return cell
    }
  return undefined
}

/** The next cell in reading order that `wants` takes, from the end to the beginning again; undefined: none does. */
export function nextCell(
  grid: Grid,
  from: string,
  { back, wants }: { back: boolean; wants: (cell: PaperCell) => boolean },
): PaperCell | undefined {
  const start = grid.cells.findIndex(({ id }) => id === from)
  const count = grid.cells.length
  for (let step = 1; step <= count; step++) {
    const cell = grid.cells[(start + (back ? -step : step) + count * 2) % count]
    if (isChoosable(cell) && wants(cell)) return cell
  }
  return undefined
}

/** First or last value cell of the cursor's row, or of the form. */
export function edgeCell(
  grid: Grid,
  from: Cursor,
  edge: 'first' | 'last',
  whole: boolean,
): PaperCell | undefined {
  const choosable = grid.cells.filter(
    (cell) => isChoosable(cell) && (whole || (cell.row <= from.row && from.row < cell.row + cell.rowSpan)),
  )
  const inOrder = whole ? choosable : choosable.toSorted((one, other) => one.column - other.column)
  return edge === 'first' ? inOrder[0] : inOrder.at(-1)
}

/** Places from the upper left to the lower right corner, both within. */
export type Block = Readonly<{ top: number; left: number; bottom: number; right: number }>

/** The block between two cells, widened until no merged cell is cut. */
export function blockBetween(grid: Grid, one: PaperCell, other: PaperCell): Block {
  let block = around([one, other])
  for (;;) {
    const wider = around([...cellsIn(grid, block)])
    if (area(wider) === area(block)) return block
    block = wider
  }
}

/** The cells of a block in reading order, each once. */
export function cellsIn(grid: Grid, { top, left, bottom, right }: Block): ReadonlySet<PaperCell> {
  const cells = new Set<PaperCell>()
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const cell = grid.at(row, column)
      if (cell !== undefined) cells.add(cell)
    }
  return cells
}

function around(cells: readonly PaperCell[]): Block {
  return {
    top: Math.min(...cells.map(({ row }) => row)),
    left: Math.min(...cells.map(({ column }) => column)),
    bottom: Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan - 1)),
    right: Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan - 1)),
  }
}

function area({ top, left, bottom, right }: Block): number {
  return (bottom - top + 1) * (right - left + 1)
}
