import type { Line } from './lines.js'
import type { Measure } from './wrap-lines.js'
import { isWrapped, seam } from './wrap-lines.js'

/** A line outside the tables with the number of its page, 0-based. */
export type PageLine = Readonly<{ line: Line; page: number }>

/** A line longer than this share of the page's width shows where the text's margins are. */
const fullShare = 0.6
/** A first line begins this many characters to the right of the others. */
const indent = 1.2
const sameSize = 0.15
/** A gap wider than this many usual line distances parts paragraphs. */
const widestGap = 1.6

/** The stretch between the margins of the text, learnt from its long lines. */
export function measureText(lines: readonly Line[], pageWidth: number): Measure {
  const long = lines.filter(({ left, right, isTurned }) => !isTurned && right - left > pageWidth * fullShare)
  const lefts = long.map(({ left }) => left).sort((one, other) => one - other)
  const rights = long.map(({ right }) => right).sort((one, other) => one - other)
  const left = lefts[Math.floor(lefts.length * 0.1)]
  const right = rights[Math.floor(rights.length * 0.9)]
  return { left: left ?? pageWidth * 0.12, right: right ?? pageWidth * 0.88 }
}

/** Lines one after the other as paragraphs. */
export function joinParagraphs(lines: readonly PageLine[], measures: readonly Measure[]): string[] {
  const distance = usualDistance(lines)
  const paragraphs: string[] = []
  lines.forEach((current, at) => {
    const previous = lines[at - 1]
    const last = paragraphs.at(-1)
    const measure = measures[previous?.page ?? 0]
    if (previous !== undefined && last !== undefined && measure !== undefined) {
      if (goesOn({ previous, current }, measure, distance)) {
        paragraphs[paragraphs.length - 1] = last + seam(last, current.line.text) + current.line.text
        return
      }
    }
    paragraphs.push(current.line.text)
  })
  return paragraphs
}

type Neighbours = Readonly<{ previous: PageLine; current: PageLine }>

function goesOn({ previous, current }: Neighbours, measure: Measure, distance: number): boolean {
  const [line, next] = [previous.line, current.line]
  if (Math.abs(line.size - next.size) > line.size * sameSize || line.isTurned !== next.isTurned) return false
  if (previous.page === current.page && next.bottom - line.bottom > distance * widestGap) return false
  return isWrapped(line, next, measure) && !isIndented(next, line, measure)
}

/** Whether the line begins a paragraph; a wrapped title is centred, so that both its lines begin farther in. */
function isIndented(next: Line, line: Line, { left, right }: Measure): boolean {
  const before = next.left - left
  const isCentred = Math.abs(before - (right - next.right)) < next.size && line.left - left < before
  return before > next.size * indent && !isCentred
}

function usualDistance(lines: readonly PageLine[]): number {
  const distances = lines.flatMap(({ line, page }, at) => {
    const previous = lines[at - 1]
    const distance = previous?.page === page ? line.bottom - previous.line.bottom : 0
    return distance > line.size * 0.5 ? [distance] : []
  })
  const sorted = distances.sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY
}
