import { useCallback, useMemo, useRef, useState } from 'react'
import { applyChanges } from '../../../core/editing/apply-changes.js'
import type { CellKey, ContentChange, FilingContent } from '../../../core/editing/content.js'
import { type Saving, useSaving } from '../../saving/use-saving.js'
import { applyPossible, contentOf } from '../changes/content-of.js'
import { noHistory, recordStep, redoStep, undoStep } from '../changes/history.js'
import type { FilingWhole } from '../filing-whole.js'

/** The content that one person is working on. */
export type Filling = Readonly<{
  /** What is taken over, saved or on its way. */
  content: FilingContent
  /** The same with the words that are being typed this moment. */
  preview: FilingContent
  saving: Saving
  change: (changes: readonly ContentChange[], at: CellKey) => void
  type: (changes: readonly ContentChange[] | null) => void
  /** @returns the cell in which the step was made */
  /** Changes that follow from others; they are saved but are no step of their own. */
  follow: (changes: readonly ContentChange[]) => void
  undo: () => CellKey | undefined
  redo: () => CellKey | undefined
  /** Takes over what the server has now, with what is not saved yet on top. @returns the content before */
  takeOver: (whole: FilingWhole) => FilingContent
  /** The content this moment, before it is drawn. */
  latest: () => FilingContent
}>

/** Content, undo and saving of one filing. `onStale`: somebody else saved first, the filing must be read again. */
export function useFilling(whole: FilingWhole, accountId: string, onStale: () => void): Filling {
  const saving = useSaving({
    filingId: whole.filing.filingId,
    accountId,
    revision: whole.revision,
    onTheirs: onStale,
  })
  const { queue } = saving
  const [content, setContent] = useState(() => applyPossible(contentOf(whole.content), queue.unsent()))
  const [typing, type] = useState<readonly ContentChange[] | null>(null)
  const latest = useRef(content)
  const history = useRef(noHistory)
  const put = useCallback((next: FilingContent) => {
    latest.current = next
    setContent(next)
  }, [])
  const send = useCallback(
    (changes: readonly ContentChange[]) => {
      put(applyChanges(latest.current, changes))
      queue.add(changes)
    },
    [put, queue],
  )
  const steps = useMemo(() => stepsOver({ latest, history, send }), [send])
  const takeOver = useCallback(
    (fresh: FilingWhole) => {
      const before = latest.current
      put(applyPossible(contentOf(fresh.content), queue.unsent()))
      return before
    },
    [put, queue],
  )
  const preview = useMemo(
    () => (typing === null ? content : applyPossible(content, typing)),
    [content, typing],
  )
  return { content, preview, saving, type, takeOver, latest: () => latest.current, follow: send, ...steps }
}

type Steps = Readonly<{
  latest: { readonly current: FilingContent }
  history: { current: typeof noHistory }
  send: (changes: readonly ContentChange[]) => void
}>

function stepsOver({ latest, history, send }: Steps): Pick<Filling, 'change' | 'undo' | 'redo'> {
  const go = (step: typeof undoStep) => {
    const taken = step(history.current, latest.current)
    if (taken === undefined) return undefined
    history.current = taken.history
    if (taken.changes.length > 0) send(taken.changes)
    return taken.at
  }
  return {
    change: (changes, at) => {
      history.current = recordStep(history.current, changes, { content: latest.current, at })
      send(changes)
    },
    undo: () => go(undoStep),
    redo: () => go(redoStep),
  }
}
