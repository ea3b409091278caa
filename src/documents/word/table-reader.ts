import type { Cell } from '../../core/document/document.js'
import { cleanText } from '../clean-text.js'
import { refuseTooManyCells, type TableContent } from '../document-builder.js'

/** Paragraphs and tables of the body, of a cell or of a text box, in order. */
export type Flow = { items: (string | TableContent)[]; carried: string }

export function emptyFlow(): Flow {
  return { items: [], carried: '' }
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
  #rows = 0
  #columns = 0
  #row: OpenCell[] = []
  #column = 0
  #rowDeleted = false
  cell: OpenCell | undefined

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
    const lines = flow.items.filter((item) => typeof item === 'string')
    const text = lines.length === 1 ? (lines[0] ?? '') : cleanText(lines.join('\n'))
    const cell = { row: this.#rows, column, rowSpan: 1, columnSpan: span, text }
    this.#cells.push(cell)
    for (const item of flow.items) if (typeof item !== 'string') this.nested.push(item)
    if (merge === undefined) this.#above.delete(column)
    else this.#above.set(column, cell)
  }
}
