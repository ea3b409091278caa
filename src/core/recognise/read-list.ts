import type { Cell } from '../document/document.js'
import type { FieldValue, FormRow } from '../filing/filing.js'
import type { GoalsBlock, ListBlock } from '../pack/layout.js'
import { findHeader, valuesUnder } from './columns.js'
import { type FormBeingRead, takeValue } from './form-being-read.js'
import type { Grid } from './grid.js'
import { isLabel } from './label.js'

/** Reads a list under one header row, to its total row or the end: 职能名称 | 政策或重点任务 | … */
export function readList(read: FormBeingRead, block: ListBlock): void {
  const { grid, year } = read
  const header = findHeader(grid, block.columns, { least: Math.ceil(block.columns.length / 2), year })
  if (header === undefined) return
  for (const { cell } of header.found) read.taken.add(cell)
  const rows: FormRow[] = []
  for (let row = header.lastRow + 1; row < grid.endRow; row++) {
    const values = valuesUnder(grid, header, row)
    const first = grid.startingIn(row)[0]
    const isTotal = first !== undefined && block.total !== undefined && isLabel(first.text, block.total)
    if (isTotal) read.taken.add(first)
    const entry: Record<string, FormRow[string]> = {}
    const number = grid.at(row, 0)
    if (number !== undefined && !isTotal && ![...values.values()].includes(number))
      entry.number = takeValue(read, number, 'text')
    for (const [column, cell] of values) {
      if (isTotal && cell === first) continue
      const value = takeValue(read, cell, column.type)
      if (isTotal) read.fields[`${block.total?.id}.${column.id}`] = value
      else entry[column.id] = value
    }
    if (!isTotal && Object.values(entry).some(({ text }) => text !== '')) rows.push(entry)
  }
  read.lists[block.id] = rows
}

/** Reads 预期目标 and 实际完成情况: two headings side by side with the texts below them. */
export function readGoals(read: FormBeingRead, block: GoalsBlock): void {
  const { grid } = read
  for (const row of grid.rows()) {
    const cells = grid.startingIn(row)
    const expected = cells.find((cell) => isLabel(cell.text, block.expected))
    const actual = cells.find((cell) => isLabel(cell.text, block.actual))
    if (expected === undefined || actual === undefined) continue
    read.taken.add(expected).add(actual)
    const goals = textsBelow(grid, expected)
    const accomplishments = textsBelow(grid, actual)
    if (goals.length === 0 || accomplishments.length === 0) return
    const side = grid.at(row, 0)
    if (side !== undefined) read.taken.add(side)
    read.fields[block.expected.id] = takeTexts(read, goals)
    read.fields[block.actual.id] = takeTexts(read, accomplishments)
    return
  }
}

/** The cells below a heading: one, or as many as the cell at the side of the box spans. */
function textsBelow(grid: Grid, heading: Cell): readonly Cell[] {
  const side = grid.at(heading.row, 0)
  const cells: Cell[] = []
  for (let row = heading.row + heading.rowSpan; row < grid.endRow; row++) {
    if (cells.length > 0 && (side === undefined || side === heading || grid.at(row, 0) !== side)) break
    const cell = grid.at(row, heading.column)
    if (cell === undefined) break
    if (!cells.includes(cell)) cells.push(cell)
  }
  return cells
}

/** Several cells as one text, at the place of the first. */
function takeTexts(read: FormBeingRead, cells: readonly Cell[]): FieldValue {
  const values = cells.map((cell) => takeValue(read, cell, 'text'))
  const [first] = cells
  if (first === undefined || values[0] === undefined) throw new RangeError('a text needs a cell')
  const text = values
    .map((value) => value.text)
    .filter((line) => line !== '')
    .join('\n')
  return { ...takeValue(read, first, 'text', text), place: values[0].place }
}
