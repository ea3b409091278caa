import type { Store } from './store.js'

/**
 * Milliseconds for which an answer about who may enter is believed although another process may have changed it.
 * What this process changes counts at once.
 */
const believed = 2_000
const keptMost = 5_000

type Kept<Row> = Readonly<{ row: Row; mark: number; at: number }>

/** Answers to the same short question, asked with every request. */
export type DoorMemory<Row> = Readonly<{
  find: (store: Pick<Store, 'doorsMark'>, key: string, ask: () => Promise<Row>) => Promise<Row>
}>

/** Remembers answers for two seconds, and no longer than the store's `doorsMark` stays the same. */
export function createDoorMemory<Row>(): DoorMemory<Row> {
  const ofStore = new WeakMap<object, Map<string, Kept<Row>>>()
  return {
    find: async (store, key, ask) => {
      const known = ofStore.get(store) ?? new Map<string, Kept<Row>>()
      ofStore.set(store, known)
      // Taken before asking: what is changed meanwhile makes the answer old.
      const [mark, at] = [store.doorsMark(), performance.now()]
      const kept = known.get(key)
      if (kept?.mark === mark && at - kept.at < believed) return kept.row
      const row = await ask()
      if (known.size > keptMost) known.clear()
      known.set(key, { row, mark, at })
      return row
    },
  }
}
