import type { Ref } from 'react'
import type { CellKey, ContentChange, FormContent } from '../../../core/editing/content.js'
import type { PrintedForm } from '../../../core/paper/printed.js'
import type { Command } from '../keyboard/command.js'

/** A sign in a cell's corner, and the words that say why, for pointers and screen readers. */
export type CellMark = Readonly<{
  kind: 'error' | 'warning' | 'info' | 'justified' | 'flagged' | 'changed' | 'comment'
  text: string
}>

/** What the page can ask a form on screen to do. */
export type PaperFormHandle = Readonly<{
  /** Chooses a cell, brings it into view and puts the keyboard there. */
  focusCell: (key: CellKey) => void
}>

/** A form as it looks on paper. Without `onChange` it can only be read. */
export type PaperFormProps = Readonly<{
  printed: PrintedForm
  /** What the form was printed from. */
  content: FormContent
  /** What stands there by now, when the engine has not caught up; otherwise the same. */
  typed?: FormContent
  /** Values that the engine computes, by cell. */
  computed: Readonly<Record<CellKey, string>>
  marks?: Readonly<Record<CellKey, CellMark>>
  /** Cells that may be changed; null: all. */
  open?: ReadonlySet<CellKey> | null
  handle?: Ref<PaperFormHandle>
  /** Changes that belong together, and the cell to come back to when they are taken back. */
  onChange?: (changes: readonly ContentChange[], at: CellKey) => void
  /** While words are typed: what the form would be with them; null when nothing is being typed any more. */
  onTyping?: (changes: readonly ContentChange[] | null) => void
  onChoose?: (key: CellKey) => void
  /** Keys that concern the page rather than the form: undo, findings, last year's value. */
  onCommand?: (command: Command, key: CellKey) => void
  /** One sentence for the user: what a paste did, why a cell is closed. */
  onNotice?: (sentence: string) => void
}>
