import { shareWidth } from './column-widths.js'
import { cellSpace, fontSizes, linePitch, margins, paperOf, pointsOf } from './page-setup.js'
import type { PrintedCell, PrintedForm, PrintedTable } from './printed.js'
import type { PrintedSection } from './sections.js'
import { countLines } from './text-width.js'

/** How a form's table is set. Lengths in points, in steps of 0.05 (1/20 point, the unit of Word). */
export type FormFit = Readonly<{
  fontSize: number
  /** Exact distance of two lines in a cell. */
  linePitch: number
  /** Blank space above and below the text of a cell. */
  above: number
  /** Add up to the width of the text area. */
  columnWidths: readonly number[]
  /**
   * Least heights: the text of every row has room, by an estimate from above; rows of both writers are alike. A row
   * higher than `tallestWholeRow` is set without one and goes on to the next page where it must.
   */
  rowHeights: readonly number[]
  /** True when the form with all that stands on its page goes on one page. */
  fits: boolean
  /** So many rows from the top are printed again on every further page; Word knows no other repeated rows. */
  repeatedRows: number
}>

type Grid = Pick<PrintedForm, 'widths' | 'rows' | 'cells'>
type Attempt = Readonly<{ fontSize: number; above: number }>

/** Tried in turn, until the form goes on one page. */
const attempts: readonly Attempt[] = [
  { fontSize: 10.5, above: 3.5 },
  { fontSize: 10.5, above: cellSpace.above },
  { fontSize: 10, above: cellSpace.above },
  { fontSize: 9.5, above: 1.5 },
  { fontSize: 9, above: 1 },
  { fontSize: 8.5, above: 1 },
  { fontSize: 8, above: 0.5 },
]
/** A form of several pages is set like this: nothing is won by small letters. */
const overSeveralPages: Attempt = { fontSize: 10, above: cellSpace.above }
/** Points. Rows up to this height are never split between pages; a higher one may have no room on any. */
export const tallestWholeRow = 400
/** A header that takes more of the page is not printed again. */
const largestHeader = 1 / 3
/** The lines of the table and what two programs round differently, for cells, rows and the page, in points. */
const slack = { cell: 1, row: 0.5, page: 8 } as const

/**
 * The largest letters with which the form of a section goes on one page together with its title, the lines around
 * it and the section's paragraphs. The same for Word and PDF; no font is opened. A form inside a report is set like
 * a table.
 */
export function fitForm(form: PrintedForm, section: PrintedSection): FormFit {
  if (section.kind === 'report') return fitTable(form, section)
  const paper = paperOf(section.orientation)
  const width = pointsOf(paper.width - margins.form.left - margins.form.right)
  const height = pointsOf(paper.height - margins.form.top - margins.form.bottom)
  const room = height - heightAround(form, { section, width }) - slack.page
  for (const attempt of attempts) {
    const fit = setGrid(form, { ...attempt, width })
    if (heightOf(fit) <= room) return { ...fit, fits: true, repeatedRows: 0 }
  }
  return goesOn(form, setGrid(form, { ...overSeveralPages, width }), height)
}

/** A table inside a report, set like a form; it goes on to the next page where it must. */
export function fitTable(table: PrintedTable | PrintedForm, section: PrintedSection): FormFit {
  const { left, right, top, bottom } = margins[section.kind]
  const width = pointsOf(paperOf(section.orientation).width - left - right)
  const height = pointsOf(paperOf(section.orientation).height - top - bottom)
  return goesOn(table, setGrid(table, { ...overSeveralPages, width }), height)
}

/** A table of several pages; its header rows are printed again unless they would fill the page. */
function goesOn(table: PrintedTable | PrintedForm, grid: SetGrid, pageHeight: number): FormFit {
  const header = table.kind === 'form' && table.header?.from === 0 ? table.header.to : 0
  const isSmall = sum(grid.rowHeights.slice(0, header)) <= pageHeight * largestHeader
  return { ...grid, fits: false, repeatedRows: isSmall ? header : 0 }
}

type SetGrid = Omit<FormFit, 'fits' | 'repeatedRows'>

function setGrid(grid: Grid, { fontSize, above, width }: Attempt & { width: number }): SetGrid {
  const columnWidths = shareWidth(grid, { width, fontSize })
  const pitch = step(fontSize * cellSpace.line)
  const heights = Array.from({ length: grid.rows }, () => step(pitch + 2 * above))
  for (const cell of bySpan(grid.cells)) {
    const width = sum(columnWidths.slice(cell.column, cell.column + cell.columnSpan))
    const inside = width - 2 * cellSpace.beside - slack.cell
    const lines = countLines(cell.text, { width: inside, fontSize })
    growRows(heights, { cell, height: step(lines * pitch + 2 * above) })
  }
  return { fontSize, linePitch: pitch, above, columnWidths, rowHeights: heights }
}

/** What a cell needs more than its rows have is shared among them. */
function growRows(heights: number[], { cell, height }: { cell: PrintedCell; height: number }): void {
  const rows = heights.slice(cell.row, cell.row + cell.rowSpan)
  const missing = height - sum(rows)
  if (missing <= 0) return
  for (const [index, own] of rows.entries()) heights[cell.row + index] = step(own + missing / rows.length)
}

function heightOf({ rowHeights }: Pick<FormFit, 'rowHeights'>): number {
  return sum(rowHeights) + rowHeights.length * slack.row
}

/** Points that the title, the lines above and below the form and the section's paragraphs take. */
function heightAround(
  { title, subtitle, signature }: PrintedForm,
  { section, width }: { section: PrintedSection; width: number },
): number {
  const linesOf = (text: string | undefined, fontSize: number) =>
    text === undefined || text === '' ? 0 : countLines(text, { width, fontSize })
  let height = linesOf(title, fontSizes.formTitle) * linePitch.formTitle
  for (const line of [subtitle, signature]) height += linesOf(line, fontSizes.formLine) * formLinePitch
  for (const block of section.blocks) {
    if (block.kind !== 'paragraph') continue
    const text = block.runs.map((run) => run.text).join('')
    if (block.style === 'attachment') height += linesOf(text, fontSizes.body) * linePitch.body
    else height += linesOf(text, fontSizes.formLine) * formLinePitch
  }
  return height
}

/** Exact distance of two lines of what stands right above and below a form, in points. */
export const formLinePitch = 18

function bySpan(cells: readonly PrintedCell[]): PrintedCell[] {
  return [...cells].sort((left, right) => left.rowSpan - right.rowSpan)
}

function step(points: number): number {
  return Math.round(points * 20) / 20
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
