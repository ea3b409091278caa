import { type Passage, type Removal, removedMark } from '../../core/redact/passage.js'
import { escapeXml } from '../xml/escape-xml.js'
import type { Splice } from '../xml/splice.js'

/** A stretch of a part's bytes that holds text; `virtual` for tabs and breaks, which are elements. */
export type Piece = Readonly<{ text: string; start: number; end: number; virtual?: true }>

/** A passage of a part and where its text stands in the part's bytes. */
export type Spot = Readonly<{ passage: Passage; pieces: readonly Piece[]; edit?: SpotEdit }>

/** Writes a spot in its own way, given its text with the removals replaced. */
export type SpotEdit = (text: string) => readonly Splice[]

/** What replaces the bytes of one spot so that the removals are gone and the rest stays as it is. */
export function splicesOf({ passage, pieces, edit }: Spot, removals: readonly Removal[]): readonly Splice[] {
  if (removals.length === 0) return []
  if (edit !== undefined) return edit(cutPiece({ text: passage.text, from: 0 }, removals))
  let from = 0
  return pieces.flatMap((piece) => {
    const text = cutPiece({ text: piece.text, from }, removals)
    from += piece.text.length
    if (piece.virtual || text === piece.text) return []
    return [replacing(piece, escapeValue(text))]
  })
}

/** The mark stands where the removal begins; what goes on in later pieces is only taken out. */
function cutPiece({ text, from }: { text: string; from: number }, removals: readonly Removal[]): string {
  return removals.reduceRight((left, { start, end }) => {
    const [first, last] = [Math.max(0, start - from), Math.min(text.length, end - from)]
    if (last <= first) return left
    const mark = start >= from ? removedMark : ''
    return left.slice(0, first) + mark + left.slice(last)
  }, text)
}

/** A splice that puts a text, already escaped, in place of a stretch of bytes. */
export function replacing({ start, end }: Readonly<{ start: number; end: number }>, text: string): Splice {
  return { at: start, removed: end - start, text }
}

/** Text for between tags and for attributes in either kind of quotes. */
export function escapeValue(text: string): string {
  return escapeXml(text).replaceAll("'", '&apos;')
}
