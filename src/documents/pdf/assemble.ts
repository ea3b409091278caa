import type { Cell, Document } from '../../core/document/document.js'
import { cleanText } from '../clean-text.js'
import { DocumentBuilder } from '../document-builder.js'
import { joinTables } from './join-pages.js'
import type { JoinedTable } from './joined-table.js'
import { tableOfFragment } from './joined-table.js'
import type { Line } from './lines.js'
import type { PageMarks } from './page-marks.js'
import type { PageLine } from './paragraphs.js'
import { joinParagraphs, measureText } from './paragraphs.js'
import type { Fragment, PlacedPage } from './place-text.js'
import { placeText } from './place-text.js'
import { dropRunningLines } from './running-lines.js'
import type { Measure } from './wrap-lines.js'
import { joinLines } from './wrap-lines.js'

/** A table with the tables inside its cells, and the page its last part stands on. */
type FlowTable = Readonly<{ table: JoinedTable; nested: readonly JoinedTable[]; page: number }>

type FlowItem = PageLine | FlowTable

/** Paragraphs and tables of pages in reading order, tables and paragraphs joined over pages. */
export function assembleDocument(marks: readonly PageMarks[]): Document {
  const pages = dropRunningLines(marks.map(placeText))
  const measures = measurePages(pages)
  const builder = new DocumentBuilder()
  let lines: PageLine[] = []
  const flush = () => {
    for (const text of joinParagraphs(lines, measures)) builder.addParagraph(cleanText(text))
    lines = []
  }
  for (const item of joinFlow(pages.flatMap(flowOfPage))) {
    if ('line' in item) {
      lines.push(item)
      continue
    }
    flush()
    for (const table of [item.table, ...item.nested]) builder.addTable(tableContent(table))
  }
  flush()
  return builder.finish()
}

/** Pages of one width share their margins. */
function measurePages(pages: readonly PlacedPage[]): Measure[] {
  return pages.map(({ width }) => {
    const alike = pages.filter((page) => Math.abs(page.width - width) < 1)
    return measureText(
      alike.flatMap(({ lines }) => lines),
      width,
    )
  })
}

function flowOfPage({ lines, fragments }: PlacedPage, page: number): FlowItem[] {
  const isInside = (inner: Fragment) => fragments.some((outer) => outer !== inner && contains(outer, inner))
  const items = [
    ...lines.map((line: Line) => ({ top: line.top, item: { line, page } })),
    ...fragments
      .filter((fragment) => !isInside(fragment))
      .map((fragment) => {
        const nested = fragments.filter((inner) => inner !== fragment && contains(fragment, inner))
        return {
          top: fragment.top,
          item: { table: tableOfFragment(fragment), nested: nested.map(tableOfFragment), page },
        }
      }),
  ]
  return items.sort((one, other) => one.top - other.top).map(({ item }) => item)
}

function contains(outer: Fragment, inner: Fragment): boolean {
  const isWithin = outer.left <= inner.left && inner.right <= outer.right
  return isWithin && outer.top <= inner.top && inner.bottom <= outer.bottom
}

/** Joins a table that ends a page with the one that begins the next. */
function joinFlow(items: readonly FlowItem[]): FlowItem[] {
  const joined: FlowItem[] = []
  for (const item of items) {
    const last = joined.at(-1)
    const together = last === undefined ? undefined : joinItems(last, item)
    if (together === undefined) joined.push(item)
    else joined[joined.length - 1] = together
  }
  return joined
}

function joinItems(last: FlowItem, item: FlowItem): FlowItem | undefined {
  if (!('table' in last) || !('table' in item) || item.page !== last.page + 1) return undefined
  const table = joinTables(last.table, item.table)
  return table && { table, nested: [...last.nested, ...item.nested], page: item.page }
}

function tableContent({ rows, columnEdges, cells }: JoinedTable) {
  const content = cells.map((cell): Cell => {
    const { row, column, rowSpan, columnSpan, lines, measure } = cell
    return { row, column, rowSpan, columnSpan, text: cleanText(joinLines(lines, measure)) }
  })
  content.sort((one, other) => one.row - other.row || one.column - other.column)
  return { rows, columns: columnEdges.length - 1, cells: content }
}
