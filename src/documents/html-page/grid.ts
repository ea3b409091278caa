import type { Cell } from '../../core/document/document.js'
import { escapeHtml } from './escape-html.js'
import { highlight, type Spot } from './highlight.js'

/** A table, or some rows of it, to be shown as it stands in the document. */
export type Grid = Readonly<{
  cells: readonly Cell[]
  /** 0-based rows to show, from top to bottom. */
  rows: readonly number[]
  /** Those of them that hold the labels of the columns. */
  heads: ReadonlySet<number>
  /** What is highlighted in a cell; none for most. */
  spotsOf: (cell: Cell) => readonly Spot[]
  /** Cells of the column that stays in sight on a phone while the others scroll. */
  kept?: ReadonlySet<Cell>
  /** The table's name for people who do not see it. */
  label: string
}>

/** Cells with longer text are set flush left and get room. */
const longText = 24

/** Tables with more columns are not squeezed into a phone: they scroll. */
const manyColumns = 4

/** The table as markup, with the number of each row as a person counts; spans are cut to the rows that are shown. */
export function renderGrid(grid: Grid): string {
  const byRow = new Map<number, Cell[]>(grid.rows.map((row) => [row, []]))
  for (const cell of grid.cells) byRow.get(firstShownRow(cell, byRow))?.push(cell)
  const rows = grid.rows.map((row, index) => renderRow(row, byRow.get(row) ?? [], { index, grid })).join('')
  const width = grid.cells.reduce((most, { column, columnSpan }) => Math.max(most, column + columnSpan), 0)
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(grid.label)}"><table class="grid${width > manyColumns ? ' wide' : ''}"><tbody>${rows}</tbody></table></div>`
}

function firstShownRow({ row, rowSpan }: Cell, shown: ReadonlyMap<number, unknown>): number {
  for (let at = row; at < row + rowSpan; at += 1) if (shown.has(at)) return at
  return row
}

type Row = Readonly<{ index: number; grid: Grid }>

function renderRow(row: number, starting: readonly Cell[], { index, grid }: Row): string {
  const cells = [...starting]
    .sort((left, right) => left.column - right.column)
    .map((cell) => renderCell(cell, grid))
    .join('')
  const before = grid.rows[index - 1]
  const skipped = before !== undefined && before < row - 1
  const name = [grid.heads.has(row) ? 'heads' : '', skipped ? 'skipped' : ''].filter(Boolean).join(' ')
  return `<tr${name === '' ? '' : ` class="${name}"`}><th scope="row" class="row">${row + 1}</th>${cells}</tr>`
}

function renderCell(cell: Cell, grid: Grid): string {
  const { row, columnSpan, text } = cell
  const spots = grid.spotsOf(cell)
  const height = heightOf(cell, grid)
  const spans = `${height > 1 ? ` rowspan="${height}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`
  const kept = grid.kept?.has(cell) === true ? 'kept' : ''
  const name = [text.length > longText ? 'long' : '', spots[0]?.name ?? '', kept].filter(Boolean)
  const attributes = `${name.length === 0 ? '' : ` class="${name.join(' ')}"`}${spans}`
  const html = highlight(text, spots)
  return grid.heads.has(row) ? `<th scope="col"${attributes}>${html}</th>` : `<td${attributes}>${html}</td>`
}

function heightOf({ row, rowSpan }: Cell, { rows }: Grid): number {
  return rowSpan === 1 ? 1 : rows.filter((shown) => shown >= row && shown < row + rowSpan).length
}
