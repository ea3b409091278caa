import { type Decimal, toText } from '../../core/exact/decimal.js'
import { addressOf, escapeXml, spreadsheetNamespace, xmlDeclaration } from './write-xml.js'

export type CellContent =
  | Readonly<{ kind: 'blank' }>
  /** By number in the workbook's table of texts. */
  | Readonly<{ kind: 'text'; index: number }>
  /** With a formula it is the formula's result. */
  | Readonly<{ kind: 'number'; value: Decimal; formula: string | undefined }>

/** A cell of a sheet; rows and columns count from 0. */
export type SheetCell = Readonly<{
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  style: number
  content: CellContent
}>

export type CellNote = Readonly<{ row: number; column: number; text: string }>

/** One sheet as it is to be written. Lengths in points, margins in millimetres. */
export type Sheet = Readonly<{
  name: string
  orientation: 'portrait' | 'landscape'
  margins: Readonly<{ top: number; bottom: number; left: number; right: number }>
  /** True: everything on one page; false: one page wide, as many as needed long. */
  onePage: boolean
  columnWidths: readonly number[]
  rowHeights: readonly number[]
  cells: readonly SheetCell[]
  notes: readonly CellNote[]
  /** Rows printed again on every page; `to` is the row after the last. */
  header: Readonly<{ from: number; to: number }> | undefined
}>

/** Width of a digit of 宋体 11, in which column widths are counted, and what a column adds to it; in pixels. */
const digitWidth = 8
const columnPadding = 5
const pixelsPerPoint = 96 / 72
const millimetresPerInch = 25.4
const a4 = 9

/** `xl/worksheets/sheetN.xml`. */
export function renderSheet(sheet: Sheet): string {
  const { onePage, orientation, notes } = sheet
  const fitHeight = onePage ? 1 : 0
  return [
    `${xmlDeclaration}<worksheet xmlns="${spreadsheetNamespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    renderColumns(sheet),
    `<sheetData>${renderRows(sheet)}</sheetData>`,
    renderMerges(sheet),
    '<printOptions horizontalCentered="1"/>',
    renderMargins(sheet),
    `<pageSetup paperSize="${a4}" orientation="${orientation}" fitToWidth="1" fitToHeight="${fitHeight}"/>`,
    '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>',
    notes.length === 0 ? '' : '<legacyDrawing r:id="rId1"/>',
    '</worksheet>',
  ].join('')
}

function renderColumns({ columnWidths }: Sheet): string {
  const columns = columnWidths.map((points, index) => {
    const width = Math.max((points * pixelsPerPoint - columnPadding) / digitWidth, 1).toFixed(2)
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  return `<cols>${columns.join('')}</cols>`
}

function renderRows({ rowHeights, cells }: Sheet): string {
  const rows = rowHeights.map((): { column: number; xml: string }[] => [])
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const first = row === cell.row && column === cell.column
        const xml = renderCell(cell, { address: addressOf(row, column), first })
        rows[row]?.push({ column, xml })
      }
    }
  }
  return rows
    .map((row, index) => {
      const inOrder = row.sort((left, right) => left.column - right.column).map(({ xml }) => xml)
      const height = (rowHeights[index] ?? 0).toFixed(2)
      return `<row r="${index + 1}" ht="${height}" customHeight="1">${inOrder.join('')}</row>`
    })
    .join('')
}

/** Every cell of a merged area bears the style, so that borders are drawn all around. */
function renderCell(
  { style, content }: SheetCell,
  { address, first }: Readonly<{ address: string; first: boolean }>,
): string {
  const start = `<c r="${address}" s="${style}"`
  if (!first || content.kind === 'blank') return `${start}/>`
  if (content.kind === 'text') return `${start} t="s"><v>${content.index}</v></c>`
  const formula = content.formula === undefined ? '' : `<f>${escapeXml(content.formula)}</f>`
  return `${start}>${formula}<v>${toText(content.value)}</v></c>`
}

function renderMerges({ cells }: Sheet): string {
  const merged = cells.filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
  if (merged.length === 0) return ''
  const areas = merged.map(({ row, column, rowSpan, columnSpan }) => {
    const end = addressOf(row + rowSpan - 1, column + columnSpan - 1)
    return `<mergeCell ref="${addressOf(row, column)}:${end}"/>`
  })
  return `<mergeCells count="${areas.length}">${areas.join('')}</mergeCells>`
}

function renderMargins({ margins }: Sheet): string {
  const inches = (millimetres: number) => (millimetres / millimetresPerInch).toFixed(3)
  const { left, right, top, bottom } = margins
  return `<pageMargins left="${inches(left)}" right="${inches(right)}" top="${inches(top)}" bottom="${inches(bottom)}" header="0.3" footer="0.4"/>`
}
