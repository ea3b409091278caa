import { paragraphCell, rowCell } from './cell-key.js'
import type { CellKey, ContentChange, FilingContent, ReportParagraph } from './content.js'

/** Everything that changes touch, each once: cells, whole rows `f1/indicators/r3`, whole forms `f1`, paragraphs. */
export function cellsOfChanges(changes: readonly ContentChange[]): readonly CellKey[] {
  return [...new Set(changes.map(cellOfChange))]
}

/** What one change touches. */
export function cellOfChange(change: ContentChange): CellKey {
  switch (change.kind) {
    case 'cell':
      return change.cell
    case 'addRow':
    case 'removeRow':
      return rowCell(change.form, change.list, change.row)
    case 'addForm':
      return change.form.id
    case 'removeForm':
      return change.form
    case 'paragraph':
      return paragraphCell(change.paragraph.id)
    case 'removeParagraph':
      return paragraphCell(change.id)
  }
}

/** Whether a cell is named itself or lies in a row, list or form that is: `f1/indicators` opens all its rows. */
export function isWithin(cell: CellKey, named: ReadonlySet<CellKey>): boolean {
  const parts = cell.split('/')
  return parts.some((_, index) => named.has(parts.slice(0, index + 1).join('/')))
}

/**
 * What changes touch although it is not open; `open` null means that everything is. A paragraph in which only the
 * figures take the present text of their cells is never counted, given the content that it is changed in.
 */
export function closedCells(
  changes: readonly ContentChange[],
  open: readonly CellKey[] | null,
  content?: FilingContent,
): readonly CellKey[] {
  if (open === null) return []
  const opened = new Set(open)
  return cellsOfChanges(changes.filter((change) => !isDerived(change, content))).filter(
    (cell) => !isWithin(cell, opened),
  )
}

function isDerived(change: ContentChange, content: FilingContent | undefined): boolean {
  if (change.kind === 'cell') return change.from === change.to
  if (change.kind !== 'paragraph') return false
  const present = content?.report.find(({ id }) => id === change.paragraph.id)
  return present !== undefined && wordsOf(present) === wordsOf(change.paragraph)
}

/** The words of a paragraph without those of its figures. */
function wordsOf({ style, runs }: ReportParagraph): string {
  return JSON.stringify([style, runs.map(({ text, field }) => (field === undefined ? text : { field }))])
}
