import type { ClipboardEvent, FormEvent, KeyboardEvent, PointerEvent } from 'react'
import { commandOf } from '../keyboard/command.js'
import { chosenAt } from './choice.js'
import { copyCells, pasteCells } from './clipboard.js'
import { cursorOn, isChoosable } from './grid.js'
import type { PaperCell } from './paper-cell.js'
import { clearCells, runCommand } from './run-command.js'
import { beginEditing, commitTyping, sayClosed, typeInBox } from './typing.js'
import { isFillable, type PaperInHand } from './use-paper-desk.js'

/** What the table does with keys, pointer and clipboard. Made once for each form. */
export function paperEvents(desk: () => PaperInHand, hasFocus: { current: boolean }) {
  return {
    onKeyDown: (event: KeyboardEvent) => pressKey(desk, event),
    onInput: (event: FormEvent) => typeInBox(desk(), { isComposing: isComposing(event.nativeEvent) }),
    onCompositionStart: () => typeInBox(desk(), { isComposing: true }),
    onCompositionEnd: () => typeInBox(desk(), { isComposing: false }),
    onFocus: () => {
      hasFocus.current = true
    },
    onBlur: () => {
      hasFocus.current = false
      commitTyping(desk(), { keepsFocus: false })
    },
    onPointerDown: (event: PointerEvent) => press(desk, event),
    onPointerMove: (event: PointerEvent) => drag(desk, event),
    onDoubleClick: () => beginEditing(desk()),
    onCopy: (event: ClipboardEvent) => copy(desk, event),
    onCut: (event: ClipboardEvent) => {
      if (copy(desk, event)) clearCells(desk())
    },
    onPaste: (event: ClipboardEvent) => {
      if (desk().choice.mode !== 'chosen') return
      event.preventDefault()
      pasteCells(desk(), event.clipboardData.getData('text/plain'))
    },
  }
}

function isComposing(event: Event): boolean {
  return 'isComposing' in event && event.isComposing === true
}

/** Some browsers end composing before they tell the key that ended it; they mark it with this number. */
const composingKey = 229

function pressKey(desk: () => PaperInHand, event: KeyboardEvent): void {
  const { key, nativeEvent, ctrlKey, metaKey, shiftKey: shift, altKey: alt } = event
  const composing = nativeEvent.isComposing || event.keyCode === composingKey
  const ctrl = ctrlKey || metaKey
  const command = commandOf({ key, code: nativeEvent.code, ctrl, shift, alt, composing }, desk().choice.mode)
  if (command !== undefined) {
    if (runCommand(desk, command)) event.preventDefault()
    return
  }
  const { cell, choice } = desk()
  const isSign = key.length === 1 && !ctrl && !alt
  if (isSign && choice.mode === 'chosen' && cell !== undefined && !isFillable(desk(), cell)) sayClosed(desk())
}

function cellUnder({ grid }: PaperInHand, target: EventTarget): PaperCell | undefined {
  const id = target instanceof Element ? target.closest('td')?.dataset.cell : undefined
  const cell = id === undefined ? undefined : grid.byId.get(id)
  return isChoosable(cell) ? cell : undefined
}

function press(desk: () => PaperInHand, event: PointerEvent): void {
  const cell = cellUnder(desk(), event.target)
  if (cell === undefined || event.button !== 0) return
  const { choice } = desk()
  if (choice.cursor?.id === cell.id && choice.mode !== 'chosen') return
  event.preventDefault()
  commitTyping(desk())
  const { cursor } = desk().choice
  if (event.shiftKey && cursor !== undefined) desk().choose(chosenAt(cursor, cursorOn(cell)))
  else desk().choose(chosenAt(cursorOn(cell)))
}

function drag(desk: () => PaperInHand, event: PointerEvent): void {
  const { choice, choose } = desk()
  if (event.buttons !== 1 || event.pointerType !== 'mouse' || choice.mode !== 'chosen') return
  const cell = cellUnder(desk(), event.target)
  if (cell === undefined || choice.cursor === undefined || (choice.end ?? choice.cursor).id === cell.id)
    return
  choose(chosenAt(choice.cursor, cursorOn(cell)))
}

function copy(desk: () => PaperInHand, event: ClipboardEvent): boolean {
  if (desk().choice.mode !== 'chosen') return false
  event.preventDefault()
  event.clipboardData.setData('text/plain', copyCells(desk()))
  return true
}
