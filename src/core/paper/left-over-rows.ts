import type { FieldValue, Form, FormRow } from '../filing/filing.js'
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
  const columns = new Set(cells.map(({ field }) => field?.replace(/\[\d+\]/, '')))
  const singles = Object.entries(form.fields)
    .filter(([key, { text }]) => text.trim() !== '' && !keys.has(key))
    .map(([key, value]) => footRow({ key, value, info: fields.singles.get(key), row: undefined }, width))
  const lists = Object.entries(form.lists).flatMap(([list, rows]) =>
    rows.flatMap((row, index) =>
      Object.entries(row)
        .filter(([column, { text }]) => text.trim() !== '' && !columns.has(`${list}.${column}`))
        .filter(([column]) => !isPrintedElsewhere(list, column, { row, columns }))
        .map(([column, value]) =>
          footRow(
            {
              key: `${list}[${index}].${column}`,
              value,
              info: fields.lists.get(list)?.get(column),
              row: index,
            },
            width,
          ),
        ),
    ),
  )
  return [...singles, ...lists]
}

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
  const span = Math.max(1, Math.floor(width / 4))
  const cell: DraftCell = {
    text: value.text,
    kind: 'value',
    align: 'left',
    filled: true,
    field: key,
    type: info?.type,
    span: width - span,
    down: 1,
  }
  const label = labelCell(row === undefined ? name : `第${row + 1}行${name}`, { span })
  return { cells: [label, cell], header: false, ifUsed: false }
}
