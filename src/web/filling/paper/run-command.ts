import type { CellKey, ContentChange } from '../../../core/editing/content.js'
import { insertRow, moveRow, removeRows } from '../../changes/list-rows.js'
import type { Command } from '../keyboard/command.js'
import { words } from '../words.zh.js'
import { mayAddRows } from './cell-state.js'
import { chosenAt, chosenBlock } from './choice.js'
import { cursorOn, edgeCell, isChoosable, moveCursor, nextCell } from './grid.js'
import { typeText } from './type-text.js'
import { beginEditing, breakLine, cancelTyping, commitTyping } from './typing.js'
import { isFillable, type PaperInHand } from './use-paper-desk.js'

/** Does what a key asks for. @returns false when the browser should do what it does with the key */
export function runCommand(desk: () => PaperInHand, command: Command): boolean {
  const { props, cell, choice } = desk()
  if (cell?.key === undefined) return false
  switch (command.kind) {
    case 'move':
    case 'enter':
    case 'edge':
    case 'tab':
      return goOn(desk, command)
    case 'edit':
      beginEditing(desk())
      return true
    case 'cancel':
      if (choice.mode === 'chosen') return false
      cancelTyping(desk())
      return true
    case 'newLine':
      breakLine(desk())
      return true
    case 'clear':
      clearCells(desk())
      return true
    case 'selectAll':
      chooseAll(desk())
      return true
    case 'insertRow':
    case 'removeRow':
    case 'moveRow':
      changeRows(desk(), command)
      return true
    case 'lastYear':
    case 'ledger':
      cancelTyping(desk())
      break
    default:
      commitTyping(desk())
  }
  props.onCommand?.(command, cell.key)
  return true
}

type Going = Command & { kind: 'move' | 'enter' | 'edge' | 'tab' }

function goOn(desk: () => PaperInHand, command: Going): boolean {
  commitTyping(desk())
  const { grid, choice, cell, choose } = desk()
  const cursor = choice.cursor
  if (cursor === undefined || cell === undefined) return false
  if (command.kind === 'tab') return tabOn(desk(), command.back)
  if (command.kind === 'edge') {
    const target = edgeCell(grid, cursor, command.edge, command.whole)
    if (target !== undefined) choose(chosenAt(cursorOn(target)))
    return true
  }
  if (command.kind === 'enter') choose(chosenAt(moveCursor(grid, cursor, command.back ? 'up' : 'down')))
  else if (!command.extend) choose(chosenAt(moveCursor(grid, cursor, command.direction)))
  else choose({ ...choice, end: moveCursor(grid, choice.end ?? cursor, command.direction) })
  return true
}

/** To the next cell that can be filled in; from the last one out of the form, so that nobody is caught in it. */
function tabOn(desk: PaperInHand, back: boolean): boolean {
  const { grid, choice, choose } = desk
  const from = choice.cursor?.id ?? ''
  const target = nextCell(grid, from, { back, wants: (cell) => isFillable(desk, cell) })
  const order = (id: string) => grid.cells.findIndex((cell) => cell.id === id)
  if (target === undefined || (back ? order(target.id) >= order(from) : order(target.id) <= order(from)))
    return false
  choose(chosenAt(cursorOn(target)))
  return true
}

function chooseAll({ grid, choose }: PaperInHand): void {
  const choosable = grid.cells.filter(isChoosable)
  const [first, last] = [choosable[0], choosable.at(-1)]
  if (first !== undefined && last !== undefined) choose(chosenAt(cursorOn(first), cursorOn(last)))
}

/** Chosen cells that may be changed. */
export function fillableCells(desk: PaperInHand): readonly CellKey[] {
  const block = chosenBlock(desk.grid, desk.choice)
  const cells = block.size > 0 ? [...block] : desk.cell === undefined ? [] : [desk.cell]
  return cells.flatMap((cell) => (cell.key !== undefined && isFillable(desk, cell) ? [cell.key] : []))
}

/** Empties the chosen cells; a computed value that was typed over is computed again. */
export function clearCells(desk: PaperInHand): void {
  const { grid, typed, props, cell } = desk
  const changes = fillableCells(desk).flatMap((key) => {
    const target = grid.byId.get(key)
    return target === undefined ? [] : typeText(typed, target, '')
  })
  if (changes.length > 0) props.onChange?.(changes, cell?.key ?? '')
}

type RowCommand = Command & { kind: 'insertRow' | 'removeRow' | 'moveRow' }

function changeRows(desk: PaperInHand, command: RowCommand): void {
  const { props, cell } = desk
  if (cell?.key === undefined) return
  if (!mayAddRows(props)) return props.onNotice?.(words.rowsClosed)
  const changes = changesOfRows(desk, command, cell.key)
  if (changes.length === 0) return props.onNotice?.(words.notInList)
  props.onChange?.(changes, cell.key)
}

function changesOfRows(
  { grid, choice, typed }: PaperInHand,
  command: RowCommand,
  key: CellKey,
): readonly ContentChange[] {
  if (command.kind === 'moveRow') return moveRow(typed, key, command.direction)
  if (command.kind === 'insertRow') return insertRow(typed, key)?.changes ?? []
  const block = [...chosenBlock(grid, choice)].flatMap((one) => (one.key === undefined ? [] : [one.key]))
  return removeRows(typed, block.length > 0 ? block : [key])
}
