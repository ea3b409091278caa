/** Counts what happened lately under a key and refuses above a limit; forgets by itself, and never holds more keys than `keys`. */
export type AttemptCounter = Readonly<{
  /** Minutes to wait, or 0. */
  waitMinutes(key: string, now: Date): number
  count(key: string, now: Date): void
  forget(key: string): void
}>

type Window = { began: number; times: number }

const keys = 100_000

/** `limit` times within `minutes` are let through; the next waits for the end of that time. */
export function createAttemptCounter(limit: number, minutes: number): AttemptCounter {
  const windows = new Map<string, Window>()
  const length = minutes * 60_000
  const find = (key: string, now: Date): Window | undefined => {
    const window = windows.get(key)
    if (window === undefined || now.getTime() - window.began < length) return window
    windows.delete(key)
    return undefined
  }
  return {
    waitMinutes: (key, now) => {
      const window = find(key, now)
      if (window === undefined || window.times < limit) return 0
      return Math.max(1, Math.ceil((window.began + length - now.getTime()) / 60_000))
    },
    count: (key, now) => {
      const window = find(key, now)
      if (window !== undefined) window.times += 1
      else {
        const [oldest] = windows.keys()
        if (windows.size >= keys && oldest !== undefined) windows.delete(oldest)
        windows.set(key, { began: now.getTime(), times: 1 })
      }
    },
    forget: (key) => void windows.delete(key),
  }
}
