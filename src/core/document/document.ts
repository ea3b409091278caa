/** A paragraph as read: its text without the tab and space that only lay it out. */
export type Paragraph = Readonly<{
  kind: 'paragraph'
  /** 1-based, counted over the paragraphs of the document. */
  index: number
  text: string
  /** 1-based line of a text file. */
  line?: number
}>

/** A cell that is the top left of its span; continuation cells do not exist. Lines inside are joined by `\n`. */
export type Cell = Readonly<{
  /** 0-based in the grid. */
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  text: string
  /** 1-based line of a text file where the cell begins. */
  line?: number
  /** The line of each line of the text, when the cell goes over several. */
  lines?: readonly number[]
}>

export type Table = Readonly<{
  kind: 'table'
  /** 1-based, counted over the tables of the document, nested ones after the table that holds them. */
  index: number
  rows: number
  columns: number
  /** In reading order: by row, then by column. */
  cells: readonly Cell[]
}>

export type Block = Paragraph | Table

/** Paragraphs and tables in reading order, as read from any file. No meaning yet. */
export type Document = Readonly<{
  blocks: readonly Block[]
  /** What reading lost, in Chinese sentences for the user. */
  notes: readonly string[]
}>

/** 位置: where in the source document something stands. Travels with every value, never recomputed. */
export type Place = Readonly<{
  /** `paragraph 3` or `table 2`. */
  part: string
  row?: number
  column?: number
  line?: number
  quote: string
}>

/** The place of a paragraph, or of the words of it that matter. */
export function placeInParagraph(paragraph: Paragraph, quote = paragraph.text): Place {
  const place = { part: `paragraph ${paragraph.index}`, quote }
  return paragraph.line === undefined ? place : { ...place, line: paragraph.line }
}

/** The place of a cell, or of the words of it that matter. */
export function placeInTable(table: Table, cell: Cell, quote = cell.text): Place {
  const place = { part: `table ${table.index}`, row: cell.row, column: cell.column, quote }
  const line = lineOfQuote(cell, quote)
  return line === undefined ? place : { ...place, line }
}

function lineOfQuote({ text, line, lines }: Cell, quote: string): number | undefined {
  if (lines === undefined || quote === text) return line
  const index = text.split('\n').findIndex((part) => part.includes(quote))
  return lines[index] ?? line
}
