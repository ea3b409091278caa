import type { Cell } from '../document/document.js'
import type { Grid } from './grid.js'
import { isLabel, type Labelled } from './label.js'

/** A column of the form as the pack names it. */
export type LabelledColumn = Labelled & Readonly<{ id: string }>

/** Where the columns of a form stand in the grid: the header row and the header cell of each column found. */
export type Header<Column extends LabelledColumn> = Readonly<{
  row: number
  /** Last row that a header cell covers. */
  lastRow: number
  found: readonly Readonly<{ column: Column; cell: Cell }>[]
}>

/**
 * Finds the header row: the first one, from `firstRow` on, in which at least `least` columns stand.
 * The same label twice (其中：财政拨款) goes to the columns in their order.
 */
export function findHeader<Column extends LabelledColumn>(
  grid: Grid,
  columns: readonly Column[],
  { least, firstRow = grid.firstRow, year }: { least: number; firstRow?: number; year?: number | undefined },
): Header<Column> | undefined {
  for (let row = firstRow; row < grid.endRow; row++) {
    const found = matchColumns(grid.startingIn(row), columns, year)
    if (found.length < least) continue
    const lastRow = Math.max(...found.map(({ cell }) => cell.row + cell.rowSpan - 1))
    const below = rowsBetween(row + 1, lastRow).flatMap((lower) => grid.startingIn(lower))
    return { row, lastRow, found: withLowerRow(found, matchColumns(below, columns, year)) }
  }
  return undefined
}

function rowsBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

type Found<Column extends LabelledColumn> = Header<Column>['found']

/** A header of two rows: what stands below a heading names the columns, the heading only groups them. */
function withLowerRow<Column extends LabelledColumn>(
  upper: Found<Column>,
  lower: Found<Column>,
): Found<Column> {
  const isAbove = (heading: Cell, cell: Cell): boolean =>
    heading.column <= cell.column && cell.column < heading.column + heading.columnSpan
  const own = lower.filter(({ column, cell }) =>
    upper.every((heading) => heading.column !== column || isAbove(heading.cell, cell)),
  )
  return [...upper.filter(({ cell }) => !own.some((below) => isAbove(cell, below.cell))), ...own]
}

function matchColumns<Column extends LabelledColumn>(
  cells: readonly Cell[],
  columns: readonly Column[],
  year: number | undefined,
): { column: Column; cell: Cell }[] {
  const found: { column: Column; cell: Cell }[] = []
  const used = new Set<Column>()
  for (const cell of cells) {
    const column = columns.find((candidate) => !used.has(candidate) && isLabel(cell.text, candidate, year))
    if (column === undefined) continue
    used.add(column)
    found.push({ column, cell })
  }
  return found
}

/**
 * The value cell below each header cell in a row. Where the row has as many cells as the header row
 * the n-th belongs to the n-th; otherwise the cell that covers the header's first column.
 */
export function valuesUnder<Column extends LabelledColumn>(
  grid: Grid,
  header: Header<Column>,
  row: number,
): Map<Column, Cell> {
  const values = new Map<Column, Cell>()
  for (const { column, cell } of header.found) {
    const value = grid.at(row, cell.column)
    if (value !== undefined && value !== cell) values.set(column, value)
  }
  return values
}
