import type { Document, Paragraph, Table } from '../../core/document/document.js'

/** `hengxiao.document/1`: what was read, without meaning. Rows and columns are 0-based. */
export function documentAsJson({ blocks, notes }: Document): string {
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
  const tables = blocks.filter((block): block is Table => block.kind === 'table')
  const json = {
    schema: 'hengxiao.document/1',
    paragraphs: paragraphs.map(({ text, line }) => ({ text, line })),
    tables: tables.map(({ rows, columns, cells }) => ({ rows, columns, cells: cells.map(cellAsJson) })),
    notes: notes.length === 0 ? undefined : notes,
  }
  return `${JSON.stringify(json)}\n`
}

function cellAsJson({ row, column, rowSpan, columnSpan, text, line }: Table['cells'][number]): object {
  return { row, column, rowSpan, columnSpan, text, line }
}
