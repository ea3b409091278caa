import { copyBlock } from '../clipboard/copy-block.js'
import { pasteSentence } from '../clipboard/paste-words.js'
import { placeBlock } from '../clipboard/place-block.js'
import { parseTabSeparated, renderTabSeparated } from '../clipboard/tab-separated.js'
import { isComputed, isOpenFor, mayAddRows } from './cell-state.js'
import { chosenBlock } from './choice.js'
import { blockBetween } from './grid.js'
import { fillableCells } from './run-command.js'
import { typeText } from './type-text.js'
import type { PaperInHand } from './use-paper-desk.js'

/** The chosen cells as text for the clipboard. */
export function copyCells({ grid, choice, cell, typed }: PaperInHand): string {
  if (cell === undefined) return ''
  const end = choice.end === undefined ? cell : (grid.byId.get(choice.end.id) ?? cell)
  return renderTabSeparated(copyBlock(typed, grid, blockBetween(grid, cell, end)))
}

/** Pastes a block from a spreadsheet; one single text goes into every chosen cell. Says what was not taken. */
export function pasteCells(desk: PaperInHand, text: string): void {
  const { props, typed, grid, choice, cell } = desk
  if (cell?.key === undefined || props.onChange === undefined) return
  const block = parseTabSeparated(text)
  const single = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined
  if (single !== undefined && chosenBlock(grid, choice).size > 0) return pasteEverywhere(desk, single.trim())
  const cursor = choice.cursor ?? { id: cell.id, row: cell.row, column: cell.column }
  const placed = placeBlock(
    {
      form: typed,
      grid,
      cursor: { ...cursor, id: cell.id },
      isComputed: (key) => isComputed(props, key),
      isOpen: (key) => isOpenFor(props.open, key),
      mayAddRows: mayAddRows(props),
    },
    block,
  )
  if (placed.changes.length > 0) props.onChange(placed.changes, cell.key)
  if (single === undefined || placed.taken === 0) props.onNotice?.(pasteSentence(placed))
}

function pasteEverywhere(desk: PaperInHand, text: string): void {
  const { typed, grid, props, cell } = desk
  const changes = fillableCells(desk).flatMap((key) => {
    const target = grid.byId.get(key)
    return target === undefined ? [] : typeText(typed, target, text)
  })
  if (changes.length > 0) props.onChange?.(changes, cell?.key ?? '')
}
