import type { Block, Document, Table } from '../../core/document/document.js'
import type { ParagraphStyle, PrintedParagraph, PrintedTable } from '../../core/paper/printed.js'
import { type DocumentPassage, passagesOfDocument } from '../../core/redact/document-passages.js'
import { findPersonalData } from '../../core/redact/find-personal-data.js'
import { type Removal, withoutPersonalData } from '../../core/redact/passage.js'
import { readPdf } from '../pdf/read-pdf.js'
import { writePdf } from '../pdf/write-pdf.js'
import { notesOf, type Redacted } from './redacted.js'

const setAnewWarning =
  'PDF 里看不见的东西太多，公开稿是按读出的文字和表格重新排版的：没有图片、印章和原来的版式，请人工对照原件看一遍。'

/** A PDF without personal data: set anew from its paragraphs and tables, so that nothing hidden can come along. */
export async function redactPdf(bytes: Uint8Array): Promise<Redacted> {
  const document = await readPdf(bytes)
  const places = passagesOfDocument(document)
  const passages = places.map(({ passage }) => passage)
  const data = findPersonalData(passages)
  const clean = cleanDocument(document, places, data.removals)
  const blocks = clean.blocks.map((block, index) =>
    block.kind === 'table' ? printedTable(block) : printedParagraph(block.text, index),
  )
  return {
    bytes: await writePdf({ title: '公开稿', unit: undefined, budgetYear: undefined, blocks }),
    format: 'pdf',
    setAnew: true,
    data,
    removals: notesOf(data, passages),
    parts: [],
    warnings: [setAnewWarning, ...document.notes],
  }
}

function cleanDocument(
  document: Document,
  places: readonly DocumentPassage[],
  removals: readonly Removal[],
): Document {
  const texts = new Map(places.map((place, index) => [keyOf(place), textWithout(place, index, removals)]))
  const blocks = document.blocks.map((block, index): Block => {
    if (block.kind === 'paragraph') return { ...block, text: texts.get(`${index}`) ?? block.text }
    const cells = block.cells.map((cell, at) => ({ ...cell, text: texts.get(`${index} ${at}`) ?? cell.text }))
    return { ...block, cells }
  })
  return { ...document, blocks }
}

function keyOf({ block, cell }: DocumentPassage): string {
  return cell === undefined ? `${block}` : `${block} ${cell}`
}

function textWithout({ passage }: DocumentPassage, index: number, removals: readonly Removal[]): string {
  return withoutPersonalData(
    passage.text,
    removals.filter((removal) => removal.passage === index),
  )
}

function printedParagraph(text: string, index: number): PrintedParagraph {
  return { kind: 'paragraph', style: styleOf(text, index), runs: [{ text, field: undefined }] }
}

const headings: readonly (readonly [RegExp, ParagraphStyle])[] = [
  [/^附件\d*$/, 'attachment'],
  [/^[一二三四五六七八九十]{1,3}、.{1,30}$/, 'heading1'],
  [/^[（(][一二三四五六七八九十]{1,3}[）)].{1,30}$/, 'heading2'],
]

function styleOf(text: string, index: number): ParagraphStyle {
  const heading = headings.find(([pattern]) => pattern.test(text))?.[1]
  if (heading !== undefined) return heading
  return index === 0 && text.length <= 40 && !/[。：:；]/.test(text) ? 'title' : 'body'
}

function printedTable({ rows, columns, cells }: Table): PrintedTable {
  return {
    kind: 'table',
    widths: widthsOf(columns, cells),
    rows,
    cells: cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text,
      kind: 'value',
      align: text.length > 20 ? 'left' : 'center',
      field: undefined,
      type: undefined,
    })),
  }
}

const [narrowest, widest] = [4, 20] as const

/** As wide as the longest line in a cell of one column, within reason. */
function widthsOf(columns: number, cells: Table['cells']): readonly number[] {
  const widths = Array.from({ length: columns }, (): number => narrowest)
  for (const { column, columnSpan, text } of cells) {
    if (columnSpan > 1) continue
    const longest = Math.max(...text.split('\n').map((line) => line.length))
    widths[column] = Math.max(widths[column] ?? narrowest, Math.min(widest, longest))
  }
  return widths
}
