import { describe, expect, it } from 'vitest'
import { commandOf, type KeyPress, type Mode } from './command.js'

describe('commandOf', () => {
  it.each<[string, Mode, Partial<KeyPress>, unknown]>([
    ['an arrow walks', 'chosen', { key: 'ArrowDown' }, { kind: 'move', direction: 'down', extend: false }],
    [
      'with Shift it widens',
      'chosen',
      { key: 'ArrowUp', shift: true },
      { kind: 'move', direction: 'up', extend: true },
    ],
    [
      'after typing it leaves the cell',
      'typing',
      { key: 'ArrowUp' },
      { kind: 'move', direction: 'up', extend: false },
    ],
    ['while editing it walks in the words', 'editing', { key: 'ArrowUp' }, undefined],
    ['Enter goes down', 'typing', { key: 'Enter' }, { kind: 'enter', back: false }],
    ['Shift+Enter goes up', 'editing', { key: 'Enter', shift: true }, { kind: 'enter', back: true }],
    ['Alt+Enter breaks the line', 'editing', { key: 'Enter', alt: true }, { kind: 'newLine' }],
    ['Tab goes on', 'editing', { key: 'Tab' }, { kind: 'tab', back: false }],
    ['F2 edits', 'chosen', { key: 'F2' }, { kind: 'edit' }],
    ['Delete empties', 'chosen', { key: 'Delete' }, { kind: 'clear' }],
    ['Delete while typing takes one sign away', 'typing', { key: 'Delete' }, undefined],
    ['Ctrl+Z takes back a step', 'chosen', { key: 'z', ctrl: true }, { kind: 'undo' }],
    ['Ctrl+Z while typing belongs to the words', 'typing', { key: 'z', ctrl: true }, undefined],
    ['Ctrl+Shift+Z makes it again', 'chosen', { key: 'Z', ctrl: true, shift: true }, { kind: 'redo' }],
    [
      'Alt+1 under a layout where it writes ¡',
      'chosen',
      { key: '¡', code: 'Digit1', alt: true },
      { kind: 'lastYear' },
    ],
    [
      'Shift+F8 goes to the finding before',
      'typing',
      { key: 'F8', shift: true },
      { kind: 'nextFinding', back: true },
    ],
    ['a letter is typed', 'chosen', { key: 'a' }, undefined],
    [
      'Enter that ends composing is the input method’s',
      'typing',
      { key: 'Enter', composing: true },
      undefined,
    ],
  ])('%s', (_situation, mode, press, command) => {
    const none = { key: '', code: '', ctrl: false, shift: false, alt: false, composing: false }
    expect(commandOf({ ...none, ...press }, mode)).toEqual(command)
  })
})
