import { parseStated } from '../exact/stated.js'
import type { FieldValue, Form, FormRow } from '../filing/filing.js'
import { JsonValue } from '../filing/json-value.js'
import { parseForm } from '../filing/parse-form.js'
import type { FieldType } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'
import { frameOfPaper, printForm } from '../paper/print-form.js'
import type { PrintedCell, PrintedForm } from '../paper/printed.js'
import { unitOf } from '../recognise/reading.js'
import { parseListField } from './cell-of-field.js'
import type { FormContent } from './content.js'

/** A form of a content with its paper: every value has the place where the paper prints it. */
export type FormOnPaper = Readonly<{ form: Form; printed: PrintedForm }>

/** Where a form stands in its filing: 0-based among the forms, which makes it table `index + 1`. */
export type FormPosition = Readonly<{
  index: number
  year: number
  /** With the rows and columns that are printed only when something stands in them. */
  showUnused?: boolean
}>

/**
 * A form of a content on its pack's paper. Cells that the paper has and nobody filled in are blanks with a place, as
 * when an empty form is read.
 *
 * @throws DomainError FILING_WRONG when the content names a field that the pack does not have
 */
export function putOnPaper(content: FormContent, pack: Pack, position: FormPosition): FormOnPaper {
  const { index, year, showUnused } = position
  const document = { blocks: [], notes: [] }
  const typed = parseForm(jsonOf(content), { packs: [pack], document, table: index + 1 })
  const frame = frameOfPaper(pack, year)
  const printed = printForm(typed, pack, {
    frame,
    index,
    year,
    unplaced: [],
    table: undefined,
    showUnused,
  })
  const form = placeValues(typed, { pack, part: `table ${index + 1}`, cells: printed.cells })
  return { form, printed: { ...printed, form } }
}

function jsonOf({ pack, fields, lists }: FormContent): JsonValue {
  const rows = Object.entries(lists).map(([list, all]) => [list, all.map(({ cells }) => cells)])
  return new JsonValue({ pack, fields, lists: Object.fromEntries(rows) }, pack)
}

type Paper = Readonly<{ pack: Pack; part: string; cells: readonly PrintedCell[] }>

/** Fields with the cells that print them. */
type Printed = Readonly<{
  singles: Map<string, PrintedCell>
  /** By list, then by row. */
  lists: Map<string, Map<number, Map<string, PrintedCell>>>
}>

function placeValues(form: Form, paper: Paper): Form {
  const printed = cellsByField(paper.cells)
  const lists = Object.entries(form.lists).map(([list, rows]) => [
    list,
    placeRows(rows, printed.lists.get(list) ?? new Map(), paper),
  ])
  const placed = {
    ...form,
    fields: placeRecord(form.fields, printed.singles, paper),
    lists: Object.fromEntries(lists),
  }
  return placeHeadings(placed)
}

function cellsByField(cells: readonly PrintedCell[]): Printed {
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
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

type Cells = ReadonlyMap<string, PrintedCell>

function placeRecord(values: FormRow, cells: Cells, { pack, part }: Paper, above: FormRow = {}): FormRow {
  const placed: Record<string, FieldValue> = {}
  for (const [id, value] of Object.entries(values)) {
    const cell = cells.get(id) ?? (id === 'target' ? cells.get('adjustedTarget') : undefined)
    const merged = above[id]
    if (cell !== undefined) placed[id] = standing(value, part, cell)
    else if (merged !== undefined && merged.text === value.text)
      placed[id] = { ...value, place: merged.place }
    else placed[id] = value
  }
  for (const [id, cell] of cells)
    if (placed[id] === undefined) placed[id] = standing(blank(cell.type, pack), part, cell)
  return placed
}

function standing(value: FieldValue, part: string, { row, column }: PrintedCell): FieldValue {
  return { ...value, place: { part, row, column, quote: value.text } }
}

function blank(type: FieldType | undefined, { amounts }: Pack): FieldValue {
  const stated = parseStated('')
  return {
    text: '',
    stated,
    unit: unitOf(stated, type ?? 'text', amounts.unit),
    place: { part: '', quote: '' },
  }
}

/** A row that a merged cell of the rows above covers has its value from there. */
function placeRows(
  rows: readonly FormRow[],
  cells: ReadonlyMap<number, Cells>,
  paper: Paper,
): readonly FormRow[] {
  const placed: FormRow[] = []
  for (const [index, row] of rows.entries())
    placed.push(placeRecord(row, cells.get(index) ?? new Map(), paper, placed.at(-1)))
  return placed
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
    return Object.fromEntries(
      Object.entries(row).map(([id, value]) => [id, { ...value, place: { ...place, quote: value.text } }]),
    )
  })
  return { ...form, lists: { ...form.lists, dimensions: placed } }
}
