import type { Direction } from '../paper/grid.js'

/** What a key asks for. */
export type Command =
  | Readonly<{ kind: 'move'; direction: Direction; extend: boolean }>
  /** To the next cell that can be filled in; while typing, takes the words over first. */
  | Readonly<{ kind: 'tab'; back: boolean }>
  | Readonly<{ kind: 'enter'; back: boolean }>
  | Readonly<{ kind: 'edge'; edge: 'first' | 'last'; whole: boolean }>
  | Readonly<{ kind: 'edit' }>
  | Readonly<{ kind: 'cancel' }>
  | Readonly<{ kind: 'clear' }>
  | Readonly<{ kind: 'newLine' }>
  | Readonly<{ kind: 'selectAll' }>
  | Readonly<{ kind: 'undo' }>
  | Readonly<{ kind: 'redo' }>
  | Readonly<{ kind: 'lastYear' }>
  | Readonly<{ kind: 'ledger' }>
  | Readonly<{ kind: 'explain' }>
  | Readonly<{ kind: 'nextFinding'; back: boolean }>
  | Readonly<{ kind: 'insertRow' }>
  | Readonly<{ kind: 'removeRow' }>
  | Readonly<{ kind: 'moveRow'; direction: 'up' | 'down' }>

/** A key as the browser tells it. */
export type KeyPress = Readonly<{
  key: string
  /** Place on the keyboard: with Alt some systems tell another sign in `key`. */
  code: string
  ctrl: boolean
  shift: boolean
  alt: boolean
  /** An input method is in the middle of composing; every key belongs to it. */
  composing: boolean
}>

/** Whether a cell is only chosen, or words are typed over it, or its words are edited in place. */
export type Mode = 'chosen' | 'typing' | 'editing'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/**
 * The command of a key; undefined when the key belongs to the browser or to the words being typed. As in a
 * spreadsheet, arrows leave a cell one has typed over, and walk in the words of one that is edited.
 */
export function commandOf(press: KeyPress, mode: Mode): Command | undefined {
  if (press.composing) return undefined
  return anyMode(press) ?? (mode === 'chosen' ? whenChosen(press) : whenTyping(press, mode))
}

function anyMode({ key, code, ctrl, shift, alt }: KeyPress): Command | undefined {
  if (alt && !ctrl) {
    if (code === 'Digit1' || code === 'Numpad1') return { kind: 'lastYear' }
    if (code === 'Digit2' || code === 'Numpad2') return { kind: 'ledger' }
    return undefined
  }
  if (ctrl) return undefined
  switch (key) {
    case 'F1':
      return { kind: 'explain' }
    case 'F8':
      return { kind: 'nextFinding', back: shift }
    case 'Tab':
      return { kind: 'tab', back: shift }
    case 'Enter':
      return { kind: 'enter', back: shift }
    case 'Escape':
      return { kind: 'cancel' }
    default:
      return undefined
  }
}

function whenTyping({ key, ctrl, shift, alt }: KeyPress, mode: Mode): Command | undefined {
  if (alt && key === 'Enter') return { kind: 'newLine' }
  const direction = arrows[key]
  if (mode === 'typing' && direction !== undefined && !ctrl && !alt && !shift)
    return { kind: 'move', direction, extend: false }
  return undefined
}

function whenChosen(press: KeyPress): Command | undefined {
  const { key, ctrl, shift, alt } = press
  const direction = arrows[key]
  if (direction !== undefined) {
    if (alt && shift && (direction === 'up' || direction === 'down')) return { kind: 'moveRow', direction }
    return ctrl || alt ? undefined : { kind: 'move', direction, extend: shift }
  }
  if (ctrl) return withControl(press)
  if (alt) return undefined
  switch (key) {
    case 'F2':
      return { kind: 'edit' }
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' }
    case 'Home':
    case 'End':
      return { kind: 'edge', edge: key === 'Home' ? 'first' : 'last', whole: false }
    default:
      return undefined
  }
}

function withControl({ key, shift }: KeyPress): Command | undefined {
  switch (key.toLowerCase()) {
    case 'z':
      return shift ? { kind: 'redo' } : { kind: 'undo' }
    case 'y':
      return { kind: 'redo' }
    case 'a':
      return { kind: 'selectAll' }
    case 'enter':
      return { kind: 'insertRow' }
    case 'delete':
    case 'backspace':
      return { kind: 'removeRow' }
    case 'home':
    case 'end':
      return { kind: 'edge', edge: key === 'Home' ? 'first' : 'last', whole: true }
    default:
      return undefined
  }
}
