/** NUL, other control characters, zero-width characters, direction marks and the byte order mark. */
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
const layoutAtEnds = /^[ \t\u3000]+|[ \t\u3000]+$/g

/** Removes what is not seen when the text is printed; a no-break space prints as a space. */
export function removeInvisible(text: string): string {
  return text.replace(invisible, '').replaceAll('\u00a0', ' ')
}

/** One line without the spaces, full-width spaces and tabs at its ends that only lay it out. */
export function trimLayout(line: string): string {
  return line.replace(layoutAtEnds, '')
}

/** The lines of a cell or paragraph: invisible characters removed, each trimmed, empty ones dropped, joined by `\n`. */
export function cleanText(text: string): string {
  const visible = removeInvisible(text)
  if (!/[\n\r\v\f]/.test(visible)) return trimLayout(visible)
  return visible
    .split(/[\n\r\v\f]+/)
    .map(trimLayout)
    .filter((line) => line !== '')
    .join('\n')
}
