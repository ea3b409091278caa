import type { RedactionRule } from './passage.js'

/** A stretch of a folded text that must go; positions in the folded text. */
export type Found = Readonly<{ from: number; to: number; rule: RedactionRule }>

/** Moves what was found in a piece to where the piece begins. */
export function shifted(found: readonly Found[], by: number): readonly Found[] {
  return by === 0 ? found : found.map(({ from, to, rule }) => ({ from: from + by, to: to + by, rule }))
}

/** In order and without overlaps; of two that overlap the earlier in the list wins what it covers, the rest is joined. */
export function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = []
  for (const one of [...found].sort((left, right) => left.from - right.from || right.to - left.to)) {
    const last = kept.at(-1)
    if (last === undefined || one.from >= last.to) kept.push(one)
    else if (one.to > last.to) kept[kept.length - 1] = { ...last, to: one.to }
  }
  return kept
}
