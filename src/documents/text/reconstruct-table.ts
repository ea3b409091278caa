import type { Cell } from '../../core/document/document.js'
import type { TableContent } from '../document-builder.js'
import { type Shape, shapeRows } from './column-shape.js'
import type { RawRow } from './flattened-rows.js'
import {
  beginsForm,
  FamilyWatch,
  followsBlankIndicator,
  isBlankRow,
  isColumnHeading,
  isFigure,
  isHeadingRow,
} from './form-words.js'
import { findIndicatorHeading, type IndicatorHeading, widthOf } from './indicator-heading.js'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A form has at least its names and its head before another may begin. */
const fewestRowsOfAForm = 4

/** Gives the rows of flattened text their grid again; two forms in one run of rows become two tables. */
export function reconstructTables(rows: readonly RawRow[]): TableContent[] {
  return splitForms(joinLabels(rows)).map(reconstructTable)
}

/** An empty line inside a label tears it from its row: 绩效指标 alone, then the headings that stand beside it. */
function joinLabels(rows: readonly RawRow[]): RawRow[] {
  const width = widthOf(rows)
  const joined: RawRow[] = []
  let at = 0
  while (at < rows.length) {
    const [row = [], next, after] = [rows[at], rows[at + 1], rows[at + 2]]
    const isTorn = row.length === 1 && row[0]?.text !== '' && next?.length === width - 1
    const isLabel = isTorn && width > 2 && next[0]?.text !== '' && after?.[0]?.text === ''
    joined.push(isLabel ? [...row, ...next] : row)
    at += isLabel ? 2 : 1
  }
  return joined
}

function splitForms(rows: readonly RawRow[]): RawRow[][] {
  const forms: RawRow[][] = []
  for (const row of rows) {
    const form = forms.at(-1)
    if (form === undefined || (form.length >= fewestRowsOfAForm && beginsForm(row))) forms.push([row])
    else form.push(row)
  }
  return forms
}

function reconstructTable(rows: readonly RawRow[]): TableContent {
  const heading = findIndicatorHeading(rows)
  const merger = new LabelMerger(rows, heading)
  for (const [index, shape] of shapeRows(rows, heading).entries()) merger.addRow(index, shape)
  return { rows: rows.length, columns: widthOf(rows), cells: merger.cells }
}

/** Places the cells row by row and lets empty label cells continue the label above. */
class LabelMerger {
  readonly cells: Mutable<Cell>[] = []
  readonly #rows: readonly RawRow[]
  readonly #heading: IndicatorHeading | undefined
  readonly #breaks: ReadonlySet<number>
  #above = new Map<number, Mutable<Cell>>()

  constructor(rows: readonly RawRow[], heading: IndicatorHeading | undefined) {
    this.#rows = rows
    this.#heading = heading
    this.#breaks = heading ? findFamilyBreaks(rows, heading) : new Set()
  }

  addRow(index: number, shape: Shape): void {
    const placed = new Map<number, Mutable<Cell>>()
    let column = 0
    let continues = true
    for (const [at, raw] of (this.#rows[index] ?? []).entries()) {
      const span = shape[at] ?? 1
      const above = this.#above.get(column)
      continues &&= raw.text === '' && above?.columnSpan === span && this.#isLabel(above, index)
      if (continues && above) {
        above.rowSpan += 1
        placed.set(column, above)
      } else {
        const cell = {
          row: index,
          column,
          rowSpan: 1,
          columnSpan: span,
          text: raw.text,
          line: raw.line,
          ...(raw.lines.length > 1 ? { lines: raw.lines } : {}),
        }
        placed.set(column, cell)
        this.cells.push(cell)
      }
      column += span
    }
    this.#above = placed
  }

  #isLabel(above: Cell, index: number): boolean {
    if (isColumnHeading(above.text)) return false
    const heading = this.#heading
    const isIndicator = heading !== undefined && index > heading.row
    if (!isIndicator) return above.column === 0 && this.#goesOn(above, index)
    if (above.column >= heading.leaf || (heading.isLost && index === heading.row + 1)) return false
    return above.column !== heading.first || !this.#breaks.has(index)
  }

  /** Whether a row without a label belongs to the label above: under a head, or as one more thing it is made of. */
  #goesOn(above: Cell, index: number): boolean {
    if (above.text === '' || isFigure(above.text)) return false
    if (isHeadingRow(this.#rows[index - 1] ?? [])) return true
    const row = this.#rows[index] ?? []
    const second = row[1]?.text ?? ''
    if (second !== '') return !isFigure(second)
    return above.rowSpan > 1 && row.length === this.#rows[index - 1]?.length
  }
}

/**
 * The rows where a first-level indicator without a label begins: its second-level indicators are of another family.
 * Blank rows before them belong to it.
 */
function findFamilyBreaks(rows: readonly RawRow[], { row, first }: IndicatorHeading): Set<number> {
  const breaks = new Set<number>()
  const watch = new FamilyWatch()
  for (let index = row + 1; index < rows.length; index++) {
    const label = rows[index]?.[first]?.text ?? ''
    const second = rows[index]?.[first + 1]?.text ?? ''
    if (label !== '') watch.begin(second)
    else if (second !== '' && watch.breaksAt(second)) {
      let begin = index
      while (followsBlankIndicator(second) && isBlankRow(rows[begin - 1] ?? [])) begin -= 1
      breaks.add(begin)
    }
  }
  return breaks
}
