import type { Finding } from '../law/check.js'
import type { CellKey } from './content.js'

/**
 * What a finding rests on, as 32 hexadecimal digits: its check, its cells, and the words in them. The same everywhere,
 * and another one as soon as a word changes. Guards against stale answers, not against forgery.
 */
export function inputsOf(
  { check, places }: Finding,
  cells: readonly CellKey[],
  texts: readonly string[],
): string {
  const quotes = places.flatMap(({ quote, row }) => (row === undefined ? [quote] : []))
  return hashText(JSON.stringify([check, [...cells].sort(), texts, quotes]))
}

const seeds = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]

/** Four times FNV-1a of 32 bits over UTF-16 units, each begun differently. */
function hashText(text: string): string {
  return seeds
    .map((seed) => {
      let hash = seed
      for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
      return (hash >>> 0).toString(16).padStart(8, '0')
    })
    .join('')
}
