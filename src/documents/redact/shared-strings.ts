import { parseXml, type XmlHandler } from '../xml/parse-xml.js'
import type { Splice } from '../xml/splice.js'
import { type Piece, replacing } from './editable-part.js'

/** One shared string: its text over all its runs, and where those stand in the part. */
export type SharedString = Readonly<{ text: string; pieces: readonly Piece[] }>

/** The shared strings of a workbook by index; guides to pronunciation are cut out, they repeat the text. */
export type SharedStrings = Readonly<{ items: readonly SharedString[]; cuts: readonly Splice[] }>

/** Reads `xl/sharedStrings.xml`. */
export function readSharedStrings(bytes: Uint8Array, part: string): SharedStrings {
  const reader = new SharedStringsReader()
  parseXml(bytes, part, reader)
  return { items: reader.items, cuts: reader.cuts }
}

class SharedStringsReader implements XmlHandler {
  readonly cursor = { start: 0, end: 0 }
  readonly items: SharedString[] = []
  readonly cuts: Splice[] = []
  #pieces: Piece[] = []
  #inText = false
  #cutFrom: number | undefined

  readonly open = (name: string): boolean => {
    this.#endCut()
    if (name === 'si') this.#pieces = []
    this.#inText = name === 't'
    if (name === 'rPh') this.#cutFrom = this.cursor.start
    return name === 'rPh'
  }

  readonly close = (name: string): void => {
    this.#endCut()
    this.#inText = false
    if (name === 'si')
      this.items.push({ text: this.#pieces.map(({ text }) => text).join(''), pieces: this.#pieces })
  }

  readonly text = (text: string): void => {
    this.#endCut()
    if (this.#inText) this.#pieces.push({ text, start: this.cursor.start, end: this.cursor.end })
  }

  #endCut(): void {
    if (this.#cutFrom === undefined) return
    this.cuts.push(replacing({ start: this.#cutFrom, end: this.cursor.start }, ''))
    this.#cutFrom = undefined
  }
}
