import { type FormFit, fitForm, fitTable } from '../../core/paper/fit-form.js'
import { margins, paperOf, pointsOf } from '../../core/paper/page-setup.js'
import type { PrintedForm, PrintedTable } from '../../core/paper/printed.js'
import type { PrintedSection } from '../../core/paper/sections.js'
import { countLines } from '../../core/paper/text-width.js'
import { fillText } from './cell-content.js'
import { layOutGrid, type Supplies } from './lay-out-grid.js'
import { formLooks, type LineLook, lookOf } from './line-look.js'
import { SheetColumns } from './sheet-columns.js'
import type { CellNote, Sheet, SheetCell } from './write-sheet.js'

/** The tallest row that Excel has is 409.5 points. */
const tallestRow = 405
/** Rows are a little taller than on paper, as spreadsheets set lines wider apart. */
const looseness = 1.1
const smallestFont = 5

type Grid = PrintedForm | PrintedTable

/** Lays one section of a printed filing out on one sheet. */
export function layOutSheet(section: PrintedSection, supplies: Supplies): Omit<Sheet, 'name'> {
  return new SheetBuilder(section, supplies).finish()
}

class SheetBuilder {
  readonly #section: PrintedSection
  readonly #supplies: Supplies
  readonly #width: number
  readonly #fits: ReadonlyMap<Grid, FormFit>
  readonly #columns: SheetColumns
  readonly #cells: SheetCell[] = []
  readonly #notes: CellNote[] = []
  readonly #heights: number[] = []
  #header: Sheet['header']

  constructor(section: PrintedSection, supplies: Supplies) {
    this.#section = section
    this.#supplies = supplies
    const { left, right } = margins[section.kind]
    this.#width = pointsOf(paperOf(section.orientation).width - left - right)
    this.#fits = fitsOf(section)
    this.#columns = new SheetColumns([...this.#fits.values()], this.#width)
  }

  finish(): Omit<Sheet, 'name'> {
    const { blocks, kind, orientation } = this.#section
    const lastGrid = blocks.findLastIndex((block) => block.kind !== 'paragraph')
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'paragraph')
        this.#addLine(block.runs.map(({ text }) => text).join(''), lookOf(kind, block.style))
      else this.#addGrid(block, index === lastGrid)
    }
    return {
      orientation,
      margins: margins[kind],
      onePage: kind === 'form' && [...this.#fits.values()].every(({ fits }) => fits),
      columnWidths: this.#columns.widths,
      rowHeights: this.#heights,
      cells: this.#cells,
      notes: this.#notes,
      header: this.#header,
    }
  }

  /** One text over the whole width, in a row of its own. */
  #addLine(text: string, { font, size: wanted, pitch, align, indent }: LineLook): void {
    const shown = indent ? `　　${text}` : text
    const heightAt = (size: number) =>
      (countLines(shown, { width: this.#width - size, fontSize: size }) * pitch * size) / wanted
    let size = wanted
    while (heightAt(size) > tallestRow && size > smallestFont) size -= 0.5
    const { content, format, quoted } = fillText(shown, this.#supplies.texts)
    this.#cells.push({
      row: this.#heights.length,
      column: 0,
      rowSpan: 1,
      columnSpan: this.#columns.count,
      style: this.#supplies.styles.indexOf({ font, size, align, border: false, format, quoted }),
      content,
    })
    this.#heights.push(Math.min(tallestRow, heightAt(size)))
  }

  #addLines(text: string | undefined, look: LineLook): void {
    for (const line of (text ?? '').split('\n')) if (line !== '') this.#addLine(line, look)
  }

  #addGrid(block: Grid, isLast: boolean): void {
    const fit = this.#fits.get(block)
    if (fit === undefined) return
    if (block.kind === 'form') this.#addLines(block.title, formLooks.title)
    if (block.kind === 'form') this.#addLines(block.subtitle, formLooks.subtitle)
    const top = this.#heights.length
    const heights = fit.rowHeights.map((height) => Math.min(tallestRow, height * looseness))
    const { cells, notes } = layOutGrid(block, { fit, columns: this.#columns, top, heights }, this.#supplies)
    this.#cells.push(...cells)
    this.#notes.push(...notes)
    this.#heights.push(...heights)
    // An empty row before a line of text ends a table.
    if (!isLast) this.#heights.push(fit.linePitch)
    if (block.kind !== 'form') return
    if (block.header !== undefined && this.#section.kind === 'form') {
      const { from, to } = block.header
      this.#header = { from: top + from, to: top + to }
    }
    this.#addLines(block.signature, formLooks.signature)
  }
}

function fitsOf(section: PrintedSection): ReadonlyMap<Grid, FormFit> {
  const fits = new Map<Grid, FormFit>()
  for (const block of section.blocks) {
    if (block.kind === 'form') fits.set(block, fitForm(block, section))
    else if (block.kind === 'table') fits.set(block, fitTable(block, section))
  }
  return fits
}
