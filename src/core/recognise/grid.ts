import type { Cell, Table } from '../document/document.js'

type Covering = readonly (readonly (Cell | undefined)[])[]
type Whole = Readonly<{ table: Table; covering: Covering; starting: ReadonlyMap<number, readonly Cell[]> }>

/** A run of rows of a table, with every grid position answered by the cell that covers it. */
export class Grid {
  readonly table: Table
  readonly firstRow: number
  /** Exclusive. */
  readonly endRow: number
  readonly #covering: Covering
  readonly #starting: ReadonlyMap<number, readonly Cell[]>
  #cells: readonly Cell[] | undefined

  private constructor(whole: Whole, firstRow: number, endRow: number) {
    this.table = whole.table
    this.firstRow = firstRow
    this.endRow = endRow
    this.#covering = whole.covering
    this.#starting = whole.starting
  }

  static of(table: Table): Grid {
    return new Grid({ table, covering: coverage(table), starting: byRow(table.cells) }, 0, table.rows)
  }

  /** The same table seen from `firstRow` to before `endRow`. */
  part(firstRow: number, endRow: number): Grid {
    return new Grid(
      { table: this.table, covering: this.#covering, starting: this.#starting },
      firstRow,
      endRow,
    )
  }

  /** The cell that covers a position, also when it begins above or to the left. */
  at(row: number, column: number): Cell | undefined {
    return this.#covering[row]?.[column]
  }

  /** Cells that begin in this row, left to right. */
  startingIn(row: number): readonly Cell[] {
    return this.#starting.get(row) ?? []
  }

  /** Every distinct cell that covers this row, left to right. */
  across(row: number): readonly Cell[] {
    return [...new Set((this.#covering[row] ?? []).filter((cell) => cell !== undefined))]
  }

  rows(): readonly number[] {
    return Array.from({ length: this.endRow - this.firstRow }, (_, index) => this.firstRow + index)
  }

  /** Cells that begin in these rows, in reading order. */
  cells(): readonly Cell[] {
    this.#cells ??= this.rows().flatMap((row) => this.startingIn(row))
    return this.#cells
  }

  /** The next cell in the same row to the right of this one. */
  rightOf(cell: Cell): Cell | undefined {
    return this.at(cell.row, cell.column + cell.columnSpan)
  }
}

function byRow(cells: readonly Cell[]): Map<number, Cell[]> {
  const rows = new Map<number, Cell[]>()
  for (const cell of cells) {
    const row = rows.get(cell.row)
    if (row === undefined) rows.set(cell.row, [cell])
    else row.push(cell)
  }
  return rows
}

function coverage(table: Table): (Cell | undefined)[][] {
  const covering = Array.from({ length: table.rows }, () => new Array<Cell | undefined>(table.columns))
  for (const cell of table.cells) {
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, table.rows); row++) {
      covering[row]?.fill(cell, cell.column, Math.min(cell.column + cell.columnSpan, table.columns))
    }
  }
  return covering
}
