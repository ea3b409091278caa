import { applyChanges } from '../../core/editing/apply-changes.js'
import { findForm } from '../../core/editing/cell-key.js'
import { changesBetween } from '../../core/editing/changes-between.js'
import type { CellKey, ContentChange, FilingContent } from '../../core/editing/content.js'
import { DomainError } from '../../core/errors/errors.js'
import { findText } from './cell-keys.js'

/** One step that can be taken back, and the cell it was made in. */
export type Step = Readonly<{
  forward: readonly ContentChange[]
  backward: readonly ContentChange[]
  at: CellKey
}>

/** 撤销、恢复: steps of one person in one filing, the last one at the end. */
export type History = Readonly<{ done: readonly Step[]; undone: readonly Step[] }>

export const noHistory: History = { done: [], undone: [] }

const longest = 500

/** Remembers changes that were made on a content; what had been taken back is forgotten. */
export function recordStep(
  { done }: History,
  changes: readonly ContentChange[],
  { content, at }: { content: FilingContent; at: CellKey },
): History {
  const backward = changesBetween(applyChanges(content, changes), content)
  return { done: [...done, { forward: changes, backward, at }].slice(-longest), undone: [] }
}

/** What taking a step back or making it again does to the content now. */
export type Taken = Readonly<{ history: History; changes: readonly ContentChange[]; at: CellKey }>

/** Takes the last step back; undefined when there is none. What others changed since stays as they left it. */
export function undoStep({ done, undone }: History, content: FilingContent): Taken | undefined {
  const step = done.at(-1)
  if (step === undefined) return undefined
  const history = { done: done.slice(0, -1), undone: [...undone, step] }
  return { history, changes: possible(step.backward, content), at: step.at }
}

/** Makes the step that was taken back last again; undefined when there is none. */
export function redoStep({ done, undone }: History, content: FilingContent): Taken | undefined {
  const step = undone.at(-1)
  if (step === undefined) return undefined
  const history = { done: [...done, step], undone: undone.slice(0, -1) }
  return { history, changes: possible(step.forward, content), at: step.at }
}

/** Changes that still meet what they were made on; the others would write over somebody's later words. */
function possible(changes: readonly ContentChange[], content: FilingContent): readonly ContentChange[] {
  let present = content
  return changes.filter((change) => {
    if (change.kind === 'cell' && textIn(present, change.cell) !== change.from) return false
    try {
      present = applyChanges(present, [change])
      return true
    } catch (reason) {
      if (reason instanceof DomainError) return false
      throw reason
    }
  })
}

function textIn(content: FilingContent, cell: CellKey): string | undefined {
  const form = findForm(content, cell.slice(0, cell.indexOf('/')))
  return form && findText(form, cell)
}
