import type { Line } from './lines.js'
import { makeLines } from './lines.js'
import type { Box, Glyph, PageMarks } from './page-marks.js'
import type { Grid, GridCell } from './rulings-to-grid.js'
import { rulingsToGrids } from './rulings-to-grid.js'
import type { Measure } from './wrap-lines.js'

/** A cell of the part of a table that stands on one page. */
export type PlacedCell = GridCell & Readonly<{ lines: readonly Line[]; measure: Measure }>

/** The part of a table that stands on one page. */
export type Fragment = Omit<Grid, 'cells'> & Readonly<{ cells: readonly PlacedCell[] }>

/** A page as lines outside tables and parts of tables. */
export type PlacedPage = Readonly<{
  width: number
  height: number
  lines: readonly Line[]
  fragments: readonly Fragment[]
}>

/** Distance between text and border where no cell shows it, and the largest believed, in points. */
const widestPadding = 8

/** Puts every glyph into the cell it stands in, or into a line outside the tables. */
export function placeText(page: PageMarks): PlacedPage {
  const grids = rulingsToGrids(page.rulings)
  const bySize = grids.toSorted((one, other) => areaOf(one) - areaOf(other))
  const inCells = new Map<GridCell, Glyph[]>()
  const outside: Glyph[] = []
  for (const run of splitRuns(page.glyphs)) {
    const cell = cellOfRun(run, bySize)
    if (cell === undefined) outside.push(...run)
    else append(inCells, cell, run)
  }
  const fragments = grids.flatMap((grid) => placeGrid(grid, inCells) ?? [])
  return { width: page.width, height: page.height, lines: makeLines(outside), fragments }
}

function append(inCells: Map<GridCell, Glyph[]>, cell: GridCell, run: readonly Glyph[]): void {
  const glyphs = inCells.get(cell)
  if (glyphs === undefined) inCells.set(cell, [...run])
  else glyphs.push(...run)
}

/** Glyphs drawn together without a gap; they stay together even where they stick out of a cell. */
function splitRuns(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = []
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    if (last !== undefined && continues(last, glyph)) runs.at(-1)?.push(glyph)
    else runs.push([glyph])
    last = glyph
  }
  return runs
}

function continues(last: Glyph, glyph: Glyph): boolean {
  const isBeside = Math.abs(glyph.left - last.right) < glyph.size * 0.25 && glyph.turn === 'none'
  return last.run === glyph.run && isBeside && Math.abs(glyph.bottom - last.bottom) < 1
}

/** The cell in which most of the run's glyphs stand, innermost table first. */
function cellOfRun(run: readonly Glyph[], grids: readonly Grid[]): GridCell | undefined {
  const counts = new Map<GridCell | undefined, number>()
  for (const glyph of run) {
    const cell = cellOfGlyph(glyph, grids)
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
}

function cellOfGlyph(glyph: Glyph, grids: readonly Grid[]): GridCell | undefined {
  const x = (glyph.left + glyph.right) / 2
  const y = (glyph.top + glyph.bottom) / 2
  const isIn = ({ left, right, top, bottom }: Box) => left <= x && x < right && top <= y && y < bottom
  for (const grid of grids) {
    const cell = isIn(grid) ? grid.cells.find(isIn) : undefined
    if (cell !== undefined) return cell
  }
  return undefined
}

function areaOf({ left, right, top, bottom }: Box): number {
  return (right - left) * (bottom - top)
}

/** The part of a table with its text; a frame without any text is no table. */
function placeGrid(grid: Grid, inCells: ReadonlyMap<GridCell, Glyph[]>): Fragment | undefined {
  const texts = grid.cells.map((cell) => ({ ...cell, lines: makeLines(inCells.get(cell) ?? []) }))
  if (texts.every(({ lines }) => lines.length === 0)) return undefined
  const padding = Math.min(widestPadding, ...texts.flatMap(paddings))
  const cells = texts
    .filter(({ borders, lines }) => lines.length > 0 || Object.values(borders).filter(Boolean).length > 2)
    .map((cell) => ({ ...cell, measure: { left: cell.left + padding, right: cell.right - padding } }))
  return { ...grid, cells }
}

function paddings({ left, right, lines }: Box & Readonly<{ lines: readonly Line[] }>): number[] {
  const upright = lines.filter(({ isTurned }) => !isTurned)
  return upright.flatMap((line) => [line.left - left, right - line.right]).map((gap) => Math.max(0, gap))
}
