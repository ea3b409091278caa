import { groupByDistance, mergeRulings } from './merge-rulings.js'
import type { Box, Ruling } from './page-marks.js'
import type { Component } from './ruling-components.js'
import { findComponents, reach } from './ruling-components.js'

/** A cell of the grid with its corners in points, and which of its borders are drawn. */
export type GridCell = Box &
  Readonly<{ row: number; column: number; rowSpan: number; columnSpan: number; borders: DrawnBorders }>

export type DrawnBorders = Readonly<{ left: boolean; right: boolean; above: boolean; below: boolean }>

/** A table's skeleton. */
export type Grid = Box &
  Readonly<{
    columnEdges: readonly number[]
    rowEdges: readonly number[]
    cells: readonly GridCell[]
  }>

/** Column edges closer than this are one; rows are never so low, in points. */
const sameColumn = 2
const sameRow = 3.5
/** The share of a cell's side that a line must cover to be its border. */
const borderShare = 0.6
/** Beyond this many lines the page is a drawing, not a form. */
const mostRulings = 2000

/** The tables that the lines of a page draw, from top to bottom; none when it is a drawing of many lines. */
export function rulingsToGrids(rulings: readonly Ruling[]): Grid[] {
  const merged = mergeRulings(rulings)
  if (merged.length > mostRulings) return []
  return findComponents(merged)
    .flatMap((component) => buildGrid(component) ?? [])
    .sort((one, other) => one.top - other.top || one.left - other.left)
}

function buildGrid(component: Component): Grid | undefined {
  const { horizontals, verticals } = component
  const columns = edgesOf(verticals, horizontals, sameColumn)
  const rows = edgesOf(horizontals, verticals, sameRow)
  const [left, top] = [columns[0], rows[0]]
  const [right, bottom] = [columns.at(-1), rows.at(-1)]
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined
  if (columns.length < 2 || rows.length < 2) return undefined
  const cells = compress(cutCells({ component, columnEdges: columns, rowEdges: rows }))
  return {
    ...{ left, right, top, bottom, cells: cells.cells },
    columnEdges: columns.filter((_, at) => cells.columns.has(at)),
    rowEdges: rows.filter((_, at) => cells.rows.has(at)),
  }
}

/** The positions of the lines of one axis, and of the ends of the crossing ones where they reach farther. */
function edgesOf(lines: readonly Ruling[], crossing: readonly Ruling[], width: number): number[] {
  const sorted = lines.map(({ at }) => at).sort((one, other) => one - other)
  const edges = groupByDistance(sorted, (at) => at, width).map(
    (group) => group.reduce((sum, at) => sum + at, 0) / group.length,
  )
  const first = Math.min(...crossing.map(({ from }) => from))
  const last = Math.max(...crossing.map(({ to }) => to))
  if (first < (edges[0] ?? first) - reach) edges.unshift(first)
  if (last > (edges.at(-1) ?? last) + reach) edges.push(last)
  return edges
}

type Lattice = Readonly<{
  component: Component
  columnEdges: readonly number[]
  rowEdges: readonly number[]
}>

/** Grows each cell from its top left square, first to the right, then down, until a border stops it. */
function cutCells(lattice: Lattice): GridCell[] {
  const cells: GridCell[] = []
  const taken = new Set<number>()
  const width = lattice.columnEdges.length - 1
  const borders = findBorders(lattice)
  const isFree = (row: number, column: number) => !taken.has(row * width + column)
  for (let row = 0; row < lattice.rowEdges.length - 1; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (!isFree(row, column)) continue
      let columnSpan = 1
      while (column + columnSpan < width && isFree(row, column + columnSpan)) {
        if (borders.before(row, column + columnSpan)) break
        columnSpan += 1
      }
      const rowSpan = countRows({ row, column, columnSpan }, lattice, borders)
      for (let square = 0; square < rowSpan * columnSpan; square += 1) {
        taken.add((row + Math.floor(square / columnSpan)) * width + column + (square % columnSpan))
      }
      cells.push(makeCell({ row, column, rowSpan, columnSpan }, lattice, borders))
    }
  }
  return cells
}

type Borders = Readonly<{
  /** Whether a line separates a square from the one to its left, or above it. */
  before: (row: number, column: number) => boolean
  above: (row: number, column: number) => boolean
}>

function findBorders({ component, columnEdges, rowEdges }: Lattice): Borders {
  const isDrawn = (lines: readonly Ruling[], at: number | undefined, stretch: readonly number[]) => {
    const [from = 0, to = 0] = stretch
    const covered = lines
      .filter((line) => at !== undefined && Math.abs(line.at - at) <= reach)
      .reduce((sum, line) => sum + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from)), 0)
    return covered >= (to - from) * borderShare
  }
  return {
    before: (row, column) => isDrawn(component.verticals, columnEdges[column], rowEdges.slice(row, row + 2)),
    above: (row, column) =>
      isDrawn(component.horizontals, rowEdges[row], columnEdges.slice(column, column + 2)),
  }
}

type Start = Readonly<{ row: number; column: number; columnSpan: number }>

function countRows({ row, column, columnSpan }: Start, lattice: Lattice, borders: Borders): number {
  const columns = Array.from({ length: columnSpan }, (_, at) => column + at)
  let rowSpan = 1
  while (row + rowSpan < lattice.rowEdges.length - 1) {
    const below = row + rowSpan
    const isClosed = columns.some((at) => borders.above(below, at))
    const isSplit = columns.slice(1).some((at) => borders.before(below, at))
    if (isClosed || isSplit) break
    rowSpan += 1
  }
  return rowSpan
}

type Extent = Start & Readonly<{ rowSpan: number }>

function makeCell(extent: Extent, { columnEdges, rowEdges }: Lattice, borders: Borders): GridCell {
  const { row, column, rowSpan, columnSpan } = extent
  const drawn = {
    left: borders.before(row, column),
    right: borders.before(row, column + columnSpan),
    above: borders.above(row, column),
    below: borders.above(row + rowSpan, column),
  }
  const left = columnEdges[column] ?? 0
  const right = columnEdges[column + columnSpan] ?? left
  const top = rowEdges[row] ?? 0
  const bottom = rowEdges[row + rowSpan] ?? top
  return { ...extent, left, right, top, bottom, borders: drawn }
}

type Compressed = Readonly<{ cells: GridCell[]; rows: Set<number>; columns: Set<number> }>

/** Drops the rows and columns at whose edge no cell begins: lines that separated nothing. */
function compress(cells: readonly GridCell[]): Compressed {
  const rows = new Set(cells.flatMap(({ row, rowSpan }) => [row, row + rowSpan]))
  const columns = new Set(cells.flatMap(({ column, columnSpan }) => [column, column + columnSpan]))
  const rank = (edges: Set<number>, at: number) => [...edges].filter((edge) => edge < at).length
  const packed = cells.map((cell) => {
    const [row, column] = [rank(rows, cell.row), rank(columns, cell.column)]
    const rowSpan = rank(rows, cell.row + cell.rowSpan) - row
    return {
      ...cell,
      row,
      column,
      rowSpan,
      columnSpan: rank(columns, cell.column + cell.columnSpan) - column,
    }
  })
  return { cells: packed, rows, columns }
}
