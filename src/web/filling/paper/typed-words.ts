/** The words in the box while one types. They change with every key, and only the cell that shows them is drawn. */
export type TypedWords = Readonly<{
  now: () => string
  put: (words: string) => void
  subscribe: (listener: () => void) => () => void
}>

export function createTypedWords(): TypedWords {
  const listeners = new Set<() => void>()
  let words = ''
  return {
    now: () => words,
    put: (next) => {
      words = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
