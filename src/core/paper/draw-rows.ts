import type { FieldValue, Form, FormRow } from '../filing/filing.js'
import type { PaperCell, PaperRow } from '../pack/paper.js'
import { type DraftCell, type DraftRow, labelCell, longText } from './draft-cell.js'
import type { FieldInfo, PackFields } from './field-types.js'
import { type ListEntry, listEntries, runLengths } from './list-entries.js'

/** What is drawn on: the form, its fields, and the year its labels speak of. */
export type Drawing = Readonly<{ form: Form; fields: PackFields; year: number | undefined }>

/** The rows of a paper with a form's values in them. */
export function drawRows(rows: readonly PaperRow[], drawing: Drawing): readonly DraftRow[] {
  return rows.flatMap((row) => drawRow(row, drawing))
}

function drawRow(row: PaperRow, drawing: Drawing): readonly DraftRow[] {
  switch (row.kind) {
    case 'cells':
      return [{ ...row, cells: row.cells.map((cell) => drawCell(cell, drawing)) }]
    case 'side':
      return besideLabel(row, drawRows(row.rows, drawing), drawing)
    case 'each':
      return drawEach(row, drawing)
  }
}

function besideLabel(
  { label, span }: { label: string; span: number },
  rows: readonly DraftRow[],
  { year }: Drawing,
): readonly DraftRow[] {
  const side = labelCell(withYears(label, year), { span, down: rows.length })
  return rows.map((row, index) => (index === 0 ? { ...row, cells: [side, ...row.cells] } : row))
}

function drawCell(cell: PaperCell, { form, fields, year }: Drawing): DraftCell {
  const label = withYears(cell.label, year)
  if (cell.names !== undefined) {
    const field = `${cell.names}.name`
    const own = form.fields[field]?.text ?? ''
    return {
      ...labelCell(own === '' ? label : own, cell),
      align: cell.align ?? 'center',
      field,
      before: own === '' ? undefined : '',
      type: 'text',
    }
  }
  if (cell.field === undefined) return { ...labelCell(label, cell), align: cell.align ?? 'center' }
  const value = { value: form.fields[cell.field], info: fields.singles.get(cell.field), key: cell.field }
  return valueCell(cell, { ...value, label, down: cell.down })
}

type Value = Readonly<{
  /** The value of the field `key`; where it is printed with more words, `isHeading`. */
  value: FieldValue | undefined
  isHeading?: boolean
  info: FieldInfo | undefined
  key: string | undefined
  label: string
  down: number
}>

function valueCell(
  { span, align }: PaperCell,
  { value, isHeading, info, key, label, down }: Value,
): DraftCell {
  const text = value?.text ?? ''
  const isLong = info?.type === 'text' && text.length > longText
  return {
    text: `${label}${text}`,
    kind: 'value',
    align: align ?? (isLong || label !== '' ? 'left' : 'center'),
    filled: text.trim() !== '',
    field: key,
    before: isHeading ? undefined : label,
    type: info?.type,
    span,
    down,
  }
}

type Each = PaperRow & { kind: 'each' }

function drawEach(each: Each, drawing: Drawing): readonly DraftRow[] {
  const entries = listEntries(drawing.form, each.list)
  const runs = runLengths(entries, each.merge)
  const hasAdjusted = each.cells.some(({ field }) => field === 'adjustedTarget')
  const list = { list: each.list, hasAdjusted, infos: drawing.fields.lists.get(each.list) }
  return entries.map((entry, position) => ({
    header: false,
    ifUsed: false,
    cells: each.cells.flatMap((cell) => {
      if (cell.field === undefined) return [drawCell(cell, drawing)]
      const down = runs.get(cell.field)?.[position] ?? 1
      return down === 0 ? [] : [drawEntry(cell, entry, { ...list, down })]
    }),
  }))
}

type DrawnList = Readonly<{
  list: string
  /** Has a column for targets changed during the year. */
  hasAdjusted: boolean
  infos: ReadonlyMap<string, FieldInfo> | undefined
  /** Rows that the cell covers. */
  down: number
}>

function drawEntry(
  cell: PaperCell,
  { row, heading, list, index }: ListEntry,
  { list: drawn, hasAdjusted, infos, down }: DrawnList,
): DraftCell {
  const column = hasAdjusted ? columnShown(cell.field ?? '', row) : (cell.field ?? '')
  const isHeading = column === 'dimension' && heading !== undefined
  const value = isHeading ? heading : row[column]
  const id = list === drawn ? column : column === 'dimension' ? 'name' : undefined
  const key = id === undefined ? undefined : `${list}[${index}].${id}`
  return valueCell(cell, { value, isHeading, info: infos?.get(column), key, label: cell.label, down })
}

/** A target changed during the year stands in a column of its own; beside it the first one is printed. */
function columnShown(column: string, { adjustedTarget }: FormRow): string {
  const isAdjusted = adjustedTarget !== undefined && adjustedTarget.stated.kind !== 'blank'
  return column === 'target' && isAdjusted ? 'initialTarget' : column
}

/** {本年} and {上年} as printed years; the bare words where the year is not known. */
export function withYears(text: string, year: number | undefined): string {
  return text
    .replaceAll('{本年}', year === undefined ? '本' : String(year))
    .replaceAll('{上年}', year === undefined ? '上' : String(year - 1))
}
