import type { Paragraph } from '../document/document.js'
import { foldInPlace } from '../exact/normalise.js'

const folded = new WeakMap<Paragraph, string>()

/** A paragraph's text with full-width signs folded, every sign at its place. Made once for each paragraph. */
export function foldedText(paragraph: Paragraph): string {
  const known = folded.get(paragraph)
  if (known !== undefined) return known
  const text = foldInPlace(paragraph.text)
  folded.set(paragraph, text)
  return text
}
