/** The candidate that `word` most likely means; undefined when none is near. */
export function findClosest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(1, Math.ceil([...word].length * 0.4)) + 1
  for (const candidate of candidates) {
    const distance = editDistance([...word], [...candidate])
    if (distance >= bestDistance) continue
    best = candidate
    bestDistance = distance
  }
  return best
}

/** `，是不是“全年预算数”？`, or a full stop when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const closest = findClosest(word, candidates)
  return closest === undefined ? '。' : `，是不是“${closest}”？`
}

function editDistance(left: readonly string[], right: readonly string[]): number {
  let previous = right.map((_, index) => index + 1)
  previous.unshift(0)
  for (const [row, sign] of left.entries()) {
    const current = [row + 1]
    for (const [column, other] of right.entries()) {
      const replaced = (previous[column] ?? 0) + (sign === other ? 0 : 1)
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous[right.length] ?? left.length
}
