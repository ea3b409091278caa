import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser, type SaxesTagNS } from 'saxes'

/** A comment of a .docx as another program sees it. */
export type ReadComment = Readonly<{
  id: string
  author: string
  /** Its paragraphs. */
  lines: readonly string[]
  /** The words of the document between its range marks, paragraphs joined by nothing. */
  on: string
  /** Where its range begins, or its reference stands when it has none: the table in the order of `w:tbl`, from 1; the row and column of the grid, from 0. */
  cell: Readonly<{ table: number; row: number; column: number }> | undefined
  /** How many references to it stand in the document. */
  references: number
}>

const printed: Readonly<Record<string, string>> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  sym: '☑',
}

/**
 * Reads the comments of a .docx with a strict parser and code of its own, so that our writer is not measured by itself.
 * Tracked deletions and placeholders print nothing; of symbols only the ticked box of Wingdings is known.
 */
export function readComments(docx: Uint8Array): ReadComment[] {
  const parts = unzipSync(docx)
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const places = readPlaces(part('word/document.xml'))
  return readTexts(part('word/comments.xml')).map((comment) => ({
    ...comment,
    ...(places.get(comment.id) ?? { on: '', cell: undefined, references: 0 }),
  }))
}

type Placed = { on: string; cell: ReadComment['cell']; references: number }
type OpenTable = { index: number; row: number; column: number; next: number }

function readPlaces(xml: string): Map<string, Placed> {
  const places = new Map<string, Placed>()
  const open = new Set<string>()
  const tables: OpenTable[] = []
  let count = 0
  let hidden = 0
  const placeholders: boolean[] = []
  const isHidden = ({ local }: SaxesTagNS) =>
    ['del', 'moveFrom', 'Fallback', 'pPr', 'rPr'].includes(local) ||
    (local === 'sdtContent' && placeholders.at(-1) === true)
  const at = (id: string) => {
    const known = places.get(id) ?? { on: '', cell: undefined, references: 0 }
    places.set(id, known)
    return known
  }
  const say = (text: string) => {
    for (const id of open) at(id).on += text
  }
  parse(xml, {
    open: (tag) => {
      if (isHidden(tag)) hidden += 1
      if (tag.local === 'sdt') placeholders.push(false)
      if (tag.local === 'showingPlcHdr') placeholders[placeholders.length - 1] = true
      if (tag.local === 'tbl') tables.push({ index: ++count, row: -1, column: 0, next: 0 })
      const table = tables.at(-1)
      if (table && hidden === 0) stepTable(table, tag)
      const id = attribute(tag, 'id')
      if (tag.local === 'commentRangeStart') {
        open.add(id)
        at(id).cell = cellIn(table)
      }
      if (tag.local === 'commentRangeEnd') open.delete(id)
      if (tag.local === 'commentReference') {
        at(id).references += 1
        at(id).cell ??= cellIn(table)
      }
      if (hidden === 0) say(printed[tag.local] ?? '')
    },
    close: (tag) => {
      if (isHidden(tag)) hidden -= 1
      if (tag.local === 'sdt') placeholders.pop()
      if (tag.local === 'tbl') tables.pop()
    },
    text: (text, tag) => {
      if (tag?.local === 't' && hidden === 0) say(text)
    },
  })
  return places
}

function cellIn(table: OpenTable | undefined): ReadComment['cell'] {
  return table && { table: table.index, row: table.row, column: table.column }
}

function stepTable(table: OpenTable, tag: SaxesTagNS): void {
  const value = Number(attribute(tag, 'val'))
  if (tag.local === 'tr') Object.assign(table, { row: table.row + 1, next: 0 })
  if (tag.local === 'tc') Object.assign(table, { column: table.next, next: table.next + 1 })
  if (tag.local === 'gridSpan') table.next += value - 1
  if (tag.local === 'gridBefore') table.next = value
}

function readTexts(xml: string): Pick<ReadComment, 'id' | 'author' | 'lines'>[] {
  const comments: { id: string; author: string; lines: string[] }[] = []
  parse(xml, {
    open: (tag) => {
      const [id, author] = [attribute(tag, 'id'), attribute(tag, 'author')]
      if (tag.local === 'comment') comments.push({ id, author, lines: [] })
      if (tag.local === 'p') comments.at(-1)?.lines.push('')
    },
    close: () => undefined,
    text: (text, tag) => {
      const lines = comments.at(-1)?.lines
      if (tag?.local === 't' && lines) lines[lines.length - 1] += text
    },
  })
  return comments
}

type Events = Readonly<{
  open: (tag: SaxesTagNS) => void
  close: (tag: SaxesTagNS) => void
  text: (text: string, inside: SaxesTagNS | undefined) => void
}>

/** Parses with namespaces; throws at anything that is not well formed, a prefix that nobody declared included. */
export function parse(xml: string, { open, close, text }: Events): void {
  const parser = new SaxesParser({ xmlns: true })
  const tags: SaxesTagNS[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    tags.push(tag)
    open(tag)
  })
  parser.on('closetag', (tag) => {
    tags.pop()
    close(tag)
  })
  parser.on('text', (piece) => text(piece, tags.at(-1)))
  parser.on('cdata', (piece) => text(piece, tags.at(-1)))
  parser.write(xml).close()
}

function attribute({ attributes }: SaxesTagNS, local: string): string {
  return Object.values(attributes).find((one) => one.local === local)?.value ?? ''
}
