import { removeInvisible } from '../clean-text.js'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Half of a surrogate pair, and the two code points that XML does not know. */
const notInXml = /\p{Surrogate}|[\ufffe\uffff]/gu

/** Text as it stands in an XML part, in elements and attributes: what looks like markup stays text, control characters go. */
export function escapeXml(text: string): string {
  return removeInvisible(text)
    .replace(notInXml, '')
    .replace(/[&<>"]/g, (character) => escapes[character] ?? '')
}
