/** NUL, other control characters, zero-width characters, direction marks and the byte order mark. */
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
/** Anything that the functions below would change. */
const unclean =
  /[\u0000-\u0008\n-\r\u000e-\u001f\u007f\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|^[ \t\u3000]|[ \t\u3000]$/
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
  if (!unclean.test(text)) return detached(text)
  const visible = removeInvisible(text)
  if (!/[\n\r\v\f]/.test(visible)) return detached(trimLayout(visible))
  const lines = visible.split(/[\n\r\v\f]+/).map(trimLayout)
  return detached(lines.filter((line) => line !== '').join('\n'))
}

/** Shorter strings are copied by the engine itself when they are cut out of longer ones. */
const longestCopied = 12

/** A copy that does not keep the whole file alive: a cut-out string holds on to the string it was cut from. */
function detached(text: string): string {
  return text.length <= longestCopied ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}
