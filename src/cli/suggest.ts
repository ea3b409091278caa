/** `，是不是 --format？` when one of the words is near to what was typed; otherwise empty. */
export function suggest(given: string, words: readonly string[]): string {
  const ranked = words
    .map((word) => ({ word, distance: editDistance(given, word) }))
    .sort((left, right) => left.distance - right.distance)
  const nearest = ranked[0]
  if (nearest === undefined || nearest.distance > Math.max(2, Math.floor(given.length / 3))) return ''
  return `，是不是 ${nearest.word}？`
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function editDistance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= left.length; row++) rows.push(nextRow(rows, { row, left, right }))
  return rows[left.length]?.[right.length] ?? 0
}

function nextRow(
  rows: readonly number[][],
  { row, left, right }: { row: number; left: string; right: string },
): number[] {
  const above = rows[row - 1] ?? []
  const line = [row]
  for (let column = 1; column <= right.length; column++) {
    const same = left[row - 1] === right[column - 1]
    const candidates = [
      (above[column] ?? 0) + 1,
      (line[column - 1] ?? 0) + 1,
      (above[column - 1] ?? 0) + (same ? 0 : 1),
    ]
    const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
    if (row > 1 && column > 1 && swapped) candidates.push((rows[row - 2]?.[column - 2] ?? 0) + 1)
    line.push(Math.min(...candidates))
  }
  return line
}
