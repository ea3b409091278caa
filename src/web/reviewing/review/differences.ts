import { cellsOfChanges } from '../../../core/editing/cells-of-changes.js'
import { changesBetween } from '../../../core/editing/changes-between.js'
import type { CellKey, FilingContent } from '../../../core/editing/content.js'
import { textAt } from '../../../core/editing/text-at.js'
import { findLastYear } from '../../filling/beside/last-year.js'
import { listKeys } from './list-keys.js'

export type Difference = Readonly<{ cell: CellKey; before: string; now: string }>

/** Cells and paragraphs that were mended since the version that was sent back. */
export function differencesFromReturned(
  content: FilingContent,
  returned: FilingContent | null,
): readonly Difference[] {
  if (returned === null) return []
  const cells = cellsOfChanges(changesBetween(returned, content))
  return cells.map((cell) => ({ cell, before: textAt(returned, cell), now: textAt(content, cell) }))
}

/** Cells whose words differ from last year's in the same place. */
export function differencesFromLastYear(
  content: FilingContent,
  lastYear: FilingContent,
): readonly Difference[] {
  return content.forms.flatMap((form) =>
    listKeys(form).flatMap((cell) => {
      const before = findLastYear(form, cell, lastYear)
      const now = textAt(content, cell)
      return before === undefined || before.trim() === now.trim() ? [] : [{ cell, before, now }]
    }),
  )
}
