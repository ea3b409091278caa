import type { FilingContent, FormContent, ListRow } from '../core/editing/content.js'

/** Cells that the engine computes while somebody fills in the form. */
const computedFields = [
  'staff.staffControlRate',
  'totalFunds.rate',
  'totalFunds.score',
  'total.weight',
  'total.score',
]

/** Columns that come over from last year: a row without them would be no row. */
const givenColumns = ['name', 'dimension', 'aspect', 'target', 'weight']

/** From here on a draft has a report. */
const percentWithReport = 80

/** The content as somebody types it: what can be computed is left to the engine. */
export function withoutComputed(content: FilingContent): FilingContent {
  return mapForms(content, (form) => ({ ...form, fields: drop(form.fields, new Set(computedFields)) }))
}

/** The first `percent` of the cells of a content; the form is filled in before the base data, the report last. */
export function beginContent(content: FilingContent, percent: number): FilingContent {
  if (percent >= 100) return content
  const cells = [...content.forms].reverse().flatMap(valueCells)
  const open = new Set(cells.slice(Math.round((cells.length * percent) / 100)))
  const begun = mapForms(content, (form) => ({
    ...form,
    fields: drop(form.fields, keysOf(open, `${form.id}/`)),
    lists: Object.fromEntries(
      Object.entries(form.lists).map(([list, rows]) => [
        list,
        rows.map((row) => dropCells(row, keysOf(open, `${form.id}/${list}/${row.id}/`))),
      ]),
    ),
  }))
  return { ...begun, report: percent < percentWithReport ? [] : content.report }
}

function valueCells({ id, fields, lists }: FormContent): readonly string[] {
  const inLists = Object.entries(lists).flatMap(([list, rows]) =>
    rows.flatMap((row) =>
      Object.keys(row.cells)
        .filter((column) => !givenColumns.includes(column))
        .map((column) => `${id}/${list}/${row.id}/${column}`),
    ),
  )
  return [...Object.keys(fields).map((field) => `${id}/${field}`), ...inLists]
}

function keysOf(open: ReadonlySet<string>, prefix: string): ReadonlySet<string> {
  return new Set([...open].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)))
}

function dropCells(row: ListRow, dropped: ReadonlySet<string>): ListRow {
  return { ...row, cells: drop(row.cells, dropped) }
}

function drop(
  texts: Readonly<Record<string, string>>,
  dropped: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => !dropped.has(key)))
}

function mapForms(content: FilingContent, change: (form: FormContent) => FormContent): FilingContent {
  return { ...content, forms: content.forms.map(change) }
}
