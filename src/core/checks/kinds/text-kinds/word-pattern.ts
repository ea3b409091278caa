import { onceFor } from '../../../remember.js'

const patternOf = onceFor((words: readonly string[]): RegExp => makePattern(words, ''))

/** A pattern that matches any of the words literally, the longest first; kept by the list. Matches nothing when empty. */
export function anyOf(words: readonly string[], flags = ''): RegExp {
  if (words.length === 0) return /(?!)/
  return flags === '' ? patternOf(words) : makePattern(words, flags)
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
