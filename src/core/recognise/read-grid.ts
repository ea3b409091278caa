import type { Cell } from '../document/document.js'
import type { FormRow } from '../filing/filing.js'
import type { Column, GridBlock, GridRow } from '../pack/layout.js'
import { findHeader, type Header, valuesUnder } from './columns.js'
import { type FormBeingRead, takeValue } from './form-being-read.js'
import { isLabel } from './label.js'

/** Reads a block with row labels down the left and column labels along the top. */
export function readGrid(read: FormBeingRead, block: GridBlock): void {
  const { grid, year } = read
  const header = findHeader(grid, block.columns, { least: Math.ceil(block.columns.length / 2), year })
  if (header === undefined) return
  for (const { cell } of header.found) read.taken.add(cell)
  let previous: GridRow | undefined
  for (let row = header.lastRow + 1; row < grid.endRow; row++) {
    const labels = labelsOf(read, header, row)
    const fixed = block.rows.find(
      (candidate) => !candidate.repeat && labels.some((label) => isLabel(label.text, candidate, year)),
    )
    if (fixed !== undefined) {
      readRow(read, { header, row, labels, fixed })
      previous = fixed
      continue
    }
    const repeated =
      previous && block.rows.find((candidate) => candidate.repeat && candidate.after === previous?.id)
    if (repeated === undefined || !readRepeated(read, { header, row, labels, list: repeated.id })) {
      if (previous !== undefined && startsAnotherBlock(read, block, row)) return
    }
  }
}

type RowReading = Readonly<{ header: Header<Column>; row: number; labels: readonly Cell[] }>

function readRow(read: FormBeingRead, { header, row, labels, fixed }: RowReading & { fixed: GridRow }): void {
  for (const label of labels) read.taken.add(label)
  const own = labels.at(-1)
  if (own !== undefined) read.fields[`${fixed.id}.name`] ??= takeValue(read, own, 'text')
  for (const [column, cell] of valuesUnder(read.grid, header, row)) {
    const id = `${fixed.id}.${column.id}`
    if (id in read.fields || labels.includes(cell)) continue
    read.fields[id] = takeValue(read, cell, column.type)
  }
}

function readRepeated(
  read: FormBeingRead,
  { header, row, labels, list }: RowReading & { list: string },
): boolean {
  const label = labels.at(-1)
  const values = valuesUnder(read.grid, header, row)
  if (label === undefined || label.text === '' || values.size < 2) return false
  const entry: Record<string, FormRow[string]> = { name: takeValue(read, label, 'text') }
  for (const [column, cell] of values) entry[column.id] = takeValue(read, cell, column.type)
  const rows = read.lists[list] ?? []
  rows.push(entry)
  read.lists[list] = rows
  return true
}

/** Cells left of the first column, the innermost last; a label beside the header counts for the row below it. */
function labelsOf({ grid }: FormBeingRead, header: Header<Column>, row: number): Cell[] {
  const first = Math.min(...header.found.map(({ cell }) => cell.column))
  const labels = grid.across(row).filter((cell) => cell.column < first && cell.text !== '')
  if (labels.length > 0 || row !== header.lastRow + 1) return labels
  return grid.across(header.row).filter((cell) => cell.column < first && cell.text !== '')
}

function startsAnotherBlock({ grid }: FormBeingRead, block: GridBlock, row: number): boolean {
  return grid.startingIn(row).length > block.columns.length + 2
}
