import { findListCell } from '../../changes/cell-keys.js'
import { sharedColumns } from '../../changes/list-rows.js'
import { closedSentence, isOpenFor } from './cell-state.js'
import { chosenAt } from './choice.js'
import type { PaperCell } from './paper-cell.js'
import { textToEdit, typeText } from './type-text.js'
import { isFillable, type PaperInHand } from './use-paper-desk.js'

/** Begins to edit the words of the chosen cell; a computed one gives way to words of one's own. */
export function beginEditing(desk: PaperInHand): void {
  const { cell, props, box, typed, typedWords, choice, choose } = desk
  if (cell?.key === undefined || box === null || choice.mode !== 'chosen') return
  if (props.onChange === undefined || !isOpenFor(props.open, cell.key)) return sayClosed(desk)
  const words = props.computed[cell.key] ?? textToEdit(typed, cell)
  typedWords.put(words)
  choose({ ...choice, end: undefined, mode: 'editing' })
  box.value = words
  box.setSelectionRange(words.length, words.length)
}

/** Says why nothing can be typed into the chosen cell. */
export function sayClosed({ cell, props }: PaperInHand): void {
  if (cell?.key !== undefined) props.onNotice?.(closedSentence(props, cell.key))
}

/** Takes over what stands in the box after a key; the first words typed over a cell replace what it held. */
export function typeInBox(desk: PaperInHand, { isComposing }: { isComposing: boolean }): void {
  const { cell, props, box, typedWords, choice, choose } = desk
  if (cell === undefined || box === null) return
  if (choice.mode === 'chosen' && !isFillable(desk, cell)) {
    box.value = ''
    return
  }
  typedWords.put(box.value)
  if (choice.mode === 'chosen') choose({ ...choice, end: undefined, mode: 'typing' }, false)
  if (!isComposing && !movesCells(desk, cell)) props.onTyping?.(typeText(desk.typed, cell, box.value.trim()))
}

/** Words of merged columns join and part cells: they count when they are taken over. */
function movesCells({ typed }: PaperInHand, { key }: PaperCell): boolean {
  const place = findListCell(typed, key ?? '')
  return place !== undefined && sharedColumns.includes(place.column)
}

/** Takes over the words that were typed. Does nothing when none were. */
export function commitTyping(
  { cell, props, box, typed, typedWords, choice, choose }: PaperInHand,
  { keepsFocus = true } = {},
): void {
  if (choice.mode === 'chosen' || cell?.key === undefined) return
  const words = (box?.value ?? typedWords.now()).trim()
  if (box !== null) box.value = ''
  if (choice.cursor !== undefined) choose(chosenAt(choice.cursor), keepsFocus)
  const stays = props.computed[cell.key] === words
  const changes = stays ? [] : typeText(typed, cell, words)
  props.onTyping?.(null)
  if (changes.length > 0) props.onChange?.(changes, cell.key)
}

/** Leaves the cell as it was before. */
export function cancelTyping({ props, box, choice, choose }: PaperInHand): void {
  if (choice.mode === 'chosen' || choice.cursor === undefined) return
  if (box !== null) box.value = ''
  choose(chosenAt(choice.cursor))
  props.onTyping?.(null)
}

/** Puts a line end where the caret stands. */
export function breakLine({ box }: PaperInHand): void {
  if (box === null) return
  box.setRangeText('\n', box.selectionStart, box.selectionEnd, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
