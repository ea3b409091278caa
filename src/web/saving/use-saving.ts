import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { ContentChange } from '../../core/editing/content.js'
import { rebaseChanges } from '../../core/editing/rebase-changes.js'
import { newId } from '../new-id.js'
import { openKeeper } from './keeper.js'
import { SaveQueue } from './save-queue.js'
import type { SaveState } from './save-state.js'
import { savesTo } from './save-transport.js'

export type Saving = Readonly<{ queue: SaveQueue; state: SaveState }>

type TheirsListener = (theirs: readonly ContentChange[], revision: string) => void
type Opened = Readonly<{ queue: SaveQueue; listeners: Set<TheirsListener> }>

/** One queue per person and filing for as long as the window is open: form and report share it. */
const opened = new Map<string, Opened>()

/**
 * The save queue of an open filing. On opening, put `queue.unsent()` on top of the content that was fetched; when
 * `onTheirs` is called, fetch it again and do the same.
 */
export function useSaving(given: {
  filingId: string
  accountId: string
  /** Revision of the content that was fetched. */
  revision: string
  onTheirs: TheirsListener
}): Saving {
  const { queue, listeners } = open(given)
  const latest = useRef(given.onTheirs)
  latest.current = given.onTheirs
  useEffect(() => {
    const listener: TheirsListener = (theirs, revision) => latest.current(theirs, revision)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [listeners])
  useEffect(() => queue.open(given.revision), [queue, given.revision])
  useWakeUps(queue)
  const state = useSyncExternalStore(queue.subscribe, queue.state)
  return useMemo(() => ({ queue, state }), [queue, state])
}

/** Changes of a filing that the server has not acknowledged, before its page is open. */
export function unsentOf(given: { filingId: string; accountId: string; revision: string }) {
  return open(given).queue.unsent()
}

/** Waits until nothing of a filing is on its way, so that what is read next has it; without a connection it goes on. */
export async function settleSaving(filingId: string): Promise<void> {
  const queues = [...opened].filter(([key]) => key.endsWith(`/${filingId}`))
  await Promise.all(queues.map(([, { queue }]) => queue.flush()))
}

function open({
  filingId,
  accountId,
  revision,
}: {
  filingId: string
  accountId: string
  revision: string
}): Opened {
  const key = `${accountId}/${filingId}`
  const before = opened.get(key)
  if (before !== undefined) return before
  const listeners = new Set<TheirsListener>()
  const queue = new SaveQueue({
    revision,
    transport: savesTo(filingId),
    keeper: openKeeper(window.localStorage, accountId, filingId),
    rebase: rebaseChanges,
    newId,
    later,
    onTheirs: (theirs, at) => {
      for (const listener of listeners) listener(theirs, at)
    },
  })
  opened.set(key, { queue, listeners })
  return { queue, listeners }
}

/** Sends at once when the network is back, and before the page is put away. */
function useWakeUps(queue: SaveQueue): void {
  useEffect(() => {
    const wake = () => queue.sendNow()
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', wake)
    return () => {
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
      queue.sendNow()
    }
  }, [queue])
}

function later(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
