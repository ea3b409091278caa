import { decodeEntities } from '../xml/decode-entities.js'
import { decodeRaw } from '../xml/markup-text.js'
import type { Piece } from './editable-part.js'

/** One attribute of a tag, with where its value stands in the part's bytes. */
export type PlacedAttribute = Readonly<{ name: string; piece: Piece }>

const pattern = /([^\s=]+)(\s*=\s*)(?:"([^"]*)"|'([^']*)')/g

/** The attributes of a tag as written after its name; `from` is where that begins in the part's bytes. */
export function attributesOf(written: string, from: number, part: string): readonly PlacedAttribute[] {
  return [...written.matchAll(pattern)].flatMap((match) => {
    const [whole, key = '', equals = '', double, single] = match
    if (key.startsWith('xmlns')) return []
    const raw = double ?? single ?? ''
    const start = from + match.index + key.length + equals.length + 1
    const text = decodeEntities(decodeRaw(raw), part)
    if (whole.length < raw.length) return []
    return [{ name: key.slice(key.indexOf(':') + 1), piece: { text, start, end: start + raw.length } }]
  })
}
