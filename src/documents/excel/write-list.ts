import { type Decimal, parseDecimal } from '../../core/exact/decimal.js'
import { remembered } from '../../core/remember.js'
import { fillText } from './cell-content.js'
import type { SheetCell } from './write-sheet.js'
import { type CellStyle, Numbered, StyleTable } from './write-styles.js'
import { packWorkbook } from './write-workbook.js'

/** One column of a list; `width` in points. Numbers are written as numbers where their text is one. */
export type ListColumn = Readonly<{ title: string; width: number; kind?: 'text' | 'number' }>

/** A list as it is exported: one sheet, a row of headings, a row for each entry. */
export type WrittenList = Readonly<{
  title: string
  columns: readonly ListColumn[]
  rows: readonly (readonly string[])[]
}>

const rowHeight = 18
const margin = 15
const plain: CellStyle = {
  font: '宋体',
  size: 11,
  align: 'left',
  border: true,
  format: undefined,
  quoted: false,
}
const heading: CellStyle = { ...plain, font: '黑体', align: 'center' }
const looks: Readonly<Record<string, CellStyle>> = {
  text: plain,
  number: { ...plain, align: 'right' },
  heading,
  'text quoted': { ...plain, quoted: true },
  'heading quoted': { ...heading, quoted: true },
}
const longestText = 32_767

/** A list as an .xlsx. Longer texts than Excel takes are cut with …; text is never a formula. */
export function writeList({ title, columns, rows }: WrittenList): Uint8Array {
  const texts = new Numbered()
  const table = new StyleTable()
  const styleOf = remembered((look) => table.indexOf(looks[look] ?? plain))
  const titled = columns.map((column) => ({ ...column, kind: 'text' as const }))
  const titles = columns.map((column) => column.title)
  const cells = [titles, ...rows].flatMap((row, index) =>
    (index === 0 ? titled : columns).map((column, at) =>
      cellOf({ row: index, column: at, text: row[at] ?? '', kind: column.kind }, { texts, styleOf }),
    ),
  )
  const sheet = {
    name: title.slice(0, 31),
    orientation: 'landscape' as const,
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    onePage: false,
    columnWidths: columns.map(({ width }) => width),
    rowHeights: [titles, ...rows].map(() => rowHeight),
    cells,
    notes: [],
    header: { from: 0, to: 1 },
  }
  return packWorkbook({ title, sheets: [sheet], texts, styles: table })
}

type ListCell = Readonly<{ row: number; column: number; text: string; kind: 'text' | 'number' | undefined }>

function cellOf(
  { row, column, text, kind }: ListCell,
  { texts, styleOf }: Readonly<{ texts: Numbered; styleOf: (look: string) => number }>,
): SheetCell {
  const at = { row, column, rowSpan: 1, columnSpan: 1 }
  const value: Decimal | undefined = kind === 'number' ? parseDecimal(text) : undefined
  if (value !== undefined)
    return { ...at, style: styleOf('number'), content: { kind: 'number', value, formula: undefined } }
  const short = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text
  const { content, quoted } = fillText(short, texts)
  return { ...at, style: styleOf(`${row === 0 ? 'heading' : 'text'}${quoted ? ' quoted' : ''}`), content }
}
