const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}“”‘’…—]/u
const combining = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Columns a text takes in a terminal with Chinese fonts: two for wide signs, none for combining ones. */
export function displayWidth(text: string): number {
  let width = 0
  for (const sign of text) width += widthOf(sign)
  return width
}

function widthOf(sign: string): number {
  if (sign >= '一' && sign <= '龥') return 2
  if (sign >= ' ' && sign <= '~') return 1
  return combining.test(sign) ? 0 : wide.test(sign) ? 2 : 1
}

/** The text filled up with spaces to so many columns. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

/** The text cut to at most so many columns, with `…` where something is left out. */
export function truncate(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  let cut = ''
  for (const sign of text) {
    if (displayWidth(cut + sign) > columns - 2) break
    cut += sign
  }
  return `${cut}…`
}

/** A number keeps its unit; signs that must not begin a line stay with what is before them, opening ones with what follows. */
const unbreakable =
  /[（“‘《〔【「(]*(?:[\w.,%+\-/:#≥≤]+(?:万元|亿元|个百分点|人次|[元分人个项口次年月日])?|.)[，。；：、！？）”’》〕】」…%‰)]*/gsu

/** Breaks a text into lines of at most so many columns, never inside a number or a word that fits a line. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let [line, width] = ['', 0]
  for (const piece of text.replace(/\s+/g, ' ').match(unbreakable) ?? []) {
    const own = displayWidth(piece)
    if (line !== '' && width + own > columns) {
      lines.push(line.trimEnd())
      line = ''
      width = 0
    }
    if (line === '' && piece.trim() === '') continue
    line += piece
    width += own
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}
