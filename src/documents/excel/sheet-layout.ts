import type { Cell } from '../../core/document/document.js'
import { refuseTooManyCells, type TableContent } from '../document-builder.js'

/** A merged area of a sheet. */
export type Area = Readonly<{ row: number; column: number; rowSpan: number; columnSpan: number }>

/** A paragraph made of one cell, or a table whose first row is the sheet's row `top`; all counted from 0. */
export type LaidOut =
  | Readonly<{ text: string; row: number; column: number }>
  | Readonly<{ table: TableContent; top: number }>

type Range = Readonly<{ from: number; to: number }>

const noteBelow = /^(注|备注|说明|填表|填报|单位负责人|制表)/

/**
 * Turns a sheet into paragraphs and tables: titles above a table and notes below it are rows with one text over the
 * whole width; an empty row before a title separates two tables. Rows of a table count from its own first row.
 */
export function layOutSheet(texts: readonly string[][], areas: readonly Area[]): LaidOut[] {
  const grid = new SheetGrid(texts, areas)
  return grid.ranges().flatMap((range) => layOutRange(grid, range))
}

function layOutRange(grid: SheetGrid, { from, to }: Range): LaidOut[] {
  let [top, bottom] = [from, to]
  while (top < bottom && (grid.isTitle(top) || grid.isBlank(top))) top += 1
  while (bottom > top && (grid.isNote(bottom - 1) || grid.isBlank(bottom - 1))) bottom -= 1
  const above = grid.lines({ from, to: top })
  const below = grid.lines({ from: bottom, to })
  if (top === bottom) return above
  return [...above, { table: grid.table({ from: top, to: bottom }), top }, ...below]
}

class SheetGrid {
  readonly #texts: readonly string[][]
  readonly #rows: number
  readonly #columns: number
  readonly #covered = new Map<number, Area>()

  constructor(texts: readonly string[][], areas: readonly Area[]) {
    this.#texts = texts
    const used = areas.filter(({ row, column }) => (texts[row]?.[column] ?? '') !== '')
    const rowEnds = used.map(({ row, rowSpan }) => row + rowSpan)
    const columnEnds = used.map(({ column, columnSpan }) => column + columnSpan)
    this.#rows = largest([lastUsed(texts), ...rowEnds])
    this.#columns = largest([...texts.map(lastText), ...columnEnds])
    refuseTooManyCells(this.#rows * this.#columns)
    for (const area of areas) this.#cover(area)
  }

  /** The parts of the sheet between empty rows that stand before a title. */
  ranges(): Range[] {
    const starts = [0]
    for (let row = 1; row < this.#rows; row++) {
      if (this.isBlank(row - 1) && this.isTitle(row)) starts.push(row)
    }
    return starts.map((from, index) => ({ from, to: starts[index + 1] ?? this.#rows }))
  }

  isBlank(row: number): boolean {
    const hasTall = this.#areasOf(row).some(({ rowSpan }) => rowSpan > 1)
    return !hasTall && (this.#texts[row] ?? []).every((text) => text === '')
  }

  /** One text at the left, over the whole width or beside nothing. */
  isTitle(row: number): boolean {
    const [first = '', ...others] = this.#texts[row] ?? []
    if (first === '' || others.some((text) => text !== '')) return false
    const areas = this.#areasOf(row)
    return areas.length === 0 || this.#isWholeWidth(areas)
  }

  /** Below a table a lone label may be a row that nobody filled in, so it must look like a note. */
  isNote(row: number): boolean {
    const isWhole = this.#isWholeWidth(this.#areasOf(row)) || noteBelow.test(this.#texts[row]?.[0] ?? '')
    return this.isTitle(row) && isWhole
  }

  lines({ from, to }: Range): LaidOut[] {
    return this.#texts
      .slice(from, to)
      .flatMap((row, index) => row.map((text, column) => ({ text, row: from + index, column })))
      .filter(({ text }) => text !== '')
  }

  table({ from, to }: Range): TableContent {
    const cells: Cell[] = []
    for (let row = from; row < to; row++) {
      for (let column = 0; column < this.#columns; column++) {
        const area = this.#covered.get(row * this.#columns + column)
        if (area && (area.row !== row || area.column !== column)) continue
        const { rowSpan = 1, columnSpan = 1 } = area ?? {}
        cells.push({ row: row - from, column, rowSpan, columnSpan, text: this.#texts[row]?.[column] ?? '' })
      }
    }
    return { rows: to - from, columns: this.#columns, cells }
  }

  #areasOf(row: number): Area[] {
    const areas = new Set<Area>()
    for (let column = 0; column < this.#columns; column++) {
      const area = this.#covered.get(row * this.#columns + column)
      if (area) areas.add(area)
    }
    return [...areas]
  }

  #isWholeWidth([area, ...others]: readonly Area[]): boolean {
    return others.length === 0 && area?.rowSpan === 1 && area.columnSpan >= this.#columns
  }

  /** Areas are cut at the edge of what holds text. */
  #cover(area: Area): void {
    const rowSpan = Math.min(area.rowSpan, this.#rows - area.row)
    const columnSpan = Math.min(area.columnSpan, this.#columns - area.column)
    const cut = { ...area, rowSpan, columnSpan }
    for (let row = area.row; row < area.row + rowSpan; row++) {
      for (let column = area.column; column < area.column + columnSpan; column++) {
        this.#covered.set(row * this.#columns + column, cut)
      }
    }
  }
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}

function lastText(row: readonly string[]): number {
  return row.findLastIndex((text) => text !== '') + 1
}

function lastUsed(texts: readonly string[][]): number {
  return texts.findLastIndex((row) => row.some((text) => text !== '')) + 1
}
