import type { PaperColumn } from '../pack/paper.js'
import type { DraftCell, DraftRow } from './draft-cell.js'
import type { PrintedCell, PrintedForm } from './printed.js'

export type PlacedCells = Pick<PrintedForm, 'cells' | 'rows' | 'widths' | 'header'>

type Placed = Readonly<{ draft: DraftCell; row: number; column: number; rowSpan: number; columnSpan: number }>

/**
 * Gives every cell its place: from the left, in the first columns that no cell from above covers. Then rows and
 * columns marked `ifUsed` without a value go, and spans over them shrink.
 */
export function placeCells(rows: readonly DraftRow[], columns: readonly PaperColumn[]): PlacedCells {
  const placed = fillGrid(rows, columns.length)
  const keptRows = rows.map(
    (row, index) => !row.ifUsed || placed.some((cell) => cell.row === index && cell.draft.filled),
  )
  const keptColumns = columns.map(
    (column, index) =>
      !column.ifUsed ||
      placed.some(
        (cell) => cell.column === index && cell.columnSpan === 1 && cell.draft.filled && keptRows[cell.row],
      ),
  )
  const cells = placed.flatMap((cell) => withoutGaps(cell, keptRows, keptColumns))
  const header = rows.flatMap((row, index) => (row.header ? [countBefore(keptRows, index)] : []))
  return {
    cells,
    rows: countBefore(keptRows, rows.length),
    widths: columns.filter((_, index) => keptColumns[index]).map(({ width }) => width),
    header: header[0] === undefined ? undefined : { from: header[0], to: (header.at(-1) ?? header[0]) + 1 },
  }
}

function fillGrid(rows: readonly DraftRow[], width: number): Placed[] {
  const taken = rows.map(() => new Array<boolean>(width).fill(false))
  return rows.flatMap(({ cells }, row) => {
    let column = 0
    return cells.map((draft) => {
      while (taken[row]?.[column]) column += 1
      const placed = {
        draft,
        row,
        column,
        rowSpan: Math.min(draft.down, rows.length - row),
        columnSpan: Math.max(1, Math.min(draft.span, width - column)),
      }
      for (let below = row; below < row + placed.rowSpan; below++)
        taken[below]?.fill(true, column, column + placed.columnSpan)
      column += placed.columnSpan
      return placed
    })
  })
}

function withoutGaps(
  { draft, row, column, rowSpan, columnSpan }: Placed,
  keptRows: readonly boolean[],
  keptColumns: readonly boolean[],
): PrintedCell[] {
  const rowsLeft = countBefore(keptRows, row + rowSpan) - countBefore(keptRows, row)
  const columnsLeft = countBefore(keptColumns, column + columnSpan) - countBefore(keptColumns, column)
  if (rowsLeft === 0 || columnsLeft === 0) return []
  const { span: _span, down: _down, filled: _filled, ...cell } = draft
  return [
    {
      ...cell,
      row: countBefore(keptRows, row),
      column: countBefore(keptColumns, column),
      rowSpan: rowsLeft,
      columnSpan: columnsLeft,
    },
  ]
}

function countBefore(kept: readonly boolean[], end: number): number {
  return kept.slice(0, end).filter(Boolean).length
}
