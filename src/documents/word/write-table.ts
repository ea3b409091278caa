import { type FormFit, tallestWholeRow } from '../../core/paper/fit-form.js'
import { cellSpace } from '../../core/paper/page-setup.js'
import type { PrintedCell } from '../../core/paper/printed.js'
import { escapePrinted } from '../xml/escape-xml.js'
import { twips } from './word-units.js'
import { type Controls, writeRun } from './write-run.js'
import { cellStyleOf } from './write-styles.js'

type Grid = Readonly<{ rows: number; widths: readonly number[]; cells: readonly PrintedCell[] }>

/** How a table is set and named. */
export type TableSetting = Readonly<{
  fit: FormFit
  /** For readers who hear the page. */
  caption: string
  /** Tags of the form's fields begin with it: `forms[0].`. */
  prefix: string
  controls: Controls
}>

/** A cell or the continuation of one from the row above. */
type Spot = Readonly<{
  cell: PrintedCell | undefined
  column: number
  span: number
  merge: '' | 'restart' | 'continue'
}>

/** A `w:tbl` with fixed columns and single black lines. */
export function writeTable(grid: Grid, setting: TableSetting): string {
  const { fit, caption } = setting
  const columns = fit.columnWidths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')
  const rows = spotsByRow(grid).map((spots, row) => writeRow(spots, { ...setting, row }))
  return `<w:tbl>${tableProperties(fit, caption)}<w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`
}

function tableProperties({ columnWidths, above }: FormFit, caption: string): string {
  const width = columnWidths.reduce((sum, one) => sum + twips(one), 0)
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('')
  const space = (side: string, points: number) => `<w:${side} w:w="${twips(points)}" w:type="dxa"/>`
  const margins = [
    space('top', above),
    space('left', cellSpace.beside),
    space('bottom', above),
    space('right', cellSpace.beside),
  ].join('')
  return [
    `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/>`,
    `<w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar>`,
    caption === '' ? '' : `<w:tblCaption w:val="${escapePrinted(caption)}"/>`,
    '</w:tblPr>',
  ].join('')
}

function writeRow(spots: readonly Spot[], setting: TableSetting & { row: number }): string {
  const { fit, row } = setting
  const height = fit.rowHeights[row] ?? 0
  const whole = `<w:cantSplit/><w:trHeight w:val="${twips(height)}" w:hRule="atLeast"/>`
  const header = row < fit.repeatedRows ? '<w:tblHeader/>' : ''
  const properties = `${height > tallestWholeRow ? '' : whole}${header}`
  const cells = spots.map((spot) => writeCell(spot, setting)).join('')
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`
}

function writeCell({ cell, column, span, merge }: Spot, setting: TableSetting): string {
  const widths = setting.fit.columnWidths.slice(column, column + span)
  const width = widths.reduce((sum, one) => sum + twips(one), 0)
  const across = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  const down = merge === '' ? '' : `<w:vMerge w:val="${merge}"/>`
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${across}${down}<w:vAlign w:val="center"/></w:tcPr>`
  const align = cell?.align === 'left' ? '' : '<w:jc w:val="center"/>'
  const style = `<w:pPr><w:pStyle w:val="${cellStyleOf(setting.fit)}"/>${align}</w:pPr>`
  const content = cell === undefined || merge === 'continue' ? '' : writeContent(cell, setting)
  return `<w:tc>${properties}<w:p>${style}${content}</w:p></w:tc>`
}

/** A value stands in a content control; a label that is printed in the same cell stands before it. */
function writeContent({ text, field, type }: PrintedCell, { prefix, controls }: TableSetting): string {
  if (field === undefined) return text === '' ? '' : writeRun(text)
  const label =
    type === undefined || type === 'text' ? '' : (/^[^\n]*[：:](?=[^：:\n]*$)/.exec(text)?.[0] ?? '')
  const control = controls.write({ field: prefix + field, text: text.slice(label.length), lock: 'sdtLocked' })
  return (label === '' ? '' : writeRun(label)) + control
}

/** Every row with all its columns: cells, continuations of cells from above, and holes. */
function spotsByRow({ rows, widths, cells }: Grid): readonly Spot[][] {
  const taken = Array.from({ length: rows }, () => new Array<Spot | undefined>(widths.length).fill(undefined))
  for (const cell of cells) place(taken, cell)
  return taken.map((row) => {
    const spots: Spot[] = []
    for (let column = 0; column < row.length; ) {
      const spot = row[column] ?? { cell: undefined, column, span: 1, merge: '' as const }
      spots.push(spot)
      column += spot.span
    }
    return spots
  })
}

function place(taken: (Spot | undefined)[][], cell: PrintedCell): void {
  for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
    const merge = cell.rowSpan === 1 ? '' : row === cell.row ? 'restart' : 'continue'
    const spot: Spot = { cell, column: cell.column, span: cell.columnSpan, merge }
    taken[row]?.fill(spot, cell.column, cell.column + cell.columnSpan)
  }
}
