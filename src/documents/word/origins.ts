import type { Document, Place } from '../../core/document/document.js'

/** Where one `w:p` stands in the bytes of its part: from the `<` of its first tag to behind the `>` of its last. */
export type Span = {
  readonly start: number
  end: number
  /** For a paragraph in a text box: the paragraph outside of any that the box is anchored in. */
  readonly holder: Span | undefined
}

/** 来处: a .docx as read, and where in its main part each paragraph and cell of it stands. */
export type Origins = Readonly<{
  document: Document
  /** Name of the part. */
  part: string
  /** By {@link originKey}. A cell, or a paragraph that tracked changes joined, comes from several `w:p`. */
  spans: ReadonlyMap<string, readonly Span[]>
}>

/** The key of the paragraph or cell that a place points at: `paragraph 3`, `table 2 0 4`. */
export function originKey({ part, row, column }: Place): string {
  return row === undefined ? part : `${part} ${row} ${column ?? 0}`
}

/** The key of a cell of the table with this index. */
export function cellKey(table: number, { row, column }: Readonly<{ row: number; column: number }>): string {
  return `table ${table} ${row} ${column}`
}
