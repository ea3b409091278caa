import { DomainError } from '../errors/errors.js'
import { findForm, findRow, ownEntry, parseCellKey } from './cell-key.js'
import type {
  CellKey,
  ContentChange,
  FilingContent,
  FormContent,
  ListRow,
  ReportParagraph,
} from './content.js'

/**
 * A content after changes, in their order. What has not changed stays the same object, so that nothing is computed
 * twice. A cell emptied is gone from the content. A row or paragraph whose neighbour is gone stands at the end.
 *
 * @throws DomainError CHANGE_MISPLACED when a change names a form or row that is not there, or adds one twice
 */
export function applyChanges(content: FilingContent, changes: readonly ContentChange[]): FilingContent {
  return changes.reduce(applyChange, content)
}

function applyChange(content: FilingContent, change: ContentChange): FilingContent {
  switch (change.kind) {
    case 'cell':
      return changeCell(content, change)
    case 'addRow':
      return addRow(content, change)
    case 'removeRow':
      return removeRow(content, change)
    case 'addForm':
      if (findForm(content, change.form.id) !== undefined) return refuse(change.form.id)
      return { ...content, forms: [...content.forms, change.form] }
    case 'removeForm':
      if (findForm(content, change.form) === undefined) return refuse(change.form)
      return { ...content, forms: content.forms.filter(({ id }) => id !== change.form) }
    case 'paragraph':
      return { ...content, report: putParagraph(content.report, change) }
    case 'removeParagraph':
      return { ...content, report: without(content.report, change.id) }
  }
}

function refuse(cell: CellKey): never {
  throw new DomainError('CHANGE_MISPLACED', { cell })
}

type PutParagraph = Extract<ContentChange, { kind: 'paragraph' }>

/** A paragraph that is there keeps its place: to move one is to remove it and put it in again. */
function putParagraph(
  report: readonly ReportParagraph[],
  { paragraph, after }: PutParagraph,
): readonly ReportParagraph[] {
  const isThere = report.some(({ id }) => id === paragraph.id)
  return isThere
    ? report.map((one) => (one.id === paragraph.id ? paragraph : one))
    : putAfter(report, paragraph, after)
}

type CellChange = Extract<ContentChange, { kind: 'cell' }>

function changeCell(content: FilingContent, { cell, to }: CellChange): FilingContent {
  const named = parseCellKey(cell)
  if (named?.kind === 'field')
    return changeForm(content, named.form, (form) => ({
      ...form,
      fields: withText(form.fields, named.field, to),
    }))
  if (named?.kind !== 'cell') return refuse(cell)
  return changeForm(content, named.form, (form) => {
    if (findRow(form, named.list, named.row) === undefined) return refuse(cell)
    return changeList(form, named.list, (rows) =>
      rows.map((row) =>
        row.id === named.row ? { ...row, cells: withText(row.cells, named.column, to) } : row,
      ),
    )
  })
}

type AddRow = Extract<ContentChange, { kind: 'addRow' }>

function addRow(content: FilingContent, { form: id, list, row, after, cells }: AddRow): FilingContent {
  return changeForm(content, id, (form) => {
    if (findRow(form, list, row) !== undefined) return refuse(`${id}/${list}/${row}`)
    return changeList(form, list, (rows) => putAfter(rows, { id: row, cells }, after))
  })
}

type RemoveRow = Extract<ContentChange, { kind: 'removeRow' }>

function removeRow(content: FilingContent, { form: id, list, row }: RemoveRow): FilingContent {
  return changeForm(content, id, (form) => {
    if (findRow(form, list, row) === undefined) return refuse(`${id}/${list}/${row}`)
    return changeList(form, list, (rows) => without(rows, row))
  })
}

function changeForm(
  content: FilingContent,
  id: string,
  change: (form: FormContent) => FormContent,
): FilingContent {
  if (findForm(content, id) === undefined) return refuse(id)
  return { ...content, forms: content.forms.map((form) => (form.id === id ? change(form) : form)) }
}

function changeList(
  form: FormContent,
  list: string,
  change: (rows: readonly ListRow[]) => readonly ListRow[],
): FormContent {
  return { ...form, lists: { ...form.lists, [list]: change(ownEntry(form.lists, list) ?? []) } }
}

function withText(texts: Readonly<Record<string, string>>, key: string, to: string): Record<string, string> {
  const { [key]: _before, ...others } = texts
  if (to === '') return others
  return key in texts ? { ...texts, [key]: to } : { ...others, [key]: to }
}

function without<Item extends ListRow | ReportParagraph>(
  items: readonly Item[],
  id: string,
): readonly Item[] {
  return items.filter((item) => item.id !== id)
}

function putAfter<Item extends ListRow | ReportParagraph>(
  items: readonly Item[],
  item: Item,
  after: string | undefined,
): readonly Item[] {
  if (after === undefined) return [item, ...items]
  const at = items.findIndex(({ id }) => id === after)
  return at === -1 ? [...items, item] : [...items.slice(0, at + 1), item, ...items.slice(at + 1)]
}
