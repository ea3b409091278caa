import type { Ruling } from './page-marks.js'

/** Lines of one axis closer than this are one line drawn twice (double borders, cell by cell), in points. */
const sameLine = 2
/** A gap this short between two pieces of a line is not a gap: dots of a dotted line, corners. */
const sameStretch = 3

/** The pieces that producers draw (cell by cell, dot by dot) as whole lines. */
export function mergeRulings(rulings: readonly Ruling[]): Ruling[] {
  return (['horizontal', 'vertical'] as const).flatMap((axis) => {
    const sorted = rulings.filter((ruling) => ruling.axis === axis).sort((one, other) => one.at - other.at)
    return groupByDistance(sorted, (ruling) => ruling.at, sameLine).flatMap(mergeStretches)
  })
}

/** Splits sorted items into groups none of which is wider than `width`. */
export function groupByDistance<Item>(
  sorted: readonly Item[],
  positionOf: (item: Item) => number,
  width: number,
): Item[][] {
  const groups: Item[][] = []
  for (const item of sorted) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group === undefined || first === undefined || positionOf(item) - positionOf(first) > width) {
      groups.push([item])
    } else {
      group.push(item)
    }
  }
  return groups
}

function mergeStretches(collinear: readonly Ruling[]): Ruling[] {
  const merged: Ruling[] = []
  const at = collinear.reduce((sum, ruling) => sum + ruling.at, 0) / Math.max(collinear.length, 1)
  for (const ruling of [...collinear].sort((one, other) => one.from - other.from)) {
    const last = merged.at(-1)
    if (last !== undefined && ruling.from - last.to <= sameStretch) {
      merged[merged.length - 1] = { ...last, to: Math.max(last.to, ruling.to) }
    } else {
      merged.push({ ...ruling, at })
    }
  }
  return merged
}
