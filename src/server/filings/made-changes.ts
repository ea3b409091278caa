import { cellOfChange } from '../../core/editing/cells-of-changes.js'
import type { ContentChange, FilingContent } from '../../core/editing/content.js'
import { textOfParagraph } from '../../core/editing/filing-of-content.js'
import { labelOfCell } from '../../core/editing/label-of-cell.js'
import { textAt, textOfCells } from '../../core/editing/text-at.js'
import type { Pack } from '../../core/pack/pack.js'
import type { MadeChange } from '../../core/workflow/made-change.js'

type Changed = Readonly<{ before: FilingContent; after: FilingContent; packs: readonly Pack[] }>

/** Changes as the trail keeps them: what really stood there before, whatever the writer believed. */
export function madeChanges(changes: readonly ContentChange[], changed: Changed): readonly MadeChange[] {
  return changes.map((change) => {
    const cell = cellOfChange(change)
    const there = change.kind === 'addRow' || change.kind === 'addForm' ? changed.after : changed.before
    const label = labelOfCell(there, changed.packs, cell)
    const from = textAt(changed.before, cell)
    return change.kind === 'cell'
      ? { cell, label, from, to: change.to }
      : { cell, label, from, to: textAfter(change), change }
  })
}

function textAfter(change: Exclude<ContentChange, { kind: 'cell' }>): string {
  switch (change.kind) {
    case 'addRow':
      return textOfCells(change.cells)
    case 'paragraph':
      return textOfParagraph(change.paragraph)
    default:
      return ''
  }
}
