import { attributeOf, parseXml, type XmlAttributes, type XmlHandler } from '../xml/parse-xml.js'

type Stretch = Readonly<{ start: number; end: number }>

/** A cell as it stands in a sheet's part; `stretch` is the whole element. */
export type SheetCell = Readonly<{
  row: number
  column: number
  reference: string
  style: string | undefined
  type: string
  /** What stands in `v` or, for an inline string, in its `t`s. */
  value: string
  /** `isShared`: other cells, or an area, depend on it; `written` is its element as it stands. */
  formula: Readonly<{ text: string; written: string; isShared: boolean; stretch: Stretch }> | undefined
  stretch: Stretch
}>

/** An area of merged cells; 0-based, both ends inside. */
export type MergedArea = Readonly<{ row: number; column: number; lastRow: number; lastColumn: number }>

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** All cells of a sheet that hold something, hidden rows and columns too. */
export function readSheetCells(
  bytes: Uint8Array,
  part: string,
): Readonly<{ cells: readonly SheetCell[]; merged: readonly MergedArea[] }> {
  const reader = new SheetReader(bytes)
  parseXml(bytes, part, reader)
  return { cells: reader.cells, merged: reader.merged }
}

class SheetReader implements XmlHandler {
  readonly cursor = { start: 0, end: 0 }
  readonly cells: SheetCell[] = []
  readonly merged: MergedArea[] = []
  readonly #bytes: Uint8Array
  #row = -1
  #column = -1
  #cell: Mutable<SheetCell> | undefined
  #element = ''
  #formulaFrom = 0
  #isShared = false

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  readonly open = (name: string, attributes: XmlAttributes): boolean => {
    this.#element = name
    if (name === 'row') this.#openRow(attributes)
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'f') {
      this.#formulaFrom = this.cursor.start
      this.#isShared = attributeOf(attributes, 't') !== undefined
      if (this.#cell !== undefined) this.#cell.formula = this.#formula('')
    } else if (name === 'mergeCell') this.#addArea(attributeOf(attributes, 'ref') ?? '')
    return name === 'rPh'
  }

  readonly close = (name: string): void => {
    const cell = this.#cell
    if (name === 'f' && cell?.formula !== undefined) cell.formula = this.#formula(cell.formula.text)
    if (name === 'c' && cell !== undefined) {
      cell.stretch = { start: cell.stretch.start, end: this.cursor.end }
      if (cell.value !== '' || cell.formula !== undefined) this.cells.push(cell)
      this.#cell = undefined
    }
    this.#element = ''
  }

  readonly text = (text: string): void => {
    const cell = this.#cell
    if (cell === undefined) return
    if (this.#element === 'v' || this.#element === 't') cell.value += text
    else if (this.#element === 'f') cell.formula = this.#formula((cell.formula?.text ?? '') + text)
  }

  #formula(text: string): NonNullable<SheetCell['formula']> {
    const stretch = { start: this.#formulaFrom, end: this.cursor.end }
    const written = new TextDecoder().decode(this.#bytes.subarray(stretch.start, stretch.end))
    return { text, written, isShared: this.#isShared, stretch }
  }

  #openRow(attributes: XmlAttributes): void {
    const stated = Number(attributeOf(attributes, 'r') ?? Number.NaN)
    this.#row = Number.isInteger(stated) ? stated - 1 : this.#row + 1
    this.#column = -1
  }

  #openCell(attributes: XmlAttributes): void {
    const stated = attributeOf(attributes, 'r')
    const column = stated === undefined ? undefined : columnOf(stated)
    this.#column = column ?? this.#column + 1
    this.#cell = {
      row: this.#row,
      column: this.#column,
      reference: stated ?? `${lettersOf(this.#column)}${this.#row + 1}`,
      style: attributeOf(attributes, 's'),
      type: attributeOf(attributes, 't') ?? 'n',
      value: '',
      formula: undefined,
      stretch: { start: this.cursor.start, end: this.cursor.end },
    }
  }

  #addArea(reference: string): void {
    const [first = '', last = first] = reference.split(':')
    const [column, lastColumn] = [columnOf(first), columnOf(last)]
    const [row, lastRow] = [rowOf(first), rowOf(last)]
    if (column !== undefined && lastColumn !== undefined)
      this.merged.push({ row, column, lastRow, lastColumn })
  }
}

/** `AB12` → 27. */
function columnOf(reference: string): number | undefined {
  const letters = /^\$?([A-Z]{1,3})/i.exec(reference)?.[1]?.toUpperCase()
  if (letters === undefined) return undefined
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function rowOf(reference: string): number {
  return Number(/\d+/.exec(reference)?.[0] ?? '1') - 1
}

function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter
}
