import type { FieldValue, Form } from '../filing/filing.js'
import type { PaperCell, PaperRow } from '../pack/paper.js'
import { type DraftCell, type DraftRow, labelCell } from './draft-cell.js'
import type { FieldInfo, PackFields } from './field-types.js'
import { listEntries, runLengths } from './list-entries.js'

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
      type: 'text',
    }
  }
  if (cell.field === undefined) return { ...labelCell(label, cell), align: cell.align ?? 'center' }
  const value = { value: form.fields[cell.field], info: fields.singles.get(cell.field), key: cell.field }
  return valueCell(cell, { ...value, label })
}

type Value = Readonly<{
  value: FieldValue | undefined
  info: FieldInfo | undefined
  key: string | undefined
  label: string
}>

const longText = 20

function valueCell({ span, down, align }: PaperCell, { value, info, key, label }: Value): DraftCell {
  const text = value?.text ?? ''
  const isLong = info?.type === 'text' && text.length > longText
  return {
    text: `${label}${text}`,
    kind: 'value',
    align: align ?? (isLong || label !== '' ? 'left' : 'center'),
    filled: text.trim() !== '',
    field: key,
    type: info?.type,
    span,
    down,
  }
}

function drawEach(
  { list, cells, merge }: PaperRow & { kind: 'each' },
  drawing: Drawing,
): readonly DraftRow[] {
  const entries = listEntries(drawing.form, list)
  const runs = runLengths(entries, merge)
  const columns = drawing.fields.lists.get(list)
  return entries.map(({ row, heading, ...entry }, position) => ({
    header: false,
    ifUsed: false,
    cells: cells.flatMap((cell) => {
      if (cell.field === undefined) return [drawCell(cell, drawing)]
      const down = runs.get(cell.field)?.[position] ?? 1
      if (down === 0) return []
      const shown = cell.field === 'target' && row.initialTarget !== undefined ? 'initialTarget' : cell.field
      const value = shown === 'dimension' && heading !== undefined ? heading : row[shown]
      const key = entry.list === list ? shown : shown === 'dimension' ? 'name' : undefined
      const drawn = valueCell(cell, { value, info: columns?.get(shown), key, label: cell.label })
      const field = key === undefined ? undefined : `${entry.list}[${entry.index}].${key}`
      return [{ ...drawn, field, down }]
    }),
  }))
}

/** {本年} and {上年} as printed years; the bare words where the year is not known. */
export function withYears(text: string, year: number | undefined): string {
  return text
    .replaceAll('{本年}', year === undefined ? '本' : String(year))
    .replaceAll('{上年}', year === undefined ? '上' : String(year - 1))
}
