import { findForm, findRow, ownEntry, parseCellKey } from './cell-key.js'
import type { CellKey, FilingContent } from './content.js'
import { textOfParagraph } from './filing-of-content.js'

/** What stands in a cell or paragraph; empty when nothing was filled in, or when there is no such cell. */
export function textAt(content: FilingContent, cell: CellKey): string {
  const named = parseCellKey(cell)
  if (named === undefined || named.kind === 'form') return ''
  if (named.kind === 'paragraph') {
    const paragraph = content.report.find(({ id }) => id === named.id)
    return paragraph === undefined ? '' : textOfParagraph(paragraph)
  }
  const form = findForm(content, named.form)
  if (form === undefined) return ''
  if (named.kind === 'field') return ownEntry(form.fields, named.field) ?? ''
  const row = findRow(form, named.list, named.row)
  if (row === undefined) return ''
  return named.kind === 'cell' ? (ownEntry(row.cells, named.column) ?? '') : textOfCells(row.cells)
}

/** A row in one line, for messages. */
export function textOfCells(cells: Readonly<Record<string, string>>): string {
  return Object.values(cells)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('，')
}
