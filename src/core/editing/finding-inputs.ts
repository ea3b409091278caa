import type { Finding } from '../checks/check.js'
import type { CellKey } from './content.js'

/**
 * What a finding rests on, as 26 hexadecimal digits: its check, its cells, and the words in them. The same everywhere,
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

const prime = 0x100000001b3n
const mask = (1n << 104n) - 1n

/** FNV-1a, folded to 104 bits over UTF-16 units. */
function hashText(text: string): string {
  let hash = 0x6c62272e07bb014262b821756295c58dn & mask
  for (let at = 0; at < text.length; at++) hash = ((hash ^ BigInt(text.charCodeAt(at))) * prime) & mask
  return hash.toString(16).padStart(26, '0')
}
