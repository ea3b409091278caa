import type { Document, Place } from '../core/document/document.js'

/** The key of the paragraph or cell that a place points at: `paragraph 3`, `table 2 0 4`. */
export function originKey({ part, row, column }: Pick<Place, 'part' | 'row' | 'column'>): string {
  return row === undefined ? part : `${part} ${row} ${column ?? 0}`
}

/** The key of a cell of the table with this index. */
export function cellKey(table: number, { row, column }: Readonly<{ row: number; column: number }>): string {
  return originKey({ part: `table ${table}`, row, column })
}

/** The text of each paragraph and cell of a document, by its key, in reading order. */
export function textsOf({ blocks }: Document): ReadonlyMap<string, string> {
  return new Map(
    blocks.flatMap((block): (readonly [string, string])[] =>
      block.kind === 'paragraph'
        ? [[`paragraph ${block.index}`, block.text]]
        : block.cells.map((cell) => [cellKey(block.index, cell), cell.text]),
    ),
  )
}
