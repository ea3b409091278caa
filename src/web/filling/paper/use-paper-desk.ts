import { useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FormContent } from '../../../core/editing/content.js'
import { isOpenFor } from './cell-state.js'
import { type Choice, chosenAt, chosenCell, firstChoice } from './choice.js'
import { cursorOn, type Grid } from './grid.js'
import type { PaperCell } from './paper-cell.js'
import type { PaperFormProps } from './paper-props.js'
import { createTypedWords, type TypedWords } from './typed-words.js'
import { useGrid, useSteadyGrid } from './use-grid.js'

/** Everything that keys, pointer and clipboard act on; read when they act, so that it is never stale. */
export type PaperInHand = Readonly<{
  props: PaperFormProps
  grid: Grid
  typed: FormContent
  choice: Choice
  typedWords: TypedWords
  cell: PaperCell | undefined
  box: HTMLTextAreaElement | null
  /** Puts the keyboard there too, unless `takesFocus` is false. */
  choose: (choice: Choice, takesFocus?: boolean) => void
}>

/** What is chosen on a form, and the keyboard's place in it. */
export function usePaperDesk(props: PaperFormProps) {
  const { printed, content, typed = content } = props
  const fresh = useGrid(printed, content)
  const [choice, setChoice] = useState<Choice>(() => firstChoice(fresh))
  const grid = useSteadyGrid(fresh, choice.mode === 'chosen' ? undefined : choice.cursor?.id)
  const cell = chosenCell(grid, choice)
  const box = useRef<HTMLTextAreaElement>(null)
  const takesFocus = useRef(false)
  const [typedWords] = useState(createTypedWords)
  const hasFocus = useRef(false)
  const desk = useRef<PaperInHand>(null)
  const choose = useMemo(() => chooser(desk, setChoice, takesFocus), [])
  desk.current = { props, grid, typed, choice, typedWords, cell, box: box.current, choose }

  useLayoutEffect(() => {
    if (desk.current !== null) desk.current = { ...desk.current, box: box.current }
    const lostFocus = hasFocus.current && document.activeElement !== box.current
    if (box.current === null || !(takesFocus.current || lostFocus)) return
    takesFocus.current = false
    box.current.focus({ preventScroll: true })
    box.current.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  useImperativeHandle(props.handle, () => ({
    focusCell: (key) => {
      const grid = desk.current?.grid
      const target = grid?.byId.get(key) ?? grid?.cells.find((one) => one.key?.startsWith(`${key}/`))
      if (target === undefined) return
      choose(chosenAt(cursorOn(target)))
      document.querySelector(`[data-cell="${CSS.escape(target.id)}"]`)?.scrollIntoView({ block: 'center' })
    },
  }))
  return { grid, typed, choice, typedWords, cell, box, desk, hasFocus }
}

function chooser(
  desk: { current: PaperInHand | null },
  setChoice: (choice: Choice) => void,
  takesFocus: { current: boolean },
) {
  return (choice: Choice, takes = true) => {
    const before = desk.current
    takesFocus.current = takes
    if (before !== null) desk.current = { ...before, choice, cell: chosenCell(before.grid, choice) }
    if (choice.cursor?.id !== before?.choice.cursor?.id) {
      const key = desk.current?.cell?.key
      if (key !== undefined) before?.props.onChoose?.(key)
    }
    setChoice(choice)
  }
}

/** Whether words may be typed over a cell at once. */
export function isFillable({ props }: PaperInHand, { key }: PaperCell): boolean {
  return (
    key !== undefined &&
    props.onChange !== undefined &&
    props.computed[key] === undefined &&
    isOpenFor(props.open, key)
  )
}
