import type { Line } from './lines.js'
import type { PlacedPage } from './place-text.js'

/** Shares of the page's height: text beyond the first is always a header or footer, within the second if repeated. */
const outermost = 0.035
const marginShare = 0.18
/** A footer stands up to this many points from the edge, on a landscape page too. */
const marginPoints = 125
/** How far a repeated line may move from page to page, in points. */
const sameHeight = 4
const smallestRepetition = 0.6

/** Official documents print `— 3 —`, which is never a paragraph; a bare number may be one. */
const dashedNumber = /^[-—–―－]\s*\d{1,4}\s*[-—–―－]$/
const pageNumber =
  /^[-—–―·~\s]*(第\s*)?(\d{1,4}|[ⅰ-ⅿivxIVX]{1,6})\s*(页)?(\s*[/／,，]?\s*(共\s*)?\d{1,4}\s*页?)?[-—–―·~\s]*$/

/** The pages without page numbers and without what is printed at the edge of page after page. */
export function dropRunningLines(pages: readonly PlacedPage[]): PlacedPage[] {
  const inner = pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => line.isTurned || distanceFromEdge(line, page) >= outermost),
  }))
  return inner.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => !isRunning(line, page, inner)),
  }))
}

/** The share of the page's height between the line and the nearer edge. */
function distanceFromEdge({ top, bottom }: Line, { height }: PlacedPage): number {
  return Math.min(top, height - bottom) / height
}

function isRunning(line: Line, page: PlacedPage, pages: readonly PlacedPage[]): boolean {
  if (dashedNumber.test(line.text)) return true
  const margin = Math.max(marginShare, marginPoints / page.height)
  if (line.isTurned || distanceFromEdge(line, page) > margin || isBesideTables(line, page)) return false
  if (pageNumber.test(line.text) && isOutermost(line, page)) return true
  return pages.length > 1 && repetition(line, page, pages) >= smallestRepetition
}

/** Whether nothing else on the page, table or text, lies farther out on the line's side. */
function isOutermost(line: Line, page: PlacedPage): boolean {
  const others = [...page.lines, ...page.fragments].filter((other) => other !== line)
  const isAbove = line.bottom < page.height / 2
  return others.every((other) => (isAbove ? other.top >= line.top - 2 : other.bottom <= line.bottom + 2))
}

function isBesideTables({ top, bottom }: Line, page: PlacedPage): boolean {
  return page.fragments.some((fragment) => fragment.top < top && bottom < fragment.bottom)
}

/** The share of pages on which the line stands with the same words at the same height. */
function repetition(line: Line, page: PlacedPage, pages: readonly PlacedPage[]): number {
  const words = withoutDigits(line.text)
  const fromBottom = page.height - line.top
  const repeating = pages.filter(({ lines, height }) =>
    lines.some((other) => {
      const isSamePlace =
        Math.abs(other.top - line.top) < sameHeight || Math.abs(height - other.top - fromBottom) < sameHeight
      return isSamePlace && withoutDigits(other.text) === words
    }),
  )
  return repeating.length > 1 ? repeating.length / pages.length : 0
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, '')
}
