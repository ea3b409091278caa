import type { Place } from '../document/document.js'
import { parseStated } from '../exact/stated.js'
import type { FieldValue, Form, FormRow } from '../filing/filing.js'
import { parseListField } from '../filing/list-field.js'
import type { FieldType } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'
import type { Layout } from '../paper/lay-out-form.js'
import type { PrintedCell } from '../paper/printed.js'
import { unitOf } from '../recognise/form-being-read.js'
import { entryOf, keepLast, onceFor } from '../remember.js'

type Paper = Readonly<{ pack: Pack; part: string }>

/**
 * The form with the places that a layout prints its values in, and a blank for every cell of the layout that it has
 * no value for. Rows and places that have not changed since the last time are the very same.
 */
export function placeValues(form: Form, layout: Layout, paper: Paper): Form {
  const printed = cellsByField(layout)
  const last = lastPlaced(layout)
  const lists = Object.entries(form.lists).map(([list, rows]) => {
    const placed = placeRows(rows, printed.lists.get(list) ?? noRows, paper)
    const known = last.lists[list]
    return [list, known !== undefined && isSameList(known, placed) ? known : placed]
  })
  const placed = placeHeadings({
    ...form,
    fields: placeRecord(form.fields, printed.singles, paper),
    lists: Object.fromEntries(lists),
  })
  last.lists = placed.lists
  return placed
}

/** What was placed on a layout last. */
const lastPlaced = onceFor((_of: Layout): { lists: Form['lists'] } => ({ lists: {} }))

function isSameList(one: readonly FormRow[], other: readonly FormRow[]): boolean {
  return one.length === other.length && one.every((row, at) => row === other[at])
}

type Cells = ReadonlyMap<string, PrintedCell>

/** Fields with the cells that print them; of lists by list, then by row. */
type Printed = Readonly<{
  singles: Map<string, PrintedCell>
  lists: Map<string, Map<number, Map<string, PrintedCell>>>
}>

const noRows: ReadonlyMap<number, Cells> = new Map()
const noCells: Cells = new Map()

const cellsByField = onceFor(({ cells }: Layout): Printed => {
  const printed: Printed = { singles: new Map(), lists: new Map() }
  for (const cell of cells) {
    if (cell.field === undefined) continue
    const named = parseListField(cell.field)
    if (named === undefined) {
      if (!printed.singles.has(cell.field) && cell.kind === 'value') printed.singles.set(cell.field, cell)
      continue
    }
    const rows = entryOf(printed.lists, named.list, () => new Map<number, Map<string, PrintedCell>>())
    const row = entryOf(rows, named.index, () => new Map<string, PrintedCell>())
    if (!row.has(named.column)) row.set(named.column, cell)
  }
  return printed
})

/** A row that a merged cell of the rows above covers has its value from there. */
function placeRows(
  rows: readonly FormRow[],
  cells: ReadonlyMap<number, Cells>,
  paper: Paper,
): readonly FormRow[] {
  const placed: FormRow[] = []
  for (const [index, row] of rows.entries()) {
    const own = cells.get(index) ?? noCells
    const above = coveredBy(placed.at(-1), row, own)
    placed.push(
      keptRows(row, [own, paper.pack, paper.part, ...placesAndTexts(above)], () =>
        placeRecord(row, own, paper, above),
      ),
    )
  }
  return placed
}

const keptRows = keepLast<FormRow, FormRow>()

/** The values of the row above in columns that have no cell of their own. */
function coveredBy(above: FormRow | undefined, row: FormRow, cells: Cells): FormRow {
  const covered: Record<string, FieldValue> = {}
  if (above === undefined) return covered
  for (const id in row) {
    const value = cellOf(id, cells) === undefined ? above[id] : undefined
    if (value !== undefined) covered[id] = value
  }
  return covered
}

function placesAndTexts(values: FormRow): readonly unknown[] {
  return Object.values(values).flatMap(({ place, text }) => [place, text])
}

function cellOf(id: string, cells: Cells): PrintedCell | undefined {
  return cells.get(id) ?? (id === 'target' ? cells.get('adjustedTarget') : undefined)
}

function placeRecord(values: FormRow, cells: Cells, { pack, part }: Paper, above: FormRow = {}): FormRow {
  const placed: Record<string, FieldValue> = {}
  for (const [id, value] of Object.entries(values)) {
    const cell = cellOf(id, cells)
    const merged = above[id]
    if (cell !== undefined) placed[id] = standing(value, part, cell)
    else if (merged !== undefined && merged.text === value.text)
      placed[id] = { ...value, place: merged.place }
    else placed[id] = value
  }
  for (const [id, cell] of cells) placed[id] ??= standing(blank(cell.type, pack), part, cell)
  return placed
}

function standing(value: FieldValue, part: string, cell: PrintedCell): FieldValue {
  const { row, column } = cell
  const quote = value.text
  return { ...value, place: keptPlaces(cell, [part, quote], () => ({ part, row, column, quote })) }
}

const keptPlaces = keepLast<PrintedCell, Place>()

function blank(type: FieldType | undefined, { amounts }: Pack): FieldValue {
  const stated = parseStated('')
  return {
    text: '',
    stated,
    unit: unitOf(stated, type ?? 'text', amounts.unit),
    place: { part: '', quote: '' },
  }
}

/** The weights of dimensions are printed in the cells that name the dimensions beside the indicators. */
function placeHeadings(form: Form): Form {
  const { dimensions, indicators = [] } = form.lists
  if (dimensions === undefined) return form
  let from = 0
  const placed = dimensions.map((row) => {
    if (row.name?.place.row !== undefined) return row
    const at = indicators.findIndex(
      ({ dimension }, index) => index >= from && dimension?.text === row.name?.text,
    )
    const place = indicators[at]?.dimension?.place
    if (place === undefined) return row
    from = at + 1
    return keptHeadings(row, [place], () => placedAt(row, place))
  })
  return { ...form, lists: { ...form.lists, dimensions: placed } }
}

const keptHeadings = keepLast<FormRow, FormRow>()

function placedAt(row: FormRow, place: Place): FormRow {
  return Object.fromEntries(
    Object.entries(row).map(([id, value]) => [id, { ...value, place: { ...place, quote: value.text } }]),
  )
}
