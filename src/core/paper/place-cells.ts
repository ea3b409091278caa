import type { PaperColumn } from '../pack/paper.js'
import type { DraftCell, DraftRow } from './draft-cell.js'
import type { PrintedCell, PrintedForm } from './printed.js'

export type PlacedCells = Pick<PrintedForm, 'rows' | 'widths' | 'header'> &
  Readonly<{ placed: readonly Readonly<{ draft: DraftCell; cell: PrintedCell }>[] }>

type Placed = Readonly<{ draft: DraftCell; row: number; column: number; rowSpan: number; columnSpan: number }>

/**
 * Gives every cell its place: from the left, in the first columns that no cell from above covers. Then rows and
 * columns marked `ifUsed` without a value go, and spans over them shrink; unless `showUnused`, for whoever fills in.
 */
export function placeCells(
  rows: readonly DraftRow[],
  columns: readonly PaperColumn[],
  { showUnused = false }: Readonly<{ showUnused?: boolean | undefined }> = {},
): PlacedCells {
  const placed = fillGrid(rows, columns.length)
  const keptRows = rows.map(
    (row, index) =>
      showUnused || !row.ifUsed || placed.some((cell) => cell.row === index && cell.draft.filled),
  )
  const keptColumns = columns.map(
    (column, index) =>
      showUnused ||
      !column.ifUsed ||
      placed.some(
        (cell) => cell.column === index && cell.columnSpan === 1 && cell.draft.filled && keptRows[cell.row],
      ),
  )
  const toRow = positionsAfter(keptRows)
  const toColumn = positionsAfter(keptColumns)
  const header = rows.flatMap((row, index) => (row.header && keptRows[index] ? [toRow[index] ?? 0] : []))
  return {
    placed: placed.flatMap((cell) => withoutGaps(cell, toRow, toColumn)),
    rows: toRow.at(-1) ?? 0,
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
  toRow: readonly number[],
  toColumn: readonly number[],
): PlacedCells['placed'] {
  const top = toRow[row] ?? 0
  const left = toColumn[column] ?? 0
  const rows = (toRow[row + rowSpan] ?? 0) - top
  const columns = (toColumn[column + columnSpan] ?? 0) - left
  if (rows === 0 || columns === 0) return []
  const { text, kind, align, field, type } = draft
  const cell: PrintedCell = {
    row: top,
    column: left,
    rowSpan: rows,
    columnSpan: columns,
    text,
    kind,
    align,
    field,
    type,
  }
  return [{ draft, cell }]
}

/** For each position, and for the end, where it comes to stand when those not kept are gone. */
function positionsAfter(kept: readonly boolean[]): readonly number[] {
  const positions = [0]
  for (const isKept of kept) positions.push((positions.at(-1) ?? 0) + (isKept ? 1 : 0))
  return positions
}
