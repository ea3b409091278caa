import { headingsInTable, type TableCell } from '../../core/redact/table-headings.js'
import { attributeOf, type XmlAttributes } from '../xml/parse-xml.js'
import type { Spot } from './editable-part.js'

type OpenCell = {
  row: number
  column: number
  span: number
  texts: string[]
  spots: number[]
  continues: boolean
}
type OpenTable = { cells: OpenCell[]; row: number; column: number; cell: OpenCell | undefined }

/** Follows the tables of a part as it streams past, and tells each spot what stands left of it and above it. */
export class TableContext {
  readonly #tables: OpenTable[] = []
  readonly #headings = new Map<number, readonly string[]>()
  /** The last line that was not empty, in the body and in each open cell. */
  readonly #lines: (string | undefined)[] = [undefined]

  get depth(): number {
    return this.#tables.length
  }

  open(name: string, attributes: XmlAttributes): void {
    const table = this.#tables.at(-1)
    if (name === 'tbl') this.#tables.push({ cells: [], row: -1, column: 0, cell: undefined })
    else if (name === 'tr' && table !== undefined) {
      table.row += 1
      table.column = 0
    } else if (name === 'tc' && table !== undefined) this.#openCell(table, attributes)
    else if (name === 'gridSpan' && table?.cell !== undefined) table.cell.span = integerOf(attributes)
    else if (name === 'gridBefore' && table !== undefined) table.column += integerOf(attributes)
    else if (name === 'vMerge' && table?.cell !== undefined)
      table.cell.continues = attributeOf(attributes, 'val') !== 'restart'
    else if (name === 'txbxContent') this.#lines.push(undefined)
  }

  close(name: string): void {
    const table = this.#tables.at(-1)
    if (name === 'tbl') this.#closeTable()
    else if (name === 'tc' && table?.cell !== undefined) {
      table.column += table.cell.span
      table.cell = undefined
      this.#lines.pop()
    } else if (name === 'txbxContent') this.#lines.pop()
  }

  /** The line before this one in the same cell or in the body, which may be its label. */
  lineBefore(text: string): readonly string[] {
    const before = this.#lines.at(-1)
    if (text.trim() !== '') this.#lines[this.#lines.length - 1] = text
    return before === undefined ? [] : [before]
  }

  /** Remembers that a spot stands in the open cell. */
  note(index: number, spot: Spot | undefined): void {
    const cell = this.#tables.at(-1)?.cell
    if (cell === undefined || spot === undefined) return
    cell.spots.push(index)
    cell.texts.push(spot.passage.text)
    this.#indexOf.set(spot, index)
  }

  readonly #indexOf = new Map<Spot, number>()

  /** The spot with what its table says about it. */
  withHeadings(spot: Spot): Spot {
    const index = this.#indexOf.get(spot)
    const headings = index === undefined ? undefined : this.#headings.get(index)
    if (headings === undefined) return spot
    return { ...spot, passage: { ...spot.passage, headings: [...spot.passage.headings, ...headings] } }
  }

  #openCell(table: OpenTable, attributes: XmlAttributes): void {
    const span = Number(attributeOf(attributes, 'gridSpan') ?? '1') || 1
    table.cell = { row: table.row, column: table.column, span, texts: [], spots: [], continues: false }
    table.cells.push(table.cell)
    this.#lines.push(undefined)
  }

  #closeTable(): void {
    const table = this.#tables.pop()
    if (table === undefined) return
    const cells = toCells(table.cells)
    const headings = headingsInTable(cells)
    table.cells.forEach(({ spots }, index) => {
      for (const spot of spots) this.#headings.set(spot, headings[index] ?? [])
    })
  }
}

/** A cell that goes on from above repeats what it goes on from, so that a label beside two rows is beside both. */
function toCells(open: readonly OpenCell[]): readonly TableCell[] {
  const above = new Map<number, string>()
  return open.map(({ row, column, span, texts, continues }) => {
    const own = texts.join('\n').trim()
    const text = continues && own === '' ? (above.get(column) ?? '') : own
    above.set(column, text)
    return { row, column, columnSpan: span, text }
  })
}

function integerOf(attributes: XmlAttributes): number {
  const value = Number(attributeOf(attributes, 'val') ?? '1')
  return Number.isInteger(value) && value > 0 && value < 1000 ? value : 1
}
