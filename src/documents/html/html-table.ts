import type { Cell } from '../../core/document/document.js'
import { refuseTooManyCells, type TableContent } from '../document-builder.js'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** The HTML standard allows 1,000 columns and 65,534 rows to a span. */
const widestSpan = 1_000
const tallestSpan = 65_534

/** Builds one HTML table: cells go to the first free column, spans reach to the right and down. */
export class HtmlTable {
  readonly #cells: Mutable<Cell>[] = []
  /** For each column, the first row that is free of spans from above. */
  readonly #freeFrom: number[] = []
  #rows = 0
  #column = 0

  openRow(): void {
    this.#rows += 1
    this.#column = 0
  }

  addCell(text: string, rowSpan: number, columnSpan: number): void {
    if (this.#rows === 0) this.openRow()
    const row = this.#rows - 1
    while ((this.#freeFrom[this.#column] ?? 0) > row) this.#column += 1
    const width = Math.min(Math.max(columnSpan, 1), widestSpan)
    const height = Math.min(rowSpan === 0 ? tallestSpan : Math.max(rowSpan, 1), tallestSpan)
    this.#cells.push({ row, column: this.#column, rowSpan: height, columnSpan: width, text })
    refuseTooManyCells(this.#cells.length)
    for (let at = this.#column; at < this.#column + width; at++) {
      this.#freeFrom[at] = Math.max(this.#freeFrom[at] ?? 0, row + height)
    }
    this.#column += width
  }

  /** A span that reaches below the last row ends there. */
  finish(): TableContent {
    for (const cell of this.#cells) cell.rowSpan = Math.min(cell.rowSpan, this.#rows - cell.row)
    return { rows: this.#rows, columns: this.#freeFrom.length, cells: this.#cells }
  }
}
