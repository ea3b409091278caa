import type { Place, Table } from '../document/document.js'
import type { FieldValue, Form, FormRow } from '../filing/filing.js'
import { remembered } from '../remember.js'
import { type DraftCell, type DraftRow, labelCell } from './draft-cell.js'
import type { FieldInfo, PackFields } from './field-types.js'

type Drawn = Readonly<{
  form: Form
  fields: PackFields
  drawn: readonly DraftRow[]
  /** Columns of the paper. */
  width: number
}>

/** A row for every filled value that the paper has no cell for: its name at the left, the value at the right. */
export function leftOverRows({ form, fields, drawn, width }: Drawn): readonly DraftRow[] {
  const cells = drawn.flatMap((row) => row.cells)
  const keys = new Set(cells.map(({ field }) => field))
  const columns = columnsOf(cells)
  const singles = Object.entries(form.fields)
    .filter(([key, { text }]) => text.trim() !== '' && !keys.has(key))
    .map(([key, value]) => footRow({ key, value, info: fields.singles.get(key), row: undefined }, width))
  const lists = Object.entries(form.lists).flatMap(([list, rows]) =>
    leftOverOfList(list, rows, { columns, infos: fields.lists.get(list), width }),
  )
  return [...singles, ...lists]
}

type Listed = Readonly<{
  columns: ReadonlySet<string | undefined>
  infos: ReadonlyMap<string, FieldInfo> | undefined
  width: number
}>

function leftOverOfList(
  list: string,
  rows: readonly FormRow[],
  { columns, infos, width }: Listed,
): readonly DraftRow[] {
  const isDrawn = remembered((column) => columns.has(`${list}.${column}`))
  return rows.flatMap((row, index) =>
    Object.keys(row).flatMap((column) => {
      const value = row[column]
      if (value === undefined || isDrawn(column) || value.text.trim() === '') return []
      if (isPrintedElsewhere(list, column, { row, columns })) return []
      const key = `${list}[${index}].${column}`
      return [footRow({ key, value, info: infos?.get(column), row: index }, width)]
    }),
  )
}

/** Single fields, and columns of lists as `indicators.score`. */
function columnsOf(cells: readonly DraftCell[]): ReadonlySet<string | undefined> {
  return new Set(cells.map(({ field }) => field && columnOf(field)))
}

const columnOf = remembered((field) => field.replace(/\[\d+\]/, ''))

/** Dimensions stand in the headings of the indicators; a target changed during the year is printed once. */
function isPrintedElsewhere(
  list: string,
  column: string,
  { row, columns }: { row: FormRow; columns: ReadonlySet<string | undefined> },
): boolean {
  if (list === 'dimensions') return columns.has('indicators.dimension') || columns.has('dimensions.name')
  if (list !== 'indicators') return false
  if (column === 'target') return row.adjustedTarget !== undefined && columns.has('indicators.adjustedTarget')
  return column === 'initialTarget' && columns.has('indicators.target')
}

type Left = Readonly<{ key: string; value: FieldValue; info: FieldInfo | undefined; row: number | undefined }>

function footRow({ key, value, info, row }: Left, width: number): DraftRow {
  const name = info?.name ?? key
  const label = row === undefined ? name : `第${row + 1}行${name}`
  return pairRow({ label, text: value.text, field: key, type: info?.type }, width)
}

/** A row for a number that no field took, with the words that stand to its left. */
export function unplacedRow({ row, column, quote }: Place, { cells }: Table, width: number): DraftRow {
  const left = cells
    .filter((cell) => cell.row === row && cell.column < (column ?? 0) && cell.text.trim() !== '')
    .map(({ text }) => text.replace(/\s/g, ''))
  return pairRow({ label: left.join(' '), text: quote, field: undefined, type: undefined }, width)
}

type Pair = Readonly<{
  label: string
  text: string
  field: string | undefined
  type: FieldInfo['type'] | undefined
}>

function pairRow({ label, text, field, type }: Pair, width: number): DraftRow {
  const span = Math.max(1, Math.floor(width / 4))
  const value: DraftCell = {
    text,
    kind: 'value',
    align: 'left',
    filled: true,
    field,
    before: field === undefined ? undefined : '',
    type,
    span: width - span,
    down: 1,
  }
  return { cells: [labelCell(label, { span }), value], header: false, ifUsed: false }
}
