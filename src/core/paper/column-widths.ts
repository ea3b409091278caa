import { cellSpace } from './page-setup.js'
import type { PrintedCell } from './printed.js'
import { longestWord } from './text-width.js'

type Columns = Readonly<{ widths: readonly number[]; cells: readonly PrintedCell[] }>

/** What two programs round differently, in points. */
const slack = 1

/**
 * Widths of a form's columns in points, in steps of 0.05, that add up to the width of the text area: shared in the
 * form's own proportions, but a column that is too narrow for its longest number takes what it lacks from the
 * columns with room to spare. Where there is no such room the proportions stay.
 */
export function shareWidth(
  grid: Columns,
  { width, fontSize }: { width: number; fontSize: number },
): number[] {
  const total = sum(grid.widths)
  const shares = grid.widths.map((own) => (width * own) / total)
  const needs = needsOf(grid, fontSize)
  const missing = sum(shares.map((share, at) => Math.max((needs[at] ?? 0) - share, 0)))
  const spare = sum(shares.map((share, at) => Math.max(share - (needs[at] ?? 0), 0)))
  if (missing === 0 || missing > spare) return inSteps(shares)
  return inSteps(
    shares.map((share, at) => {
      const need = needs[at] ?? 0
      return share <= need ? need : share - ((share - need) / spare) * missing
    }),
  )
}

/** Points that each column needs so that no word or number of a cell of its own is broken. */
function needsOf({ widths, cells }: Columns, fontSize: number): number[] {
  const needs = widths.map(() => 0)
  for (const { column, columnSpan, text } of cells) {
    if (columnSpan > 1) continue
    const need = longestWord(text) * fontSize + 2 * cellSpace.beside + slack
    needs[column] = Math.max(needs[column] ?? 0, need)
  }
  return needs
}

/** Whole steps that add up to the whole. */
function inSteps(shares: readonly number[]): number[] {
  let before = 0
  let edge = 0
  return shares.map((own) => {
    before += own
    const next = Math.round(before * 20) / 20
    const share = Math.round((next - edge) * 20) / 20
    edge = next
    return share
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
