import type { Mode } from '../keyboard/command.js'
import { blockBetween, type Cursor, cellsIn, cursorOn, type Grid, isChoosable } from './grid.js'
import type { PaperCell } from './paper-cell.js'

/** What is chosen on a form, and whether one types in it. */
export type Choice = Readonly<{
  /** The cell that holds the keyboard; undefined on a form without values. */
  cursor: Cursor | undefined
  /** The far end of a block of cells; undefined when only one is chosen. */
  end: Cursor | undefined
  mode: Mode
}>

/** Nothing typed; the first cell that holds a value. */
export function firstChoice(grid: Grid): Choice {
  const first = grid.cells.find(isChoosable)
  return { cursor: first && cursorOn(first), end: undefined, mode: 'chosen' }
}

export function chosenAt(cursor: Cursor, end?: Cursor): Choice {
  return { cursor, end, mode: 'chosen' }
}

/** The chosen cell; where it is gone from the form, the one that stands in its place now. */
export function chosenCell(grid: Grid, { cursor }: Choice): PaperCell | undefined {
  if (cursor === undefined) return undefined
  const cell = grid.byId.get(cursor.id)
  if (cell !== undefined) return cell
  const there = grid.at(Math.min(cursor.row, grid.rows - 1), Math.min(cursor.column, grid.columns - 1))
  return isChoosable(there) ? there : grid.cells.find(isChoosable)
}

const noCells: ReadonlySet<PaperCell> = new Set()

/** The cells of the chosen block; empty when only one cell is chosen. */
export function chosenBlock(grid: Grid, choice: Choice): ReadonlySet<PaperCell> {
  const cell = chosenCell(grid, choice)
  const end = choice.end === undefined ? undefined : grid.byId.get(choice.end.id)
  if (cell === undefined || end === undefined || end === cell) return noCells
  return cellsIn(grid, blockBetween(grid, cell, end))
}
