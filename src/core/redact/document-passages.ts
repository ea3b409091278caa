import type { Block, Cell, Document, Table } from '../document/document.js'
import type { Passage } from './passage.js'
import { headingsInTable } from './table-headings.js'

/** A passage of a document with the block or cell it is. */
export type DocumentPassage = Readonly<{ passage: Passage; block: number; cell: number | undefined }>

/** Every paragraph and every cell of a document as read, each with what stands before, left of and above it. */
export function passagesOfDocument({ blocks }: Document): readonly DocumentPassage[] {
  return blocks.flatMap((block, index) =>
    block.kind === 'table' ? cellsOf(block, index) : [paragraphOf(blocks, index, block)],
  )
}

function paragraphOf(
  blocks: readonly Block[],
  index: number,
  { index: number, text }: Extract<Block, { kind: 'paragraph' }>,
): DocumentPassage {
  const before = blocks[index - 1]
  const headings = before?.kind === 'paragraph' ? [before.text] : []
  return { passage: { place: `正文第${number}段`, text, headings }, block: index, cell: undefined }
}

function cellsOf(table: Table, block: number): readonly DocumentPassage[] {
  const headings = headingsInTable(table.cells)
  return table.cells.map((cell, index) => ({
    passage: { place: placeOf(table, cell), text: cell.text, headings: headings[index] ?? [] },
    block,
    cell: index,
  }))
}

function placeOf({ index }: Table, { row, column }: Cell): string {
  return `第${index}张表第${row + 1}行第${column + 1}列`
}
