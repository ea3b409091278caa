/** A pattern that matches any of the words literally, the longest first. Matches nothing when there are none. */
export function anyOf(words: readonly string[], flags = ''): RegExp {
  if (words.length === 0) return /(?!)/
  const sorted = [...words].sort((left, right) => right.length - left.length)
  return new RegExp(sorted.map(escaped).join('|'), flags)
}

/** True when the text holds one of the words. */
export function holdsAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word))
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
