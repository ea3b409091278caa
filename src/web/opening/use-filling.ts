import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { applyChanges } from '../../core/editing/apply-changes.js'
import type { CellKey, ContentChange, FilingContent } from '../../core/editing/content.js'
import { noHistory, recordStep, redoStep, undoStep } from '../changes/history.js'
import { type Saving, useSaving } from '../saving/use-saving.js'
import { applyPossible, contentOf } from './content-of.js'
import type { FilingWhole } from './filing-whole.js'

/** The content that one person is working on. */
export type Filling = Readonly<{
  /** What is taken over, saved or on its way. */
  content: FilingContent
  saving: Saving
  change: (changes: readonly ContentChange[], at: CellKey) => void
  /** Words that are being typed this moment, to be checked only; null when no more. */
  type: (changes: readonly ContentChange[] | null) => void
  /** Changes that follow from others; they are saved but are no step of their own. */
  follow: (changes: readonly ContentChange[]) => void
  /** @returns the cell in which the step was made */
  undo: () => CellKey | undefined
  redo: () => CellKey | undefined
  /** Takes over what the server has now, with what is not saved yet on top. @returns the content before */
  takeOver: (whole: FilingWhole) => FilingContent
  /** The content this moment, before it is drawn. */
  latest: () => FilingContent
}>

type Listeners = Readonly<{
  /** Somebody else saved first, the filing must be read again. */
  onStale: () => void
  /** The content has changed, or what is being typed: at once, before anything is drawn. */
  onContent: (content: FilingContent) => void
}>

/** Content, undo and saving of one filing. */
export function useFilling(
  whole: FilingWhole,
  accountId: string,
  { onStale, onContent }: Listeners,
): Filling {
  const saving = useSaving({
    filingId: whole.filing.filingId,
    accountId,
    revision: whole.revision,
    onTheirs: onStale,
  })
  const { queue } = saving
  const [content, setContent] = useState(() => applyPossible(contentOf(whole.content), queue.unsent()))
  const latest = useRef(content)
  const history = useRef(noHistory)
  const { type, tell } = useTyping(latest, onContent)
  const put = useCallback(
    (next: FilingContent) => {
      latest.current = next
      tell()
      setContent(next)
    },
    [tell],
  )
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
  return useMemo(
    () => ({ content, saving, type, takeOver, latest: () => latest.current, follow: send, ...steps }),
    [content, saving, type, takeOver, send, steps],
  )
}

/**
 * Words being typed are no state of the page: the cell shows them itself, and telling the engine must not wait until
 * everything else is drawn again.
 */
function useTyping(latest: { readonly current: FilingContent }, onContent: Listeners['onContent']) {
  const typing = useRef<readonly ContentChange[] | null>(null)
  const tell = useCallback(() => {
    onContent(typing.current === null ? latest.current : applyPossible(latest.current, typing.current))
  }, [latest, onContent])
  useEffect(() => onContent(latest.current), [latest, onContent])
  const type = useCallback(
    (changes: readonly ContentChange[] | null) => {
      typing.current = changes
      // Words that were typed are mostly taken over next: what stood there before is not checked in between.
      if (changes === null) queueMicrotask(tell)
      else tell()
    },
    [tell],
  )
  return { type, tell }
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
