import type { XmlAttributes } from '../xml/parse-xml.js'
import { type Piece, replacing, type Spot } from './editable-part.js'
import { attributesOf } from './xml-attributes.js'

/** A tag: its name as written without prefix, its attributes and where those begin in the part's bytes. */
export type Tag = Readonly<{ name: string; attributes: XmlAttributes; from: number }>

/** Where a tag stands: the part, in words too, and (asked for seldom) what the elements around it are called. */
export type TagPlace = Readonly<{ part: string; place: string; headings: () => readonly string[] }>

/** Attributes that are somebody's name or account, whatever they look like. */
const authorAttributes = new Set(
  `author initials userId displayName userName lastModifiedBy lastEditedBy reservedBy refreshedBy createdBy
  modifiedBy suggestedsigner suggestedsigner2 suggestedsigneremail`.split(/\s+/),
)
/** Words, entities, addresses, long numbers or one of the names above; most tags have none of these. */
const worthParsing =
  /[\u0080-\u00ff&@\\]|\d\D{0,2}\d\D{0,2}\d\D{0,2}\d\D{0,2}\d\D{0,2}\d\D{0,2}\d|author|initials|user|By=|displayName|suggestedsigner/i
const technical =
  /^(?:id|embed|link|rsid\w*|paraId\w*|textId|durableId|uri|dateUtc|date|dT|xfid|w|x|y|cx|cy|sz|ref|r|s|t|spans|ht|fmla|path|coordsize|style|ProgID)$/i

/** The attributes of a tag that may hold personal data. */
export function attributeSpots(
  { name, attributes, from }: Tag,
  { part, place, headings }: TagPlace,
): readonly Spot[] {
  if (!worthParsing.test(attributes)) return []
  const all = attributesOf(attributes, from, part)
  const own = all.find((one) => one.name === 'name')?.piece.text
  return all.flatMap(({ name: key, piece }): readonly Spot[] => {
    const where = `${place}<${name} ${key}>`
    if (authorAttributes.has(key)) return authorSpots(where, piece)
    if (!worthReading(key, piece.text)) return []
    const around = key === 'name' || own === undefined ? headings() : [own, ...headings()]
    const spot = { passage: { place: where, text: piece.text, headings: around }, pieces: [piece] }
    return [part.endsWith('.rels') && key === 'Target' ? { ...spot, edit: leadingNowhere(piece) } : spot]
  })
}

/** A text that is somebody's name, whatever it looks like. */
export function authorSpots(place: string, piece: Piece): readonly Spot[] {
  if (piece.text.trim() === '') return []
  return [{ passage: { place, text: piece.text, headings: [], holds: 'author' }, pieces: [piece] }]
}

/** An address with words put into it is no address; programs call such a file damaged. */
function leadingNowhere(piece: Piece): NonNullable<Spot['edit']> {
  return () => [replacing(piece, 'about:blank')]
}

/** Attributes with words, or with the digits of a number; measures, ids and references are none. */
function worthReading(key: string, text: string): boolean {
  if (/[\u3400-\u9fff@＠]|[\\/]Users[\\/]/.test(text)) return true
  return !technical.test(key) && /\d\D{0,2}\d\D{0,2}\d\D{0,2}\d\D{0,2}\d\D{0,2}\d\D{0,2}\d/.test(text)
}
