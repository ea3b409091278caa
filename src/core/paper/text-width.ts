/** Latin letters, digits and signs are at most this wide in the fonts of forms, in parts of the font size. */
const narrowWidth = 0.6
/** Marks that no line begins with; they stay with the character before them. */
const closing = new Set('，。、；：？！）〕】》〉”’％℃,.;:?!)]%')
/** Marks that no line ends with. */
const opening = new Set('（〔【《〈“‘([')

type Token = Readonly<{ width: number; length: number }>

/**
 * How many lines a text needs in so many points; estimated from above, as fonts differ between machines.
 * Lines of the text itself (`\n`) each begin anew.
 */
export function countLines(text: string, { width, fontSize }: { width: number; fontSize: number }): number {
  const room = Math.max(width / fontSize, 1)
  return text.split('\n').reduce((lines, line) => lines + wrap(line, room), 0)
}

/** Width of one line that is not wrapped, in parts of the font size. */
export function widthOf(line: string): number {
  let width = 0
  for (const character of line) width += isNarrow(character) ? narrowWidth : 1
  return width
}

/** Width of the longest part of a text that should stay on one line, in parts of the font size. */
export function longestWord(text: string): number {
  return Math.max(0, ...text.split('\n').flatMap((line) => tokensOf(line).map(({ width }) => width)))
}

function wrap(line: string, room: number): number {
  let lines = 1
  let used = 0
  for (const { width, length } of tokensOf(line)) {
    if (used > 0 && used + width > room) {
      lines += 1
      used = 0
    }
    used += width
    if (used <= room) continue
    const perLine = Math.max(Math.floor((room * length) / width), 1)
    const more = Math.ceil(length / perLine) - 1
    lines += more
    used = (width / length) * (length - more * perLine)
  }
  return lines
}

/** A line is broken between Chinese characters, and not inside numbers and words. */
function tokensOf(line: string): Token[] {
  const tokens: { width: number; length: number }[] = []
  let joins = false
  let lastNarrow = false
  for (const character of line) {
    const narrow = isNarrow(character)
    const width = narrow ? narrowWidth : 1
    const last = tokens.at(-1)
    const narrowWord = narrow && character !== ' '
    if (last !== undefined && (joins || closing.has(character) || (narrowWord && lastNarrow))) {
      last.width += width
      last.length += 1
    } else tokens.push({ width, length: 1 })
    joins = opening.has(character)
    lastNarrow = narrowWord
  }
  return tokens
}

function isNarrow(character: string): boolean {
  return character < '\u0250'
}
