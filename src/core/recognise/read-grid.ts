import type { Cell } from '../document/document.js'
import type { FormRow } from '../filing/filing.js'
import type { Column, GridBlock, GridRow } from '../pack/layout.js'
import { findHeader, type Header, valuesUnder } from './columns.js'
import { isLabel } from './label.js'
import { type Reading, takeValue } from './reading.js'

/** Reads a block with row labels down the left and column labels along the top. */
export function readGrid(reading: Reading, block: GridBlock): void {
  const { grid, year } = reading
  const header = findHeader(grid, block.columns, { least: Math.ceil(block.columns.length / 2), year })
  if (header === undefined) return
  for (const { cell } of header.found) reading.taken.add(cell)
  let previous: GridRow | undefined
  for (let row = header.lastRow + 1; row < grid.endRow; row++) {
    const labels = labelsOf(reading, header, row)
    const fixed = block.rows.find(
      (candidate) => !candidate.repeat && labels.some((label) => isLabel(label.text, candidate, year)),
    )
    if (fixed !== undefined) {
      readRow(reading, { header, row, labels, fixed })
      previous = fixed
      continue
    }
    const repeated =
      previous && block.rows.find((candidate) => candidate.repeat && candidate.after === previous?.id)
    if (repeated === undefined || !readRepeated(reading, { header, row, labels, list: repeated.id })) {
      if (previous !== undefined && startsAnotherBlock(reading, block, row)) return
    }
  }
}

type RowReading = Readonly<{ header: Header<Column>; row: number; labels: readonly Cell[] }>

function readRow(reading: Reading, { header, row, labels, fixed }: RowReading & { fixed: GridRow }): void {
  for (const label of labels) reading.taken.add(label)
  const own = labels.at(-1)
  if (own !== undefined) reading.fields[`${fixed.id}.name`] ??= takeValue(reading, own, 'text')
  for (const [column, cell] of valuesUnder(reading.grid, header, row)) {
    const id = `${fixed.id}.${column.id}`
    if (id in reading.fields || labels.includes(cell)) continue
    reading.fields[id] = takeValue(reading, cell, column.type)
  }
}

function readRepeated(
  reading: Reading,
  { header, row, labels, list }: RowReading & { list: string },
): boolean {
  const label = labels.at(-1)
  const values = valuesUnder(reading.grid, header, row)
  if (label === undefined || label.text === '' || values.size < 2) return false
  const entry: Record<string, FormRow[string]> = { name: takeValue(reading, label, 'text') }
  for (const [column, cell] of values) entry[column.id] = takeValue(reading, cell, column.type)
  const rows = reading.lists[list] ?? []
  rows.push(entry)
  reading.lists[list] = rows
  return true
}

/** Cells left of the first column, the innermost last; a label beside the header counts for the row below it. */
function labelsOf({ grid }: Reading, header: Header<Column>, row: number): Cell[] {
  const first = Math.min(...header.found.map(({ cell }) => cell.column))
  const labels = grid.across(row).filter((cell) => cell.column < first && cell.text !== '')
  if (labels.length > 0 || row !== header.lastRow + 1) return labels
  return grid.across(header.row).filter((cell) => cell.column < first && cell.text !== '')
}

function startsAnotherBlock({ grid }: Reading, block: GridBlock, row: number): boolean {
  return grid.startingIn(row).length > block.columns.length + 2
}
