import type { Ruling } from './page-marks.js'

/** How far a line may end from the one it meets, in points. */
export const reach = 3

/** The lines of one table: each touches another, and no end hangs in the air. */
export type Component = Readonly<{ horizontals: readonly Ruling[]; verticals: readonly Ruling[] }>

/** Groups whole lines into tables. Underlines and other lines that meet nothing are left out. */
export function findComponents(rulings: readonly Ruling[]): Component[] {
  const kept = pruneHanging(rulings)
  const parent = kept.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] ?? root
    parent[at] = root
    return root
  }
  kept.forEach((ruling, at) => {
    if (ruling.axis === 'vertical') return
    kept.forEach((other, otherAt) => {
      if (meets(ruling, other)) parent[rootOf(otherAt)] = rootOf(at)
    })
  })
  return collect(kept, rootOf)
}

function collect(kept: readonly Ruling[], rootOf: (at: number) => number): Component[] {
  const components = new Map<number, { horizontals: Ruling[]; verticals: Ruling[] }>()
  kept.forEach((ruling, at) => {
    const component = components.get(rootOf(at)) ?? { horizontals: [], verticals: [] }
    components.set(rootOf(at), component)
    if (ruling.axis === 'horizontal') component.horizontals.push(ruling)
    else component.verticals.push(ruling)
  })
  return [...components.values()]
}

function meets(one: Ruling, other: Ruling): boolean {
  return one.axis !== other.axis && covers(one, other.at) && covers(other, one.at)
}

export function covers(ruling: Ruling, position: number): boolean {
  return ruling.from - reach <= position && position <= ruling.to + reach
}

/** A border ends at another line, or where its fellows end in a table that is open on that side. */
function pruneHanging(rulings: readonly Ruling[]): Ruling[] {
  let kept = [...rulings]
  for (;;) {
    const next = kept.filter((ruling) => isAnchored(ruling, kept))
    if (next.length === kept.length) return kept
    kept = next
  }
}

function isAnchored(ruling: Ruling, all: readonly Ruling[]): boolean {
  const crossing = all.filter((other) => meets(ruling, other))
  if (crossing.length === 0) return false
  return [ruling.from, ruling.to].every(
    (end) =>
      crossing.some(({ at }) => Math.abs(at - end) <= reach) || isShared(ruling, end, { crossing, all }),
  )
}

type Surroundings = Readonly<{ crossing: readonly Ruling[]; all: readonly Ruling[] }>

/** Whether a parallel line, held by one of the same crossing lines, ends at the same distance. */
function isShared(ruling: Ruling, end: number, { crossing, all }: Surroundings): boolean {
  return all.some(
    (other) =>
      other !== ruling &&
      other.axis === ruling.axis &&
      (Math.abs(other.from - end) <= reach || Math.abs(other.to - end) <= reach) &&
      crossing.some((held) => meets(other, held)),
  )
}
