import { type RefObject, useEffect } from 'react'
import type { Links } from './links.js'

/**
 * Lights up both sides of what is pointed at or focused: elements carry `data-place` or `data-cell`. Done on the
 * elements themselves, because a file has thousands of cells and the pointer moves fast.
 */
export function useJoinedHighlight(root: RefObject<HTMLElement | null>, links: Links): void {
  useEffect(() => {
    const page = root.current
    if (page === null) return undefined
    let lit: readonly Element[] = []
    const show = ({ target, type }: Event) => {
      for (const element of lit) element.classList.remove('lit')
      const source = target instanceof Element ? target.closest('[data-place], [data-cell]') : null
      lit = source === null ? [] : [source, ...counterparts(page, source, links)]
      for (const element of lit) element.classList.add('lit')
      if (type !== 'mouseover') lit[1]?.scrollIntoView({ block: 'nearest' })
    }
    const kinds = ['mouseover', 'focusin', 'click'] as const
    for (const kind of kinds) page.addEventListener(kind, show)
    return () => {
      for (const kind of kinds) page.removeEventListener(kind, show)
    }
  }, [root, links])
}

function counterparts(page: HTMLElement, source: Element, { cellsAt, placesOf }: Links): readonly Element[] {
  const place = source.getAttribute('data-place')
  const cell = source.getAttribute('data-cell')
  const selectors = [
    ...(place === null ? [] : (cellsAt.get(place) ?? []).map((one) => `[data-cell="${CSS.escape(one)}"]`)),
    ...(cell === null ? [] : (placesOf.get(cell) ?? []).map((one) => `[data-place="${CSS.escape(one)}"]`)),
  ]
  return selectors.length === 0 ? [] : [...page.querySelectorAll(selectors.join(', '))]
}
