import { type FormFit, fitForm, fitTable, formLinePitch, tallestWholeRow } from '../../core/paper/fit-form.js'
import { cellSpace, fontSizes, linePitch, margins, paperOf, pointsOf } from '../../core/paper/page-setup.js'
import type {
  PrintedCell,
  PrintedFiling,
  PrintedForm,
  PrintedParagraph,
  PrintedTable,
} from '../../core/paper/printed.js'
import { type PrintedSection, sectionsOf } from '../../core/paper/sections.js'
import { longestWord } from '../../core/paper/text-width.js'

type TextStyle = PrintedParagraph['style'] | 'note' | 'formTitle' | 'above' | 'below'

/** Size and exact distance of two lines, in points. */
type Letters = Readonly<{ size: number; pitch: number }>

/** Lines of a text, each cut where Chinese meets letters or digits. */
type Pieces = readonly (readonly string[])[]

/** Lengths in points; `after` is blank space below. */
type TextBlock = Readonly<{ kind: 'text'; style: TextStyle; text: Pieces; after: number } & Letters>

type CellData = Readonly<{
  text: Pieces
  align: 'center' | 'left'
  place: Readonly<{ x: number; y: number; colspan: number; rowspan: number; breakable: boolean }>
  /** Least height of what is in the cell; one cell of each row says it. */
  least?: number
  /** Smaller letters for a number that would stand out of its cell. */
  size?: number
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
  /** 页码, `below` the text area. */
  number: Letters & Readonly<{ below: number }>
  blocks: readonly (TextBlock | GridBlock)[]
}>

/** What the template reads. */
export type PdfData = Readonly<{
  title: string
  author: readonly string[]
  date: Readonly<{ year: number; month: number; day: number }>
  sections: readonly SectionData[]
}>

/** Word and LibreOffice add the line between two rows to their height, in points. */
const lineWidth = 0.5
/** Of a filing whose year nobody knows; a PDF/A must bear a date, and a clock would change the bytes. */
const yearUnknown = 2000
/** Distance of the page number from the lower edge, in millimetres: about 7 mm below the text of a report. */
const numberEdge = { report: 23, form: 12 } as const

/** A printed filing as the template reads it; the document's date is the last day of the budget year. */
export function dataOf(printed: PrintedFiling): PdfData {
  return {
    title: clean(printed.title),
    author: printed.unit === undefined ? [] : [clean(printed.unit)],
    date: { year: printed.budgetYear ?? yearUnknown, month: 12, day: 31 },
    sections: sectionsOf(printed).map(sectionData),
  }
}

function sectionData(section: PrintedSection): SectionData {
  const paper = paperOf(section.orientation)
  const { top, bottom, left, right } = margins[section.kind]
  const number = { size: fontSizes.pageNumber, pitch: fontSizes.pageNumber + 2 }
  return {
    width: pointsOf(paper.width),
    height: pointsOf(paper.height),
    top: pointsOf(top),
    bottom: pointsOf(bottom),
    left: pointsOf(left),
    right: pointsOf(right),
    number: { ...number, below: pointsOf(bottom - numberEdge[section.kind]) - number.pitch },
    blocks: section.blocks.flatMap((_, at) => blockData(section, at)),
  }
}

function blockData(section: PrintedSection, at: number): (TextBlock | GridBlock)[] {
  const block = section.blocks[at]
  if (block === undefined) return []
  if (block.kind === 'form') return formData(block, section)
  if (block.kind === 'table') return [gridData(block, fitTable(block, section))]
  const text = block.runs.map((run) => run.text).join('')
  if (section.kind === 'form' && block.style !== 'attachment') return [textBlock('note', text)]
  const next = section.blocks[at + 1]
  const endsTitle = block.style === 'title' && !(next?.kind === 'paragraph' && next.style === 'title')
  return [textBlock(block.style, text, endsTitle ? linePitch.body : 0)]
}

function formData(form: PrintedForm, section: PrintedSection): (TextBlock | GridBlock)[] {
  const blocks: (TextBlock | GridBlock)[] = []
  if (form.title !== '') blocks.push(textBlock('formTitle', form.title))
  if (form.subtitle !== undefined) blocks.push(textBlock('above', form.subtitle))
  blocks.push(gridData(form, fitForm(form, section)))
  if (form.signature !== undefined) blocks.push(textBlock('below', form.signature))
  return blocks
}

function textBlock(style: TextStyle, text: string, after = 0): TextBlock {
  return { kind: 'text', style, text: piecesOf(text), after, ...lettersOf(style) }
}

function lettersOf(style: TextStyle): Letters {
  if (style === 'title') return { size: fontSizes.title, pitch: linePitch.title }
  if (style === 'formTitle') return { size: fontSizes.formTitle, pitch: linePitch.formTitle }
  if (style === 'note' || style === 'above' || style === 'below') {
    return { size: fontSizes.formLine, pitch: formLinePitch }
  }
  return { size: fontSizes.body, pitch: linePitch.body }
}

function gridData(grid: PrintedForm | PrintedTable, fit: FormFit): GridBlock {
  const said = new Set<number>()
  const cells = grid.cells
    .flatMap((cell) => cutAt(cell, fit.repeatedRows))
    .map((cell) => cellData(cell, { fit, said }))
  return {
    kind: 'grid',
    size: fit.fontSize,
    pitch: fit.linePitch,
    beside: cellSpace.beside,
    above: fit.above,
    widths: fit.columnWidths,
    header: cells.filter(({ place }) => place.y < fit.repeatedRows),
    cells: cells.filter(({ place }) => place.y >= fit.repeatedRows),
  }
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
  const height = fit.rowHeights[row] ?? 0
  const isSplit = height > tallestWholeRow
  const place = {
    x: column,
    y: row,
    colspan: columnSpan,
    rowspan: rowSpan,
    breakable: rowSpan > 1 || isSplit,
  }
  const data = { text: piecesOf(text), align, place, open, ...sizeFor(cell, fit) }
  if (rowSpan > 1 || said.has(row) || isSplit) return data
  said.add(row)
  return { ...data, least: height - 2 * fit.above + lineWidth }
}

function sizeFor({ column, columnSpan, text }: PrintedCell, fit: FormFit): Pick<CellData, 'size'> {
  const widths = fit.columnWidths.slice(column, column + columnSpan)
  const inside = widths.reduce((sum, one) => sum + one, 0) - 2 * cellSpace.beside
  const size = inside / Math.max(longestWord(text), 1)
  return size < fit.fontSize ? { size: Math.max(size, 1) } : {}
}

/** Word and LibreOffice leave a little room there, which moves the ends of lines. */
const meetings =
  /(?<=[\p{Script=Han}①-⓿])(?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d])(?=[\p{Script=Han}①-⓿])/u

function piecesOf(text: string): Pieces {
  return clean(text)
    .split('\n')
    .map((line) => line.split(meetings))
}

/** What no font draws: tabs are spaces, line ends of all kinds one, other signs that are not seen nothing. */
function clean(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(
      /[\u0000-\u0009\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g,
      '',
    )
    .replace(/\p{Surrogate}/gu, '\ufffd')
}
