import { cellOfField } from '../../core/editing/cell-of-field.js'
import type { CellKey, FilingContent } from '../../core/editing/content.js'
import { formsOnPaper } from '../../core/editing/filing-of-content.js'
import type { Pack } from '../../core/pack/pack.js'

/** Every cell of a content's forms that can take a value, in the order of the paper. */
export function cellsOnPaper(content: FilingContent, packs: readonly Pack[]): readonly CellKey[] {
  return formsOnPaper(content, packs).flatMap(({ printed }, index) => {
    const form = content.forms[index]
    if (form === undefined) return []
    const keys = printed.cells.flatMap(({ kind, field }) =>
      kind === 'value' && field !== undefined ? [cellOfField(form, field)] : [],
    )
    return [...new Set(keys.filter((key) => key !== undefined))]
  })
}
