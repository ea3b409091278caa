import type { FilingContent } from '../../core/editing/content.js'
import type { FilingRow } from '../../store/filing-store.js'
import type { Store } from '../../store/store.js'

/** What has been typed into lately stays in memory: the engine knows its objects and computes only what changed. */
type Recent = Map<string, Readonly<{ revision: string; content: FilingContent }>>

/** As many as type at once, with room; one takes some hundred kilobytes with all that the engine keeps of it. */
const kept = 150
const ofStore = new WeakMap<Store, Recent>()

type Known = Pick<FilingRow, 'filing_id' | 'revision'>

/** The content of exactly this revision, when it is still in memory. */
export function findRecent(store: Store, { filing_id, revision }: Known): FilingContent | undefined {
  const found = ofStore.get(store)?.get(filing_id)
  return found?.revision === revision ? found.content : undefined
}

/** Keeps a content; only once its transaction has ended well, so that what was rolled back is never taken for saved. */
export function keepRecent(store: Store, { filing_id, revision }: Known, content: FilingContent): void {
  const recent = ofStore.get(store) ?? new Map()
  ofStore.set(store, recent)
  recent.delete(filing_id)
  recent.set(filing_id, { revision, content })
  const [oldest] = recent.keys()
  if (recent.size > kept && oldest !== undefined) recent.delete(oldest)
}
