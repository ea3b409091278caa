import type { FieldValue, Filing, Form, FormRow } from '../core/filing/filing.js'
import type { PrintedCell, PrintedFiling, PrintedForm } from '../core/paper/printed.js'

/** Filled values of a filing's forms that no printed cell shows under their key. */
export function missingOnPaper(filing: Filing, printed: PrintedFiling): readonly string[] {
  const forms = printed.blocks.filter((block) => block.kind === 'form')
  return filing.forms.flatMap((form) => {
    if (form.form === 'unknown') return []
    const paper = forms.find((one) => one.form === form)
    if (paper === undefined) return [`${form.title} is not printed`]
    return valuesOf(form)
      .filter(([key, { text }]) => !shows(paper, key, text))
      .map(([key, { text }]) => `${form.title} ${key} ${text}`)
  })
}

function valuesOf({ fields, lists }: Form): readonly (readonly [string, FieldValue])[] {
  const inLists = Object.entries(lists).flatMap(([list, rows]) =>
    rows.flatMap((row, index) =>
      Object.entries(row).flatMap(([column, value]) =>
        column === 'target' && row.adjustedTarget?.text === value.text
          ? []
          : [[`${list}[${index}].${column}`, value] as const],
      ),
    ),
  )
  return [...Object.entries(fields), ...inLists].filter(([, { text }]) => text.trim() !== '')
}

/** In its own cell, in a cell merged from above, or, for a dimension, in the heading that bears its weight. */
function shows({ cells }: PrintedForm, key: string, text: string): boolean {
  const own = cells.find(({ field }) => field === key)
  if (own !== undefined) return own.text.endsWith(text) || own.text.startsWith(`${text}\n（`)
  const [, list, index, column] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(key) ?? []
  if (list === undefined) return false
  if (list === 'dimensions') return cells.some((cell) => isHeading(cell) && cell.text.includes(text))
  const row = cells.find(({ field }) => field?.startsWith(`${list}[${index}].`))?.row ?? -1
  return cells.some(
    (cell) =>
      cell.field?.startsWith(`${list}[`) === true &&
      cell.field.endsWith(`].${column}`) &&
      cell.row <= row &&
      row < cell.row + cell.rowSpan &&
      cell.text.startsWith(text),
  )
}

function isHeading({ field }: PrintedCell): boolean {
  return /^(?:indicators\[\d+\]\.dimension|dimensions\[\d+\]\.name)$/.test(field ?? '')
}

/** Where two filings' forms say different things; blank and missing count as the same. */
export function sameForms(before: Filing, after: Filing): readonly string[] {
  if (before.forms.length !== after.forms.length)
    return [`${before.forms.length} forms before, ${after.forms.length} after`]
  return before.forms.flatMap((form, index) => {
    const other = after.forms[index]
    if (other === undefined) return []
    if (other.pack !== form.pack) return [`form ${index} was ${form.pack}, is ${other.pack}`]
    const lists = [...new Set([...Object.keys(form.lists), ...Object.keys(other.lists)])]
    return [
      ...differences(form.fields, other.fields, ''),
      ...lists.flatMap((list) => differentRows(form.lists[list] ?? [], other.lists[list] ?? [], list)),
      ...(form.year === undefined || form.year === other.year ? [] : [`year ${form.year} → ${other.year}`]),
      ...(form.signature === undefined || form.signature.text.trim() === other.signature?.text.trim()
        ? []
        : [`signature of ${form.title}`]),
    ].map((difference) => `${form.pack}: ${difference}`)
  })
}

function differentRows(
  before: readonly FormRow[],
  after: readonly FormRow[],
  list: string,
): readonly string[] {
  if (before.length !== after.length) return [`${list}: ${before.length} rows → ${after.length}`]
  return before.flatMap((row, index) => differences(row, after[index] ?? {}, `${list}[${index}].`))
}

/** A label that the filing does not word itself is printed in the paper's words. */
function differences(before: FormRow, after: FormRow, prefix: string): readonly string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys
    .filter((key) => !(prefix === '' && key.endsWith('.name') && before[key] === undefined))
    .filter((key) => describe(before[key]) !== describe(after[key]))
    .map((key) => `${prefix}${key}: ${describe(before[key])} → ${describe(after[key])}`)
}

function describe(value: FieldValue | undefined): string {
  if (value === undefined || value.text.trim() === '') return 'blank'
  const { text, stated, unit } = value
  return JSON.stringify([text, stated, unit ?? null], (_key, part) =>
    typeof part === 'bigint' ? `${part}` : part,
  )
}
