import type { FormContent } from '../../../core/editing/content.js'
import { type Block, cellsIn, type Grid } from '../paper/grid.js'
import { textToEdit } from '../paper/type-text.js'
import type { TextBlock } from './tab-separated.js'

/**
 * The cells of a block as a spreadsheet takes them: a merged cell has its words in its first place, the places that
 * it covers are left out across and blank downwards, so that columns of values stay side by side.
 */
export function copyBlock(form: FormContent, grid: Grid, block: Block): TextBlock {
  const starts = new Set([...cellsIn(grid, block)].map(({ column }) => column))
  const columns = [...starts].toSorted((one, other) => one - other)
  return Array.from({ length: block.bottom - block.top + 1 }, (_, index) =>
    columns.map((column) => {
      const cell = grid.at(block.top + index, column)
      if (cell === undefined || cell.row !== block.top + index || cell.column !== column) return ''
      const typed = cell.key === undefined ? '' : textToEdit(form, cell)
      return typed === '' ? cell.text.slice(cell.label.length) : typed
    }),
  )
}
