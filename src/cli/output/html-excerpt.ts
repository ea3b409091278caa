import type { Cell, Place } from '../../core/document/document.js'
import type { Finding } from '../../core/law/check.js'
import { escapeHtml as escape } from '../../documents/html-page/escape-html.js'
import { renderGrid } from '../../documents/html-page/grid.js'
import { findQuote, highlight, type Spot } from '../../documents/html-page/highlight.js'
import { placesShown, type TableExcerpt } from '../excerpts.js'
import { quoteIn } from '../mask-excerpt.js'
import type { CheckedFile } from '../report.js'

/** The places of a finding as they stand in the document: rows of tables, sentences, the words highlighted. */
export function renderExcerpts(finding: Finding, { shown, headings }: CheckedFile): string {
  if (shown === undefined) return ''
  const places = placesShown(finding)
  const parts = [...new Set(places.map(({ part }) => part))]
  const figures = parts.map((part) => {
    const inside = places.filter((place) => place.part === part)
    const table = shown.excerpts.tables[part]
    const text = shown.excerpts.paragraphs[part]
    const html =
      table !== undefined
        ? renderRows(table, { inside, finding, label: `${partWords(part)}摘录` })
        : text === undefined
          ? ''
          : renderSentences(text, inside, finding)
    const caption = `${partWords(part)}${part.startsWith('table') ? '' : ` ${headings[part] ?? ''}`}`
    return html === '' ? '' : `<figure><figcaption>${escape(caption)}</figcaption>${html}</figure>\n`
  })
  return figures.join('')
}

function partWords(part: string): string {
  const [kind, number] = part.split(' ')
  return kind === 'table' ? `第${number}张表` : `第${number}段`
}

/** The first place is where the user should look: it bears the colour of the finding. */
function spotOf(place: Place, text: string, { places, severity }: Finding): Spot {
  return { quote: quoteIn(text, place.quote), name: place === places[0] ? severity : 'related', after: '' }
}

type Rows = Readonly<{ inside: readonly Place[]; finding: Finding; label: string }>

function renderRows({ cells, labelRows }: TableExcerpt, { inside, finding, label }: Rows): string {
  const named = inside.filter(({ row }) => row !== undefined)
  const rows = new Set(named.map(({ row = 0 }) => row))
  const heads = new Set<number>()
  for (const { row, column } of named) {
    const head = labelRows[`${row} ${column}`]
    if (head === undefined || rows.has(head)) continue
    heads.add(head)
  }
  const spotsOf = ({ row, column, text }: Cell): readonly Spot[] =>
    named
      .filter((place) => place.row === row && place.column === column)
      .map((place) => spotOf(place, text, finding))
  const sorted = [...rows, ...heads].sort((left, right) => left - right)
  const kept = columnOf(named[0], cells, heads)
  return sorted.length === 0 ? '' : renderGrid({ cells, rows: sorted, heads, spotsOf, label, kept })
}

/** The column of a cell, when the label above it is as wide as the cell: only then the two stay together. */
function columnOf(
  wrong: Place | undefined,
  cells: readonly Cell[],
  heads: ReadonlySet<number>,
): ReadonlySet<Cell> {
  const cell = cells.find(({ row, column }) => row === wrong?.row && column === wrong.column)
  const column = cells.filter((one) => one.column === cell?.column && one.columnSpan === cell.columnSpan)
  return new Set(column.some(({ row }) => heads.has(row)) ? column : [])
}

type Span = Readonly<{ from: number; to: number }>

/** The sentences in which the places stand; what lies between them is left out and shown as …. */
function renderSentences(text: string, places: readonly Place[], finding: Finding): string {
  const found = places.map((place) => ({ ...findQuote(text, quoteIn(text, place.quote)), place }))
  const spans = sentencesOf(text).filter(({ from, to }) =>
    found.some((one) => one.from < to && from < Math.max(one.to, one.from + 1)),
  )
  const windows = joinNeighbours(spans)
  const html = windows.map(({ from, to }) => {
    const inside = found.filter((one) => from <= one.from && one.to <= to)
    return highlight(
      text.slice(from, to),
      inside.map(({ place }) => spotOf(place, text.slice(from, to), finding)),
    )
  })
  const before = (windows[0]?.from ?? 0) > 0 ? '…' : ''
  const after = (windows.at(-1)?.to ?? text.length) < text.length ? '…' : ''
  return `<blockquote>${before}${html.join('……')}${after}</blockquote>`
}

function sentencesOf(text: string): readonly Span[] {
  const spans: Span[] = []
  for (const { 0: sentence, index } of text.matchAll(/[^。！？；]*[。！？；]?/g)) {
    if (sentence !== '') spans.push({ from: index, to: index + sentence.length })
  }
  return spans
}

function joinNeighbours(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last !== undefined && last.to === span.from)
      joined[joined.length - 1] = { from: last.from, to: span.to }
    else joined.push(span)
  }
  return joined
}
