import { useEffect, useRef } from 'react'

/** What single keys do on the page. */
export type ReviewKeys = Readonly<Record<string, () => void>>

/** Listens to single keys, but never while somebody writes or a dialog is open. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(event.target))
        return
      const act = latest.current[event.key.toLowerCase()]
      if (act === undefined) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
}

/** The box of the paper form does not count: on this page nothing can be typed into it. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('dialog') !== null) return true
  if (target.closest('.paper-form') !== null) return false
  return target.closest('input, textarea, select, [contenteditable]') !== null
}
