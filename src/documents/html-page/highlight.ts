import { escapeHtml } from './escape-html.js'

/** Words to be highlighted in a text. */
export type Spot = Readonly<{
  quote: string
  /** Class of the highlight. */
  name: string
  /** Markup that follows the highlighted words, such as a link to the note; empty for none. */
  after: string
}>

type Range = Readonly<{ from: number; to: number; spot: Spot }>

/** The text as markup with its spots highlighted; where two overlap, the words show the first one given. */
export function highlight(text: string, spots: readonly Spot[]): string {
  const ranges = spots.map((spot) => ({ ...findQuote(text, spot.quote), spot }))
  const borders = new Set([0, text.length, ...ranges.flatMap(({ from, to }) => [from, to])])
  const sorted = [...borders].sort((left, right) => left - right)
  const pieces = sorted.map((from, index) => {
    const to = sorted[index + 1] ?? from
    return (
      renderPiece(text.slice(from, to), rangeAt(ranges, from, to)) +
      blanksAt(ranges, from) +
      afterAt(ranges, to, from)
    )
  })
  return pieces.join('')
}

function renderPiece(text: string, range: Range | undefined): string {
  const html = escapeHtml(text)
  return range === undefined || text === '' ? html : `<mark class="${range.spot.name}">${html}</mark>`
}

function rangeAt(ranges: readonly Range[], from: number, to: number): Range | undefined {
  return ranges.find((range) => range.from <= from && to <= range.to)
}

/** A blank cell has no words to highlight: an empty box stands for them. */
function blanksAt(ranges: readonly Range[], at: number): string {
  const blanks = ranges.filter(({ from, to }) => from === to && from === at)
  const [first] = blanks
  if (first === undefined) return ''
  const after = blanks.map(({ spot }) => spot.after).join('')
  return `<mark class="${first.spot.name} blank"></mark>${after}`
}

function afterAt(ranges: readonly Range[], to: number, from: number): string {
  return from === to
    ? ''
    : ranges
        .filter((range) => range.to === to && range.from < to)
        .map(({ spot }) => spot.after)
        .join('')
}

/**
 * Where a quote stands in its text: the first time it stands there as a whole, so that 10 is not found inside 2210.5.
 * The whole text when it does not stand there; nothing, at the end, when both are blank.
 */
export function findQuote(text: string, quote: string): Readonly<{ from: number; to: number }> {
  const words = quote.trim()
  if (words === '')
    return text.trim() === '' ? { from: text.length, to: text.length } : { from: 0, to: text.length }
  let first = -1
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (first < 0) first = at
    if (standsAlone(text, at, words)) return { from: at, to: at + words.length }
  }
  return first < 0 ? { from: 0, to: text.length } : { from: first, to: first + words.length }
}

const figure = /[\d.,，]/

function standsAlone(text: string, at: number, words: string): boolean {
  const joined = (left: string, right: string): boolean => figure.test(left) && figure.test(right)
  const end = at + words.length
  return (
    !joined(text.charAt(at - 1), words.charAt(0)) && !joined(words.charAt(words.length - 1), text.charAt(end))
  )
}
