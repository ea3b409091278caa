import type { FilingRow } from '../../store/filing-store.js'
import type { Store } from '../../store/store.js'

/** One revision of a filing. */
export type Known = Pick<FilingRow, 'filing_id' | 'revision'>
/** The version in hand, the one that counts for the year after, or the one that was sent back. */
export type Which = 'inHand' | 'standing' | 'returned'

/** What is looked for: a content is the same as long as the revision is. */
export type Sought = Known & Readonly<{ which: Which }>

/**
 * JSON of contents read and typed into lately, as it goes out. It is looked up by revision, after row security has
 * shown the row.
 */
type Memory = Map<string, Readonly<{ revision: string; text: string }>>

/** A text takes some tens of kilobytes. */
const mostKept = 1500
const ofStore = new WeakMap<Store, Memory>()

/** JSON of the content of exactly this revision, when it is still in memory. */
export function findRecentText(store: Store, sought: Sought): string | undefined {
  const found = ofStore.get(store)?.get(keyOf(sought))
  return found?.revision === sought.revision ? found.text : undefined
}

/** Keeps a text; only once its transaction has ended well, so that what was rolled back is never taken for saved. */
export function keepRecentText(store: Store, sought: Sought, text: string): void {
  const kept: Memory = ofStore.get(store) ?? new Map()
  ofStore.set(store, kept)
  const key = keyOf(sought)
  kept.delete(key)
  kept.set(key, { revision: sought.revision, text })
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}

function keyOf({ filing_id, which }: Sought): string {
  return `${which}/${filing_id}`
}
