import type { Cell } from '../../core/document/document.js'
import { cleanText } from '../clean-text.js'
import { refuseTooManyCells, type TableContent } from '../document-builder.js'
import type { Span } from './origins.js'

/** A paragraph as read, with the `w:p` it was read from; several when tracked deletions joined them. */
export type ReadParagraph = Readonly<{ text: string; from: readonly Span[] }>

/** Paragraphs and tables of the body, of a cell or of a text box, in order. */
export type Flow = { items: (ReadParagraph | TableContent)[]; carried: string; carriedFrom: readonly Span[] }

/** Where the cells of a document stand, kept only for those who ask. */
export type CellOrigins = Map<Cell, readonly Span[]>

/** For those who do not ask where things stand. */
export const nowhere: readonly Span[] = []

export function emptyFlow(): Flow {
  return { items: [], carried: '', carriedFrom: nowhere }
}

export type OpenCell = {
  column: number
  span: number
  merge?: 'restart' | 'continue'
  mergedLeft: boolean
  deleted: boolean
  flow: Flow
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Word allows 63 columns; more is damage, and must not allocate. */
const widestSpan = 1_000

/** Builds one `w:tbl` row by row; tables inside its cells follow it. */
export class TableReader {
  readonly nested: TableContent[] = []
  readonly #cells: Mutable<Cell>[] = []
  readonly #above = new Map<number, Mutable<Cell>>()
  readonly #origins: CellOrigins | undefined
  #rows = 0
  #columns = 0
  #row: OpenCell[] = []
  #column = 0
  #rowDeleted = false
  cell: OpenCell | undefined

  constructor(origins: CellOrigins | undefined) {
    this.#origins = origins
  }

  openRow(): void {
    this.#row = []
    this.#column = 0
    this.#rowDeleted = false
  }

  /** Columns left out before the row's first cell. */
  skipColumns(count: number): void {
    this.#column = Math.min(count, widestSpan)
  }

  deleteRow(): void {
    this.#rowDeleted = true
  }

  openCell(): Flow {
    const flow = emptyFlow()
    this.cell = { column: 0, span: 1, mergedLeft: false, deleted: false, flow }
    return flow
  }

  closeCell(): void {
    const { cell } = this
    this.cell = undefined
    if (cell === undefined || cell.deleted) return
    cell.span = Math.min(Math.max(cell.span, 1), widestSpan)
    cell.column = this.#column
    this.#column += cell.span
    const left = this.#row.at(-1)
    if (cell.mergedLeft && left) left.span += cell.span
    else this.#row.push(cell)
  }

  closeRow(): void {
    if (this.#rowDeleted || this.#row.length === 0) return
    for (const cell of this.#row) this.#place(cell)
    this.#columns = Math.max(this.#columns, this.#column)
    this.#rows += 1
    refuseTooManyCells(this.#cells.length)
  }

  finish(): TableContent[] {
    return [{ rows: this.#rows, columns: this.#columns, cells: this.#cells }, ...this.nested]
  }

  #place({ column, span, merge, flow }: OpenCell): void {
    const above = this.#above.get(column)
    if (merge === 'continue' && above && above.row + above.rowSpan === this.#rows) {
      above.rowSpan += 1
      return
    }
    const lines = flow.items.filter((item) => 'text' in item)
    const cell = { row: this.#rows, column, rowSpan: 1, columnSpan: span, text: textOf(lines) }
    this.#cells.push(cell)
    this.#origins?.set(
      cell,
      lines.flatMap(({ from }) => from),
    )
    for (const item of flow.items) if (!('text' in item)) this.nested.push(item)
    if (merge === undefined) this.#above.delete(column)
    else this.#above.set(column, cell)
  }
}

function textOf(lines: readonly ReadParagraph[]): string {
  const [first] = lines
  return lines.length === 1 && first ? first.text : cleanText(lines.map(({ text }) => text).join('\n'))
}
