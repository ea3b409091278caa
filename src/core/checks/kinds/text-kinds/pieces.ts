import {
  type Document,
  type Paragraph,
  type Place,
  placeInParagraph,
  placeInTable,
  type Table,
} from '../../../document/document.js'
import type { Filing } from '../../../filing/filing.js'
import { onceFor } from '../../../remember.js'

/** One paragraph or one cell: a stretch of text that a rule about words looks at by itself. */
export type Piece = Readonly<{
  kind: 'paragraph' | 'cell'
  text: string
  /** The place of some words of it, as printed. */
  at: (quote: string) => Place
}>

/** Every paragraph and every cell that is not empty, in reading order. */
export function piecesOf({ document }: Filing): readonly Piece[] {
  return piecesIn(document)
}

const piecesIn = onceFor(({ blocks }: Document): readonly Piece[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? cellsOf(block) : paragraphPiece(block))),
)

/** All pieces joined by line ends: asks a pattern once of the whole document, before any piece. */
export function wholeText({ document }: Filing): string {
  return textOf(document)
}

const textOf = onceFor((document: Document): string =>
  piecesIn(document)
    .map(({ text }) => text)
    .join('\n'),
)

/** The pieces that a pattern can match; none when the whole document holds no match. The pattern has no state. */
export function piecesWith(filing: Filing, pattern: RegExp): readonly Piece[] {
  if (!pattern.test(wholeText(filing))) return []
  return piecesOf(filing).filter(({ text }) => pattern.test(text))
}

/** Every paragraph that is not empty. */
export function paragraphsOf({ document }: Filing): readonly Paragraph[] {
  return filledParagraphs(document)
}

const filledParagraphs = onceFor(({ blocks }: Document): readonly Paragraph[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' && block.text.trim() !== '' ? [block] : [])),
)

/** Every table of the document. */
export function tablesOf({ document }: Filing): readonly Table[] {
  return document.blocks.filter((block) => block.kind === 'table')
}

function paragraphPiece(paragraph: Paragraph): Piece[] {
  if (paragraph.text.trim() === '') return []
  return [{ kind: 'paragraph', text: paragraph.text, at: (quote) => placeInParagraph(paragraph, quote) }]
}

function cellsOf(table: Table): Piece[] {
  return table.cells
    .filter(({ text }) => text.trim() !== '')
    .map((cell) => ({
      kind: 'cell' as const,
      text: cell.text,
      at: (quote: string) => placeInTable(table, cell, quote),
    }))
}

/** A few words around a position, for a quote that the reader can find: at most eight signs to either side. */
export function wordsAround(text: string, from: number, to: number): string {
  const start = Math.max(0, from - 6)
  const end = Math.min(text.length, to + 6)
  return text.slice(lineStart(text, start, from), lineEnd(text, end, to))
}

function lineStart(text: string, start: number, from: number): number {
  const before = text.slice(start, from)
  const cut = Math.max(...['。', '；', '\n'].map((sign) => before.lastIndexOf(sign)))
  return cut < 0 ? start : start + cut + 1
}

function lineEnd(text: string, end: number, to: number): number {
  const cut = text.slice(to, end).search(/[。；\n]/)
  return cut < 0 ? end : to + cut
}
