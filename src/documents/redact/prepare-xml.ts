/**
 * An XML part in UTF-8 and without comments, which nobody sees and every program keeps. Old drawings (.vml) may hold
 * the unclosed `<br>` of HTML; it is closed.
 */
export function prepareXml(bytes: Uint8Array, part: string): Uint8Array {
  const utf8 = part.endsWith('.vml') ? closeBreaks(inUtf8(bytes)) : inUtf8(bytes)
  const buffer = Buffer.from(utf8.buffer, utf8.byteOffset, utf8.byteLength)
  if (!buffer.includes('<!--')) return utf8
  const raw = buffer.toString('latin1')
  return Buffer.from(raw.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, keepData), 'latin1')
}

function keepData(match: string): string {
  return match.startsWith('<![') ? match : ''
}

function inUtf8(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined
  if (encoding === undefined) return bytes
  const text = new TextDecoder(encoding).decode(bytes)
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*?encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2'))
}

function closeBreaks(bytes: Uint8Array): Uint8Array {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return /<br\s*>/i.test(raw) ? Buffer.from(raw.replace(/<br\s*>(?:\s*<\/br>)?/gi, '<br/>'), 'latin1') : bytes
}
