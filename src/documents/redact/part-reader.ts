import { refuseDeepNesting } from '../document-builder.js'
import type { Splice } from '../mark/splice.js'
import { attributeOf, parseXml, type XmlAttributes, type XmlHandler } from '../xml/parse-xml.js'
import { type Piece, replacing, type Spot } from './editable-part.js'
import { TableContext } from './table-context.js'
import { attributesOf } from './xml-attributes.js'

/** These hold one stretch of text that may be split over many `t`. */
const flows = new Set(['p', 'si', 'is', 'text'])
const signs = new Map(Object.entries({ tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }))
/** The text of these elements, and these attributes, are somebody's name or account. */
const authorElements = new Set(['creator', 'lastModifiedBy', 'Manager', 'author', 'lastPrintedBy'])
const authorAttributes = new Set(
  'author initials userId displayName userName lastModifiedBy lastEditedBy reservedBy'.split(' '),
)
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
const technical =
  /^(?:id|embed|link|rsid\w*|paraId\w*|textId|durableId|uri|dateUtc|date|dT|xfid|w|x|y|cx|cy|sz|ref|r|s|t|spans|ht|fmla|path|coordsize|style|ProgID)$/i

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
  #control: string | undefined

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
    if (name === 'sdt') this.#control = undefined
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
    if (authorElements.has(name)) this.#addAuthor(`<${name}>`, piece)
    else this.#add(`<${name}>`, [piece], headings)
  }

  #add(where: string, pieces: readonly Piece[], headings: readonly string[]): void {
    const text = pieces.map((piece) => piece.text).join('')
    this.#spots.push({ passage: { place: `${this.#place}${where}`, text, headings }, pieces })
  }

  #addAuthor(where: string, piece: Piece): void {
    if (piece.text.trim() === '') return
    const passage = {
      place: `${this.#place}${where}`,
      text: piece.text,
      headings: [],
      holds: 'author' as const,
    }
    this.#spots.push({ passage, pieces: [piece] })
  }

  #readAttributes(name: string, attributes: XmlAttributes, prefix: string): void {
    if (attributes === '') return
    const from = this.cursor.start + 1 + name.length + (prefix === '' ? 0 : prefix.length + 1)
    const all = attributesOf(attributes, from, this.#part)
    const own = all.find((one) => one.name === 'name')?.piece.text
    for (const { name: key, piece } of all) {
      if (authorAttributes.has(key)) this.#addAuthor(`<${name} ${key}>`, piece)
      else if (worthReading(key, piece.text)) {
        const headings = key === 'name' || own === undefined ? this.#headings() : [own, ...this.#headings()]
        this.#add(`<${name} ${key}>`, [piece], headings)
      }
    }
  }

  /** A property, a defined name or a field of a pivot table is called what it holds; so is an element in custom XML. */
  #headingOf(name: string, attributes: XmlAttributes): string | undefined {
    if (name === 'alias' || name === 'tag') this.#control = attributeOf(attributes, 'val') ?? this.#control
    return (
      attributeOf(attributes, 'name') ?? (/\p{Script=Han}/u.test(decoded(name)) ? decoded(name) : undefined)
    )
  }

  #headings(): readonly string[] {
    const named = this.#elements.slice(-4).flatMap(({ heading }) => (heading === undefined ? [] : [heading]))
    return this.#control === undefined ? named : [...named, this.#control]
  }
}

function virtual(text: string): Piece {
  return { text, start: 0, end: 0, virtual: true }
}

/** Element names come one sign a byte. */
function decoded(name: string): string {
  return Buffer.from(name, 'latin1').toString('utf8')
}

/** Attributes with words, or with the digits of a number; measures, ids and references are none. */
function worthReading(key: string, text: string): boolean {
  if (/[\u3400-\u9fff@＠]|[\\/]Users[\\/]/.test(text)) return true
  return !technical.test(key) && /\d\D{0,2}\d\D{0,2}\d\D{0,2}\d\D{0,2}\d\D{0,2}\d\D{0,2}\d/.test(text)
}
