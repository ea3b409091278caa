const patterns = new WeakMap<readonly string[], RegExp>()

/** A pattern that matches any of the words literally, the longest first; kept by the list. Matches nothing when empty. */
export function anyOf(words: readonly string[], flags = ''): RegExp {
  if (words.length === 0) return /(?!)/
  if (flags !== '') return makePattern(words, flags)
  let pattern = patterns.get(words)
  if (pattern === undefined) {
    pattern = makePattern(words, '')
    patterns.set(words, pattern)
  }
  return pattern
}

function makePattern(words: readonly string[], flags: string): RegExp {
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
