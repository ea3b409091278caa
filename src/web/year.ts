import { useSyncExternalStore } from 'react'
import { useSession } from './session.js'

const key = 'hengxiao.year'
const listeners = new Set<() => void>()

/** The budget year that is looked at: the one chosen, else the newest. Undefined while unknown. */
export function useYear(): number | undefined {
  const chosen = useSyncExternalStore(subscribe, () => sessionStorage.getItem(key))
  const years = useSession().data?.years ?? []
  return years.find((year) => String(year) === chosen) ?? years[0]
}

/** Chooses the year for all pages of this window. */
export function chooseYear(year: number): void {
  sessionStorage.setItem(key, String(year))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
