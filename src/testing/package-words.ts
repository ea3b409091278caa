import { unzipSync } from 'fflate'

/** All bytes of a package by the name of the part; packages inside it opened too. */
export function partsInside(bytes: Uint8Array, where = ''): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (part[0] === 0x50 && part[1] === 0x4b)
      for (const [inner, content] of partsInside(part, `${where}${name}!`)) parts.set(inner, content)
    else parts.set(where + name, part)
  }
  return parts
}

/** What stands between the tags of an XML part, and in its attributes, one piece a line. */
export function wordsOf(part: Uint8Array): string {
  return unescaped(new TextDecoder().decode(part).replace(/<[^>]*>/g, ''))
}

/** A part with entities replaced, full-width signs folded, and without spaces and tags: what a searcher would search. */
export function searchable(part: Uint8Array): string {
  const text = new TextDecoder().decode(part)
  return [text.replace(/<[^>]*>/g, ''), text].map((one) => bare(unescaped(one))).join('\n')
}

/** A text as {@link searchable} shows it. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-]/g, '')
    .toLowerCase()
}

function unescaped(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_whole, code) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
