import type { Block, Cell, Place, Table } from '../core/document/document.js'
import type { Filing } from '../core/filing/filing.js'
import type { Finding } from '../core/law/check.js'
import { maskExcerpts } from './mask-excerpt.js'
import { placeKey } from './report.js'

/** What stands around the places of findings: as little of the document as shows them in their surroundings. */
export type Excerpts = Readonly<{
  /** By part, `table 2`. */
  tables: Readonly<Record<string, TableExcerpt>>
  /** By part, `paragraph 14`: the whole paragraph. */
  paragraphs: Readonly<Record<string, string>>
}>

/** Some rows of a table. */
export type TableExcerpt = Readonly<{
  /** Every cell that reaches into one of the rows; long texts are cut around what findings quote. */
  cells: readonly Cell[]
  /** The row of labels above a cell, by its row and column: `2 8`. Cells without one are not in it. */
  labelRows: Readonly<Record<string, number>>
}>

/** How many places of a finding are shown in their surroundings; the others are only named. */
const mostPlaces = 12

/** The places of a finding that are shown in their surroundings. */
export function placesShown({ places }: Pick<Finding, 'places'>): readonly Place[] {
  return places.slice(0, mostPlaces)
}

/** Cuts out of the document what surrounds the places of findings. */
export function excerptsOf({ document, forms }: Filing, findings: readonly Finding[]): Excerpts {
  const blocks = new Map(document.blocks.map((block) => [partOf(block), block]))
  const byPart = groupBy(findings.flatMap(placesShown), ({ part }) => part)
  const tables: Record<string, TableExcerpt> = {}
  const paragraphs: Record<string, string> = {}
  const values = valuesOf(forms)
  for (const [part, places] of byPart) {
    const block = blocks.get(part)
    if (block?.kind === 'table') tables[part] = cutTable(block, places, values)
    else if (block !== undefined) paragraphs[part] = block.text
  }
  return withoutPersonalData({ tables, paragraphs })
}

/** A page that is sent on does not carry on the names and numbers that it asks to be removed. */
function withoutPersonalData({ tables, paragraphs }: Excerpts): Excerpts {
  const cells = Object.values(tables).flatMap((table) => table.cells)
  const texts = Object.values(paragraphs)
  const masked = maskExcerpts([
    ...texts.map((text) => ({ text, headings: [] })),
    ...cells.map(({ text }, index) => ({ text, headings: [cells[index - 1]?.text ?? ''] })),
  ])
  let next = 0
  const take = (): string => masked[next++] ?? ''
  const shownParagraphs = Object.fromEntries(Object.keys(paragraphs).map((part) => [part, take()]))
  const shownTables = Object.fromEntries(
    Object.entries(tables).map(([part, table]) => [
      part,
      { ...table, cells: table.cells.map((cell) => ({ ...cell, text: take() })) },
    ]),
  )
  return { tables: shownTables, paragraphs: shownParagraphs }
}

function groupBy(places: readonly Place[], keyOf: (place: Place) => string): Map<string, Place[]> {
  const groups = new Map<string, Place[]>()
  for (const place of places) {
    const group = groups.get(keyOf(place))
    if (group === undefined) groups.set(keyOf(place), [place])
    else group.push(place)
  }
  return groups
}

function partOf({ kind, index }: Block): string {
  return `${kind} ${index}`
}

/** The cells that the unit filled in, by place. */
function valuesOf(forms: Filing['forms']): ReadonlySet<string> {
  const cells = forms.flatMap(({ fields, lists }) => [
    ...Object.values(fields),
    ...Object.values(lists).flatMap((rows) => rows.flatMap((row) => Object.values(row))),
  ])
  return new Set(cells.map(({ place }) => placeKey(place)))
}

function cutTable(table: Table, places: readonly Place[], values: ReadonlySet<string>): TableExcerpt {
  const labelRows: Record<string, number> = {}
  const rows = new Set<number>()
  for (const { row, column } of places) {
    if (row === undefined) continue
    rows.add(row)
    const label = column === undefined ? undefined : findLabelRow(table, { row, column }, values)
    if (label === undefined) continue
    labelRows[`${row} ${column}`] = label
    rows.add(label)
  }
  const quotes = groupBy(places, ({ row, column }) => `${row} ${column}`)
  const cells = table.cells
    .filter(({ row, rowSpan }) => [...rows].some((shown) => shown >= row && shown < row + rowSpan))
    .map((cell) => shorten(cell, quotes.get(`${cell.row} ${cell.column}`) ?? []))
  return { cells, labelRows }
}

/** The nearest row above that prints a label in the cell's column. */
function findLabelRow(
  table: Table,
  { row, column }: Readonly<{ row: number; column: number }>,
  values: ReadonlySet<string>,
): number | undefined {
  return table.cells.findLast(
    (cell) =>
      cell.row < row &&
      cell.column <= column &&
      column < cell.column + cell.columnSpan &&
      cell.row + cell.rowSpan <= row &&
      isLabel(cell, `table ${table.index}`, values),
  )?.row
}

/** 450万元, 98.5％, 约30人; but not 2024年 and 2024年决算数, which head columns. */
const figure = /^\P{Script=Han}*约?(?!\d{4}年)\d[\d.,，]*\s*\P{Script=Han}?\p{Script=Han}{0,2}$/u

function isLabel({ row, column, text }: Cell, part: string, values: ReadonlySet<string>): boolean {
  return (
    /\p{Script=Han}/u.test(text) &&
    !figure.test(text) &&
    !values.has(placeKey({ part, row, column, quote: '' }))
  )
}

const longestText = 120
const around = 40

function shorten(cell: Cell, places: readonly Place[]): Cell {
  const { row, column, rowSpan, columnSpan, text } = cell
  const plain = { row, column, rowSpan, columnSpan }
  if (text.length <= longestText) return { ...plain, text }
  const spans = places.map(({ quote }) => ({ at: text.indexOf(quote), length: quote.length }))
  const from = Math.max(0, Math.min(...spans.map(({ at }) => at), text.length) - around)
  const to = Math.max(...spans.map(({ at, length }) => at + length), 0) + around
  if (places.length === 0) return { ...plain, text: `${text.slice(0, longestText)}…` }
  return { ...plain, text: `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}` }
}
