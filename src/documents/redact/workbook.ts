import type { Removal } from '../../core/redact/passage.js'
import { withoutPersonalData } from '../../core/redact/passage.js'
import { headingsInTable } from '../../core/redact/table-headings.js'
import type { Splice } from '../xml/splice.js'
import { escapeValue, type Piece, replacing, type Spot, splicesOf } from './editable-part.js'
import { plainInteger } from './plain-integer.js'
import type { SharedString, SharedStrings } from './shared-strings.js'
import { readSheetCells, type SheetCell } from './sheet-reader.js'

type Removals = ReadonlyMap<Spot, readonly Removal[]>
type CellSpots = Readonly<{ part: string; cell: SheetCell; value: Spot; formula: Spot | undefined }>

/** The part of a sheet with the words that places in it begin with. */
export type SheetPart = Readonly<{ name: string; bytes: Uint8Array; place: string }>

/** The cells of all sheets of a workbook, with the shared strings they show. */
export class Workbook {
  readonly spots: readonly Spot[]
  readonly #cells: readonly CellSpots[]
  readonly #strings: SharedStrings
  readonly #stringSpots: readonly Spot[]

  constructor(sheets: readonly SheetPart[], strings: SharedStrings, stringsPlace: string) {
    this.#strings = strings
    this.#cells = sheets.flatMap((sheet) => spotsOfSheet(sheet, strings.items))
    this.#stringSpots = strings.items.map(({ text, pieces }) => ({
      passage: { place: stringsPlace, text, headings: [] },
      pieces,
    }))
    const cellSpots = this.#cells.flatMap(({ value, formula }) =>
      formula === undefined ? [value] : [value, formula],
    )
    const unused = this.#unused().map((index) => this.#stringSpots[index])
    this.spots = [...cellSpots, ...unused.filter((spot) => spot !== undefined)]
  }

  /** What changes in the parts of the sheets, by the name of the part. */
  sheetSplices(removals: Removals): ReadonlyMap<string, readonly Splice[]> {
    const byPart = new Map<string, Splice[]>()
    for (const spots of this.#cells) {
      const splices = this.#spliceCell(spots, removals)
      if (splices.length > 0) byPart.set(spots.part, [...(byPart.get(spots.part) ?? []), ...splices])
    }
    return byPart
  }

  /** What changes in the shared strings: those that every cell shows with the same removals, and those of no cell. */
  stringSplices(removals: Removals): readonly Splice[] {
    return this.#strings.items.flatMap((item, index) => {
      const found = this.#commonRemovals(index, removals)
      const spot = this.#stringSpots[index]
      return spot === undefined || found === undefined
        ? []
        : splicesOf({ ...spot, pieces: item.pieces }, found)
    })
  }

  #unused(): readonly number[] {
    const used = new Set(this.#cells.map(({ cell }) => (cell.type === 's' ? Number(cell.value) : -1)))
    return this.#strings.items.flatMap((_item, index) => (used.has(index) ? [] : [index]))
  }

  #users: ReadonlyMap<number, readonly CellSpots[]> | undefined

  #usersOf(index: number): readonly CellSpots[] {
    this.#users ??= groupBySharedString(this.#cells)
    return this.#users.get(index) ?? []
  }

  /** Removals that all cells showing one string agree on; undefined when they do not. */
  #commonRemovals(index: number, removals: Removals): readonly Removal[] | undefined {
    const users = this.#usersOf(index)
    const [first] = users
    if (first === undefined) return removals.get(this.#stringSpots[index] ?? noSpot) ?? []
    const keys = new Set(users.map(({ value }) => keyOf(removals.get(value))))
    return keys.size === 1 ? (removals.get(first.value) ?? []) : undefined
  }

  #spliceCell({ cell, value, formula }: CellSpots, removals: Removals): readonly Splice[] {
    const inValue = removals.get(value) ?? []
    const inFormula = formula === undefined ? [] : (removals.get(formula) ?? [])
    if (inValue.length === 0 && inFormula.length === 0) return []
    if (cell.type === 's' && this.#commonRemovals(Number(cell.value), removals) !== undefined) return []
    if (inValue.length > 0)
      return [replacing(cell.stretch, cellWith(cell, withoutPersonalData(value.passage.text, inValue)))]
    return cell.formula === undefined || cell.formula.isShared ? [] : [replacing(cell.formula.stretch, '')]
  }
}

const noSpot: Spot = { passage: { place: '', text: '', headings: [] }, pieces: [] }

function keyOf(removals: readonly Removal[] | undefined): string {
  return (removals ?? []).map(({ start, end }) => `${start}-${end}`).join(' ')
}

function groupBySharedString(cells: readonly CellSpots[]): ReadonlyMap<number, readonly CellSpots[]> {
  const users = new Map<number, CellSpots[]>()
  for (const spots of cells) {
    if (spots.cell.type !== 's') continue
    const index = Number(spots.cell.value)
    const known = users.get(index)
    if (known === undefined) users.set(index, [spots])
    else known.push(spots)
  }
  return users
}

/**
 * A text in the same place and style. A formula that holds words or numbers would bring the value back and goes; one
 * that only points at other cells stays, and one that other cells share has to.
 */
function cellWith({ reference, style, formula }: SheetCell, text: string): string {
  const look = style === undefined ? '' : ` s="${style}"`
  const words = escapeValue(text)
  if (formula === undefined || (!formula.isShared && /"|\d{5}/.test(formula.text)))
    return `<c r="${reference}"${look} t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`
  return `<c r="${reference}"${look} t="str">${formula.written}<v>${words}</v></c>`
}

function spotsOfSheet(
  { name, bytes, place }: SheetPart,
  strings: readonly SharedString[],
): readonly CellSpots[] {
  const { cells, merged } = readSheetCells(bytes, name)
  const areas = new Map(merged.map((area) => [`${area.row} ${area.column}`, area]))
  const shown = cells.map((cell) => {
    const { row, column } = cell
    const { lastRow, lastColumn } = areas.get(`${row} ${column}`) ?? { lastRow: row, lastColumn: column }
    const [rowSpan, columnSpan] = [lastRow - row + 1, lastColumn - column + 1]
    return { row, column, rowSpan, columnSpan, text: textOf(cell, strings) }
  })
  const headings = headingsInTable(shown)
  return cells.map((cell, index) => {
    const at = `${place} ${cell.reference}`
    const text = shown[index]?.text ?? ''
    const pieces: readonly Piece[] = [{ text, ...cell.stretch }]
    const value = { passage: { place: at, text, headings: headings[index] ?? [] }, pieces }
    return { part: name, cell, value, formula: formulaSpot(cell, at) }
  })
}

function formulaSpot({ formula }: SheetCell, place: string): Spot | undefined {
  if (formula === undefined || formula.text === '') return undefined
  const pieces = [{ text: formula.text, ...formula.stretch }]
  return { passage: { place: `${place} 的公式`, text: formula.text, headings: [] }, pieces }
}

function textOf({ type, value }: SheetCell, strings: readonly SharedString[]): string {
  if (type === 's') return strings[Number(value)]?.text ?? ''
  if (type === 'b' || type === 'e') return ''
  return type === 'n' ? plainInteger(value) : value
}
