import type { Place } from '../core/document/document.js'

/** The key of the paragraph or cell that a place points at: `paragraph 3`, `table 2 0 4`. */
export function originKey({ part, row, column }: Pick<Place, 'part' | 'row' | 'column'>): string {
  return row === undefined ? part : `${part} ${row} ${column ?? 0}`
}

/** The key of a cell of the table with this index. */
export function cellKey(table: number, { row, column }: Readonly<{ row: number; column: number }>): string {
  return originKey({ part: `table ${table}`, row, column })
}
