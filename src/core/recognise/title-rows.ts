import type { Cell, Document } from '../document/document.js'
import { Grid } from './grid.js'

const headWords = /^(?:附[件表]|[（(]?20\d\d)|表(?:[（(].*[)）])?$|单位[:：]/

/**
 * The row where a form begins whose first label stands in `start`: rows right above it that hold no more than its
 * title, its unit of amounts or nothing belong to it.
 */
export function firstRowOfForm(whole: Grid, start: number): number {
  let first = start
  for (let row = start - 1; row >= whole.firstRow; row--) {
    const cells = filledIn(whole, row)
    if (cells.length > 1 || !cells.every(({ text }) => headWords.test(text.replace(/\s/g, '')))) break
    first = row
  }
  return first
}

const titleRows = 3

/** Cells that stand alone in one of the first rows of a form, where spreadsheets print its title. */
export function headCells(grid: Grid): readonly Cell[] {
  return grid
    .rows()
    .slice(0, titleRows)
    .map((row) => filledIn(grid, row))
    .flatMap((cells) => (cells.length === 1 ? cells : []))
}

function filledIn(grid: Grid, row: number): readonly Cell[] {
  return grid.startingIn(row).filter(({ text }) => text !== '')
}

/** 预算年度 of a title inside a table: 2024年度…自评表. Undefined when no table is headed so. */
export function yearInTables({ blocks }: Document): number | undefined {
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    for (const { text } of headCells(Grid.of(block))) {
      const year = /(20\d\d)年.*(?:表|报告)(?:[（(].*[)）])?$/.exec(text.replace(/\s/g, ''))?.[1]
      if (year !== undefined) return Number(year)
    }
  }
  return undefined
}
