import { words } from '../words.zh.js'
import type { PlacedBlock } from './place-block.js'

/** One sentence on what a paste did, and what of the block was not taken and why. */
export function pasteSentence({ taken, addedRows, computed, closed, outside }: PlacedBlock): string {
  const done = words.pasted(taken, addedRows)
  const left = [
    ...(computed > 0 ? [words.pastedOnComputed(computed)] : []),
    ...(closed > 0 ? [words.pastedOnClosed(closed)] : []),
    ...(outside > 0 ? [words.pastedOutside(outside)] : []),
  ]
  return left.length === 0 ? `${done}。` : words.pastedInPart(done, left)
}
