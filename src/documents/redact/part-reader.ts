import { refuseDeepNesting } from '../document-builder.js'
import { attributeOf, parseXml, type XmlAttributes, type XmlHandler } from '../xml/parse-xml.js'
import type { Splice } from '../xml/splice.js'
import { attributeSpots, authorSpots } from './attribute-spots.js'
import { type Piece, replacing, type Spot } from './editable-part.js'
import { TableContext } from './table-context.js'

/** These hold one stretch of text that may be split over many `t`. */
const flows = new Set(['p', 'si', 'is', 'text'])
const signs = new Map(Object.entries({ tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }))
/** The text of these elements is somebody's name. */
const authorElements = new Set(['creator', 'lastModifiedBy', 'Manager', 'author', 'contributor'])
const propertyElements = new Set([
  'rPr',
  'pPr',
  'trPr',
  'tcPr',
  'tblPr',
  'sectPr',
  'numPr',
  'ctrlPr',
  'tblPrEx',
  'ins',
  'del',
])
/** Cells are read with what they show; the figures behind a chart are figures. */
const elsewhere = new Set(['sheetData', 'numCache'])

type Flow = { pieces: Piece[]; instructions: Piece[]; headings: readonly string[] }

/** What one XML part holds that may be personal, and what of it is cut out whole. */
export type ReadPart = Readonly<{ spots: readonly Spot[]; cuts: readonly Splice[]; deletions: number }>

/** Reads every text and every telling attribute of a part. `place` names the part in words. */
export function readPart(bytes: Uint8Array, part: string, place: string): ReadPart {
  const reader = new PartReader(part, place)
  parseXml(bytes, part, reader)
  return reader.finish(bytes.length)
}

class PartReader implements XmlHandler {
  readonly cursor = { start: 0, end: 0 }
  readonly #part: string
  readonly #place: string
  readonly #spots: Spot[] = []
  readonly #cuts: Splice[] = []
  readonly #elements: { name: string; heading: string | undefined }[] = []
  readonly #flows: Flow[] = []
  readonly #tables = new TableContext()
  #cutFrom: number | undefined
  #deletions = 0
  #count = 0
  /** What the open content control is called. */
  #control: readonly string[] = []

  constructor(part: string, place: string) {
    this.#part = part
    this.#place = place
  }

  readonly open = (name: string, attributes: XmlAttributes, prefix: string): boolean => {
    this.#endCut()
    if (this.#isDeleted(name, prefix)) {
      this.#cutFrom = this.cursor.start
      this.#deletions += 1
      return true
    }
    if (elsewhere.has(name)) return true
    this.#readAttributes(name, attributes, prefix)
    this.#elements.push({ name, heading: this.#headingOf(name, attributes) })
    if (flows.has(name)) this.#openFlow()
    const sign = this.#isIn('rPr') || this.#isIn('tabs') ? undefined : signs.get(name)
    if (sign !== undefined) this.#flows.at(-1)?.pieces.push(virtual(sign))
    this.#tables.open(name, attributes)
    if (name === 'tbl') refuseDeepNesting(this.#tables.depth)
    return false
  }

  readonly close = (name: string): void => {
    this.#endCut()
    if (flows.has(name)) this.#closeFlow()
    this.#tables.close(name)
    if (name === 'sdt') this.#control = []
    this.#elements.pop()
  }

  readonly text = (text: string): void => {
    this.#endCut()
    const name = this.#elements.at(-1)?.name ?? ''
    const piece = { text, start: this.cursor.start, end: this.cursor.end }
    const flow = this.#flows.at(-1)
    if (flow !== undefined && (name === 't' || name === 'text')) flow.pieces.push(piece)
    else if (flow !== undefined && (name === 'instrText' || name === 'delInstrText'))
      flow.instructions.push(piece)
    else if (text.trim() !== '') this.#addText(name, piece)
  }

  finish(length: number): ReadPart {
    if (this.#cutFrom !== undefined) this.#cuts.push(replacing({ start: this.#cutFrom, end: length }, ''))
    const spots = this.#spots.map((spot) => this.#tables.withHeadings(spot))
    return { spots, cuts: this.#cuts, deletions: this.#deletions }
  }

  #endCut(): void {
    if (this.#cutFrom === undefined) return
    this.#cuts.push(replacing({ start: this.#cutFrom, end: this.cursor.start }, ''))
    this.#cutFrom = undefined
  }

  /** Text that tracked changes deleted or moved away; in properties the same names only mark. */
  #isDeleted(name: string, prefix: string): boolean {
    if (!this.#part.startsWith('word/') || prefix === 'a' || prefix === 'm') return false
    if (name === 'mailMerge') return true
    return (name === 'del' || name === 'moveFrom') && !this.#isProperty()
  }

  #isProperty(): boolean {
    const parent = this.#elements.at(-1)?.name ?? ''
    return propertyElements.has(parent) && parent !== 'ins'
  }

  #isIn(name: string): boolean {
    return this.#elements.at(-2)?.name === name || this.#elements.at(-1)?.name === name
  }

  #openFlow(): void {
    this.#flows.push({ pieces: [], instructions: [], headings: this.#headings() })
  }

  #closeFlow(): void {
    const flow = this.#flows.pop()
    if (flow === undefined) return
    this.#count += 1
    if (flow.instructions.length > 0)
      this.#add(`第${this.#count}段的域代码`, flow.instructions, flow.headings)
    if (flow.pieces.length === 0) return
    const text = flow.pieces.map((piece) => piece.text).join('')
    const before = this.#tables.lineBefore(text)
    this.#add(`第${this.#count}段`, flow.pieces, [...flow.headings, ...before])
    this.#tables.note(this.#spots.length - 1, this.#spots.at(-1))
  }

  #addText(name: string, piece: Piece): void {
    const headings = this.#headings()
    if (authorElements.has(name)) this.#spots.push(...authorSpots(`${this.#place}<${name}>`, piece))
    else this.#add(`<${name}>`, [piece], headings)
  }

  #add(where: string, pieces: readonly Piece[], headings: readonly string[]): void {
    const text = pieces.map((piece) => piece.text).join('')
    this.#spots.push({ passage: { place: `${this.#place}${where}`, text, headings }, pieces })
  }

  #readAttributes(name: string, attributes: XmlAttributes, prefix: string): void {
    const from = this.cursor.start + 1 + name.length + (prefix === '' ? 0 : prefix.length + 1)
    const place = { part: this.#part, place: this.#place, headings: () => this.#headings() }
    this.#spots.push(...attributeSpots({ name, attributes, from }, place))
  }

  /** A property, a defined name or a field of a pivot table is called what it holds; so is an element in custom XML. */
  #headingOf(name: string, attributes: XmlAttributes): string | undefined {
    if (name === 'alias' || name === 'tag')
      this.#control = [...this.#control, attributeOf(attributes, 'val') ?? '']
    return (
      attributeOf(attributes, 'name') ?? (/\p{Script=Han}/u.test(decoded(name)) ? decoded(name) : undefined)
    )
  }

  #headings(): readonly string[] {
    const named = this.#elements.slice(-4).flatMap(({ heading }) => (heading === undefined ? [] : [heading]))
    return [...named, ...this.#control]
  }
}

function virtual(text: string): Piece {
  return { text, start: 0, end: 0, virtual: true }
}

/** Element names come one sign a byte. */
function decoded(name: string): string {
  return Buffer.from(name, 'latin1').toString('utf8')
}
