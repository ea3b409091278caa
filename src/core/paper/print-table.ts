import type { Cell, Table } from '../document/document.js'
import type { PrintedCell, PrintedTable } from './printed.js'

/** A table as it was read; `from` and `to` (after the last) pick the rows. */
export function printTable(table: Table, from = 0, to = table.rows): PrintedTable {
  const cells = table.cells.filter(({ row }) => row >= from && row < to)
  return {
    kind: 'table',
    widths: widthsOf(table),
    rows: to - from,
    cells: cells.map((cell) => printCell(cell, from, to)),
  }
}

function printCell({ row, column, rowSpan, columnSpan, text }: Cell, from: number, to: number): PrintedCell {
  return {
    row: row - from,
    column,
    rowSpan: Math.min(rowSpan, to - row),
    columnSpan,
    text,
    kind: /\d/.test(text) ? 'value' : 'label',
    align: text.length > longText ? 'left' : 'center',
    field: undefined,
    type: undefined,
  }
}

const longText = 20
const narrowest = 6
const widest = 30

/** A column is as wide as its longest line, within bounds. */
function widthsOf({ cells, columns }: Table): readonly number[] {
  return Array.from({ length: columns }, (_, column) => {
    const lines = cells
      .filter((cell) => cell.column === column && cell.columnSpan === 1)
      .flatMap(({ text }) => text.split('\n'))
    return Math.min(widest, Math.max(narrowest, ...lines.map((line) => line.length * 2)))
  })
}
