import { removeInvisible } from '../clean-text.js'

/** Characters that XML 1.0 does not allow at all, and halves of characters. */
const impossible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text whose every character XML can hold, as it stands between tags or in an attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}

/** Text as it stands between tags or in an attribute; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return escapeMarkup(text.replace(impossible, ''))
}

/** Like {@link escapeXml}, and without what is not seen when the text is printed. */
export function escapePrinted(text: string): string {
  return escapeXml(removeInvisible(text))
}
