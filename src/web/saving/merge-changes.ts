import type { ContentChange } from '../../core/editing/content.js'

/** Adds a change, joined with an earlier one of the same place so that a word typed is one change, not five. */
export function mergeChange(
  changes: readonly ContentChange[],
  change: ContentChange,
): readonly ContentChange[] {
  const at = findMergeable(changes, change)
  const earlier = changes[at]
  if (earlier === undefined) return [...changes, change]
  const merged = joined(earlier, change)
  return merged === undefined ? changes.toSpliced(at, 1) : changes.toSpliced(at, 1, merged)
}

/** Looks back only as far as rows, forms and paragraphs stayed what they were. */
function findMergeable(changes: readonly ContentChange[], change: ContentChange): number {
  const place = placeOf(change)
  if (place === undefined) return -1
  for (let at = changes.length - 1; at >= 0; at -= 1) {
    const earlier = changes[at]
    const earlierPlace = earlier === undefined ? undefined : placeOf(earlier)
    if (earlierPlace === undefined) return -1
    if (earlierPlace === place) return at
  }
  return -1
}

function placeOf(change: ContentChange): string | undefined {
  if (change.kind === 'cell') return change.cell
  return change.kind === 'paragraph' ? `report/${change.paragraph.id}` : undefined
}

/** @returns undefined when the two cancel each other */
function joined(earlier: ContentChange, later: ContentChange): ContentChange | undefined {
  if (earlier.kind !== 'cell' || later.kind !== 'cell') return later
  return earlier.from === later.to ? undefined : { ...later, from: earlier.from }
}
