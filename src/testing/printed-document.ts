import type { Block, Document } from '../core/document/document.js'
import type { PrintedFiling, PrintedForm, PrintedTable } from '../core/paper/printed.js'

type Draft = Readonly<{ text: string }> | PrintedForm | PrintedTable

/** What a reader would read from a printed filing: titles and lines around a form are paragraphs. */
export function documentOfPrinted({ blocks }: PrintedFiling): Document {
  const drafts = blocks.flatMap((block): Draft[] => {
    if (block.kind === 'paragraph') return [{ text: block.runs.map(({ text }) => text).join('') }]
    if (block.kind === 'table') return [block]
    return [...linesOf(block.title), ...linesOf(block.subtitle), block, ...linesOf(block.signature)]
  })
  const count = { paragraph: 0, table: 0 }
  return { blocks: drafts.map((draft) => blockOf(draft, count)), notes: [] }
}

function linesOf(text: string | undefined): Draft[] {
  if (text === undefined || text === '') return []
  return text.split('\n').map((line) => ({ text: line }))
}

function blockOf(draft: Draft, count: { paragraph: number; table: number }): Block {
  if ('text' in draft) return { kind: 'paragraph', index: ++count.paragraph, text: draft.text }
  const { widths, rows } = draft
  const cells = draft.cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
    row,
    column,
    rowSpan,
    columnSpan,
    text,
  }))
  return { kind: 'table', index: ++count.table, rows, columns: widths.length, cells }
}
