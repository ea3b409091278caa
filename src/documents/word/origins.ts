import type { Document } from '../../core/document/document.js'

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
  /** By `originKey`. A cell, or a paragraph that tracked changes joined, comes from several `w:p`. */
  spans: ReadonlyMap<string, readonly Span[]>
}>
