import { type FormFit, fitForm, fitTable, formLinePitch } from '../../core/paper/fit-form.js'
import { cellSpace, fontSizes, linePitch, margins, paperOf, pointsOf } from '../../core/paper/page-setup.js'
import type {
  PrintedCell,
  PrintedFiling,
  PrintedForm,
  PrintedParagraph,
  PrintedTable,
} from '../../core/paper/printed.js'
import { type PrintedSection, sectionsOf } from '../../core/paper/sections.js'

type TextStyle = PrintedParagraph['style'] | 'note' | 'formTitle' | 'above' | 'below'

/** Lengths in points. */
type TextBlock = Readonly<{ kind: 'text'; style: TextStyle; text: string; size: number; pitch: number }>

type CellData = Readonly<{
  text: string
  align: 'center' | 'left'
  place: Readonly<{ x: number; y: number; colspan: number; rowspan: number; breakable: boolean }>
  /** Least height of what is in the cell; one cell of each row says it. */
  least?: number
  /** Sides without a line, where a cell was cut between a header and the rows below it. */
  open: readonly ('top' | 'bottom')[]
}>

type GridBlock = Readonly<{
  kind: 'grid'
  size: number
  pitch: number
  beside: number
  above: number
  widths: readonly number[]
  repeat: boolean
  before: readonly CellData[]
  header: readonly CellData[]
  cells: readonly CellData[]
}>

type SectionData = Readonly<{
  width: number
  height: number
  top: number
  bottom: number
  left: number
  right: number
  /** From the end of the text area down to the page number. */
  number: number
  blocks: readonly (TextBlock | GridBlock)[]
}>

/** What the template reads. */
export type PdfData = Readonly<{
  title: string
  author: readonly string[]
  date: Readonly<{ year: number; month: number; day: number }>
  numberSize: number
  sections: readonly SectionData[]
}>

/** Of a filing whose year nobody knows; a PDF/A must bear a date, and a clock would change the bytes. */
const yearUnknown = 2000
/** GB/T 9704: the page number stands 7 mm below the text. */
const numberBelow = 7

/** A printed filing as the template reads it; the document's date is the last day of the budget year. */
export function dataOf(printed: PrintedFiling): PdfData {
  return {
    title: clean(printed.title),
    author: printed.unit === undefined ? [] : [clean(printed.unit)],
    date: { year: printed.budgetYear ?? yearUnknown, month: 12, day: 31 },
    numberSize: fontSizes.pageNumber,
    sections: sectionsOf(printed).map(sectionData),
  }
}

function sectionData(section: PrintedSection): SectionData {
  const paper = paperOf(section.orientation)
  const { top, bottom, left, right } = margins[section.kind]
  return {
    width: pointsOf(paper.width),
    height: pointsOf(paper.height),
    top: pointsOf(top),
    bottom: pointsOf(bottom),
    left: pointsOf(left),
    right: pointsOf(right),
    number: pointsOf(numberBelow),
    blocks: section.blocks.flatMap((block) => blockData(block, section)),
  }
}

function blockData(
  block: PrintedSection['blocks'][number],
  section: PrintedSection,
): (TextBlock | GridBlock)[] {
  if (block.kind === 'paragraph') return [paragraphData(block, section)]
  if (block.kind === 'table') return [gridData(block, fitTable(block, section))]
  return formData(block, section)
}

function paragraphData({ style, runs }: PrintedParagraph, section: PrintedSection): TextBlock {
  const text = runs.map((run) => run.text).join('')
  if (section.kind === 'form' && style !== 'attachment') return textBlock('note', text)
  return textBlock(style, text)
}

function formData(form: PrintedForm, section: PrintedSection): (TextBlock | GridBlock)[] {
  const blocks: (TextBlock | GridBlock)[] = []
  if (form.title !== '') blocks.push(textBlock('formTitle', form.title))
  if (form.subtitle !== undefined) blocks.push(textBlock('above', form.subtitle))
  blocks.push(gridData(form, fitForm(form, section)))
  if (form.signature !== undefined) blocks.push(textBlock('below', form.signature))
  return blocks
}

function textBlock(style: TextStyle, text: string): TextBlock {
  return { kind: 'text', style, text: clean(text), ...lettersOf(style) }
}

function lettersOf(style: TextStyle): Readonly<{ size: number; pitch: number }> {
  if (style === 'title') return { size: fontSizes.title, pitch: linePitch.title }
  if (style === 'formTitle') return { size: fontSizes.formTitle, pitch: linePitch.formTitle }
  if (style === 'note' || style === 'above' || style === 'below') {
    return { size: fontSizes.formLine, pitch: formLinePitch }
  }
  return { size: fontSizes.body, pitch: linePitch.body }
}

function gridData(grid: PrintedForm | PrintedTable, fit: FormFit): GridBlock {
  const { from, to } = headerOf(grid, fit)
  const said = new Set<number>()
  const cells = grid.cells.flatMap((cell) => cutAt(cell, to)).map((cell) => cellData(cell, { fit, said }))
  return {
    kind: 'grid',
    size: fit.fontSize,
    pitch: fit.linePitch,
    beside: cellSpace.beside,
    above: fit.above,
    widths: fit.columnWidths,
    repeat: !fit.fits,
    before: cells.filter(({ place }) => place.y < from),
    header: cells.filter(({ place }) => place.y >= from && place.y < to),
    cells: cells.filter(({ place }) => place.y >= Math.max(from, to)),
  }
}

/** Rows to repeat; none where the form goes on one page, or a cell comes down into them from above. */
function headerOf(grid: PrintedForm | PrintedTable, fit: FormFit): Readonly<{ from: number; to: number }> {
  const header = grid.kind === 'form' ? grid.header : undefined
  const none = { from: 0, to: 0 }
  if (header === undefined || fit.fits) return none
  const fromAbove = grid.cells.some(({ row, rowSpan }) => row < header.from && row + rowSpan > header.from)
  return fromAbove ? none : header
}

type CutCell = PrintedCell & Readonly<{ open: CellData['open'] }>

/** A cell that begins in the header and goes on below it becomes two without a line between; the text goes below. */
function cutAt(cell: PrintedCell, to: number): CutCell[] {
  const end = cell.row + cell.rowSpan
  if (cell.row >= to || end <= to) return [{ ...cell, open: [] }]
  return [
    { ...cell, rowSpan: to - cell.row, text: '', open: ['bottom'] },
    { ...cell, row: to, rowSpan: end - to, open: ['top'] },
  ]
}

function cellData(cell: CutCell, { fit, said }: { fit: FormFit; said: Set<number> }): CellData {
  const { row, column, rowSpan, columnSpan, text, align, open } = cell
  const place = { x: column, y: row, colspan: columnSpan, rowspan: rowSpan, breakable: rowSpan > 1 }
  const data = { text: clean(text), align, place, open }
  const height = fit.rowHeights[row]
  if (rowSpan > 1 || said.has(row) || height === undefined) return data
  said.add(row)
  return { ...data, least: height - 2 * fit.above }
}

/** Signs that no font draws: a tab is a space, other control characters are nothing. */
function clean(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g, '')
}
