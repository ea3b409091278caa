import { isCutRow, isLabelGoingOn, isSpanGoingOn } from './cut-row.js'
import type { JoinedCell, JoinedTable, Pair } from './joined-table.js'
import { cellsAtFoot, cellsAtHead, plainText } from './joined-table.js'
import { groupByDistance } from './merge-rulings.js'

/** How far the edges of the two parts of a table may differ, in points. */
const sameEdge = 3

/** One table of the part at the foot of a page and the part at the head of the next, if they belong together. */
export function joinTables(upper: JoinedTable, lower: JoinedTable): JoinedTable | undefined {
  if (!haveSameWidth(upper, lower)) return undefined
  const columnEdges = uniteEdges(upper.columnEdges, lower.columnEdges)
  const above = moveColumns(upper, columnEdges)
  const below = withoutHeading(above, moveColumns(lower, columnEdges))
  const pairs = pairCells(above, below)
  const isWhole = pairs.length === cellsAtFoot(above).length && pairs.length === cellsAtHead(below).length
  const isCut = isWhole && isCutRow(pairs)
  const joined = isCut
    ? pairs
    : pairs.filter((pair) => isSpanGoingOn(pair) || isLabelGoingOn(pair, [above, below]))
  return { columnEdges, ...stack(above, below, { joined, overlap: isCut ? 1 : 0 }) }
}

function haveSameWidth(upper: JoinedTable, lower: JoinedTable): boolean {
  const [one, other] = [upper.columnEdges, lower.columnEdges]
  const near = (x: number | undefined, y: number | undefined) => Math.abs((x ?? 0) - (y ?? 0)) <= sameEdge
  if (!near(one[0], other[0]) || !near(one.at(-1), other.at(-1))) return false
  const inner = other.slice(1, -1)
  return one.length < 3 || inner.length === 0 || inner.some((edge) => one.some((match) => near(edge, match)))
}

function uniteEdges(one: readonly number[], other: readonly number[]): number[] {
  const sorted = [...one, ...other].sort((left, right) => left - right)
  const groups = groupByDistance(sorted, (edge) => edge, sameEdge)
  return groups.map((group) => group.reduce((sum, edge) => sum + edge, 0) / group.length)
}

function moveColumns(table: JoinedTable, edges: readonly number[]): JoinedTable {
  const places = table.columnEdges.map((edge) => nearest(edges, edge))
  const cells = table.cells.map((cell) => {
    const column = places[cell.column] ?? cell.column
    const end = places[cell.column + cell.columnSpan] ?? edges.length - 1
    return { ...cell, column, columnSpan: end - column }
  })
  return { ...table, columnEdges: edges, cells }
}

function nearest(edges: readonly number[], edge: number): number {
  const distances = edges.map((candidate) => Math.abs(candidate - edge))
  return distances.indexOf(Math.min(...distances))
}

/** Drops the heading rows that are printed again on each page. */
function withoutHeading(upper: JoinedTable, lower: JoinedTable): JoinedTable {
  let heading = 0
  for (let rows = 1; rows < Math.min(upper.rows, lower.rows); rows += 1) {
    if (describeRows(upper, rows) === describeRows(lower, rows) && isPrintedBlock(lower, rows)) heading = rows
  }
  const cells = lower.cells.filter(({ row }) => row >= heading)
  return {
    ...lower,
    rows: lower.rows - heading,
    cells: cells.map((cell) => ({ ...cell, row: cell.row - heading })),
  }
}

function describeRows({ cells }: JoinedTable, rows: number): string {
  const heading = cells.filter(({ row }) => row < rows)
  return JSON.stringify(
    heading.map((cell) => {
      const rowSpan = Math.min(cell.rowSpan, rows - cell.row)
      return [cell.row, cell.column, rowSpan, cell.columnSpan, plainText(cell)]
    }),
  )
}

/** Whether no cell of the repeated rows goes on into the next one, and none of these rows is blank. */
function isPrintedBlock({ cells }: JoinedTable, rows: number): boolean {
  const heading = cells.filter(({ row }) => row < rows)
  const isPrinted = (row: number) => heading.some((cell) => cell.row === row && cell.lines.length > 0)
  const isClosed = heading.every(({ row, rowSpan }) => row + rowSpan <= rows)
  return isClosed && Array.from({ length: rows }, (_, row) => row).every(isPrinted)
}

function pairCells(upper: JoinedTable, lower: JoinedTable): Pair[] {
  const heads = cellsAtHead(lower)
  return cellsAtFoot(upper).flatMap((cell) => {
    const match = heads.find(
      ({ column, columnSpan }) => column === cell.column && columnSpan === cell.columnSpan,
    )
    return match === undefined ? [] : [{ upper: cell, lower: match }]
  })
}

type Joint = Readonly<{ joined: readonly Pair[]; overlap: 0 | 1 }>

function stack(
  upper: JoinedTable,
  lower: JoinedTable,
  { joined, overlap }: Joint,
): Omit<JoinedTable, 'columnEdges'> {
  const lowerOf = new Map(joined.map((pair) => [pair.upper, pair.lower]))
  const taken = new Set(joined.map((pair) => pair.lower))
  const offset = upper.rows - overlap
  const above = upper.cells.map((cell) => goOn(cell, lowerOf.get(cell), overlap))
  const below = lower.cells
    .filter((cell) => !taken.has(cell))
    .map((cell) => ({ ...cell, row: cell.row + offset }))
  return { rows: upper.rows + lower.rows - overlap, cells: [...above, ...below] }
}

function goOn(cell: JoinedCell, lower: JoinedCell | undefined, overlap: 0 | 1): JoinedCell {
  if (lower === undefined) return cell
  const { top, bottom, borders } = lower
  const rowSpan = cell.rowSpan + lower.rowSpan - overlap
  return { ...cell, top, bottom, borders, rowSpan, lines: [...cell.lines, ...lower.lines] }
}
