import type { Block, Cell, Document, Place, Table } from '../document/document.js'
import type { JsonValue } from './json-value.js'

const mostBlocks = 100_000
const mostPositions = 1_000_000
const mostLines = 100_000_000

/** The document of a filing's JSON; empty when the filing was written without one. @throws DomainError FILING_WRONG */
export function parseDocument(json: JsonValue): Document {
  const list = json.optional('blocks', (blocks) => blocks.list()) ?? []
  if (list.length > mostBlocks) json.at('blocks').refuse(`段落和表格超过 ${mostBlocks} 个，请拆成几个文件。`)
  const count = { paragraphs: 0, tables: 0 }
  return {
    blocks: list.map((block) => parseBlock(block, count)),
    notes: json.optional('notes', (notes) => notes.list().map((note) => note.text())) ?? [],
  }
}

function parseBlock(json: JsonValue, count: { paragraphs: number; tables: number }): Block {
  const table = json.optional('table', (value) => value)
  if (table !== undefined) {
    count.tables += 1
    return parseTable(table, count.tables)
  }
  const text = json.at('paragraph')
  if (text.isMissing()) return json.refuse('这里要写 {"paragraph": "文字"} 或 {"table": {…}}。')
  count.paragraphs += 1
  return { kind: 'paragraph', index: count.paragraphs, text: text.text(), ...lineOf(json) }
}

function parseTable(json: JsonValue, index: number): Table {
  const rows = json.at('rows').integer(0, mostPositions)
  const columns = json.at('columns').integer(0, mostPositions)
  if (rows * columns > mostPositions)
    return json.refuse(`表格有 ${rows} 行 ${columns} 列，太大了，请拆成几个表。`)
  const cells = json
    .at('cells')
    .list()
    .map((cell) => parseCell(cell, { rows, columns }))
  return { kind: 'table', index, rows, columns, cells }
}

function parseCell(json: JsonValue, { rows, columns }: { rows: number; columns: number }): Cell {
  const row = json.at('row').integer(0, rows - 1)
  const column = json.at('column').integer(0, columns - 1)
  const lines = json.optional('lines', (value) => value.list().map((line) => line.integer(1, mostLines)))
  return {
    row,
    column,
    rowSpan: json.optional('rowSpan', (span) => span.integer(1, rows - row)) ?? 1,
    columnSpan: json.optional('columnSpan', (span) => span.integer(1, columns - column)) ?? 1,
    text: json.at('text').text(),
    ...lineOf(json),
    ...(lines === undefined ? {} : { lines }),
  }
}

function lineOf(json: JsonValue): { line?: number } {
  const line = json.optional('line', (value) => value.integer(1, mostLines))
  return line === undefined ? {} : { line }
}

/** A place as the JSON has it; `part` and `quote` are taken from `otherwise` where nothing is written. */
export function parsePlace(json: JsonValue, otherwise: Place): Place {
  if (json.isMissing()) return otherwise
  const row = json.optional('row', (value) => value.integer(0, mostPositions))
  const column = json.optional('column', (value) => value.integer(0, mostPositions))
  return {
    part: json.optional('part', (value) => value.text()) ?? otherwise.part,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...lineOf(json),
    quote: json.optional('quote', (value) => value.text()) ?? otherwise.quote,
  }
}
