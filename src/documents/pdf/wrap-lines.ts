import type { Line } from './lines.js'

/** The stretch in which lines are set, in points. */
export type Measure = Readonly<{ left: number; right: number }>

/** Justified and hinted lines end a little off, in font sizes. */
const slack = 0.3

const latinLetter = /[A-Za-z]/

/** The text of lines one below the other: wrapped ones joined, others separated by `\n`. */
export function joinLines(lines: readonly Line[], measure: Measure): string {
  return lines
    .map((line, at) => {
      const previous = lines[at - 1]
      if (previous === undefined) return line.text
      return (isWrapped(previous, line, measure) ? seam(previous.text, line.text) : '\n') + line.text
    })
    .join('')
}

/** Whether the line broke only because the next word had no room. */
export function isWrapped(line: Line, next: Line, measure: Measure): boolean {
  if (line.isTurned) return true
  return roomAfter(line, measure) < next.headWidth + line.size * slack
}

/** What is still free in a line; a centred one has it on both sides. */
function roomAfter(line: Line, { left, right }: Measure): number {
  const before = line.left - left
  const after = right - line.right
  const isCentred = before > line.size * 0.4 && Math.abs(before - after) < line.size * 0.3
  return isCentred ? before + after : after
}

/** Wrapped Latin words need the space that the line break stood for. */
export function seam(before: string, after: string): string {
  return latinLetter.test(before.slice(-1)) && latinLetter.test(after.slice(0, 1)) ? ' ' : ''
}
