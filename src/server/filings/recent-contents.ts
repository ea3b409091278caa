import type { FilingContent } from '../../core/editing/content.js'
import type { FilingRow } from '../../store/filing-store.js'
import type { Store } from '../../store/store.js'

/** One revision of a filing. */
export type Known = Pick<FilingRow, 'filing_id' | 'revision'>
/** The version in hand, the one that counts for the year after, or the one that was sent back. */
export type Which = 'inHand' | 'standing' | 'returned'

/** What is looked for: a content is the same as long as the revision is. */
export type Sought = Known & Readonly<{ which: Which }>

/**
 * Contents read and typed into lately stay in memory: as texts, which go out as they are, and as objects, of which
 * the engine computes only what changed. They are looked up by revision, after row security has shown the row.
 */
type Memory = Readonly<{ texts: Map<string, Kept<string>>; contents: Map<string, Kept<FilingContent>> }>
type Kept<Value> = Readonly<{ revision: string; value: Value }>

/** As many as type at once, with last year's and room; one takes some hundred kilobytes with all that the engine keeps of it. */
const contentsMost = 300
/** A text takes some tens of kilobytes. */
const textsMost = 1500
const ofStore = new WeakMap<Store, Memory>()

function memoryOf(store: Store): Memory {
  const memory = ofStore.get(store) ?? { texts: new Map(), contents: new Map() }
  ofStore.set(store, memory)
  return memory
}

/** The content of exactly this revision, when it is still in memory. */
export function findRecent(store: Store, sought: Sought): FilingContent | undefined {
  return find(memoryOf(store).contents, sought)
}

/** JSON of the content of exactly this revision, when it is still in memory. */
export function findRecentText(store: Store, sought: Sought): string | undefined {
  return find(memoryOf(store).texts, sought)
}

/** Keeps a content; only once its transaction has ended well, so that what was rolled back is never taken for saved. */
export function keepRecent(store: Store, sought: Sought, content: FilingContent): void {
  keep(memoryOf(store).contents, sought, { value: content, most: contentsMost })
}

/** Keeps JSON of a content; as `keepRecent`. */
export function keepRecentText(store: Store, sought: Sought, text: string): void {
  keep(memoryOf(store).texts, sought, { value: text, most: textsMost })
}

function find<Value>(kept: Map<string, Kept<Value>>, sought: Sought): Value | undefined {
  const found = kept.get(keyOf(sought))
  return found?.revision === sought.revision ? found.value : undefined
}

function keep<Value>(
  kept: Map<string, Kept<Value>>,
  sought: Sought,
  { value, most }: Readonly<{ value: Value; most: number }>,
): void {
  const key = keyOf(sought)
  kept.delete(key)
  kept.set(key, { revision: sought.revision, value })
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
}

function keyOf({ filing_id, which }: Sought): string {
  return `${which}/${filing_id}`
}
