import { DomainError } from '../../core/errors/errors.js'
import { attributeOf, parseXml } from '../xml/parse-xml.js'
import type { Splice } from '../xml/splice.js'

/** An element and where it stands in the bytes of its part. */
export type XmlElement = {
  readonly name: string
  /** With its colon, or empty: `w:`. */
  readonly prefix: string
  readonly attributes: string
  readonly parent: XmlElement | undefined
  readonly children: XmlElement[]
  /** Texts directly in it. */
  readonly texts: XmlText[]
  /** Of its first `<`, and behind the `>` of its first tag. */
  readonly start: number
  readonly openEnd: number
  /** Of the `<` of its last tag, and behind the `>` of it; for one written as an empty tag `start` and `openEnd`. */
  closeStart: number
  end: number
}

/** A text, decoded, and where it stands as written. */
export type XmlText = Readonly<{ text: string; start: number; end: number }>

/** What is parsed: below `depth` (1 is the root alone) nothing is kept; `from` and `to` cut one element out. */
export type TreeOptions = Readonly<{ depth?: number; from?: number; to?: number }>

/** Parses a part into its elements with their positions in the part. Refuses what is not well formed. */
export function parseTree(bytes: Uint8Array, part: string, options: TreeOptions = {}): XmlElement {
  const { depth = Number.POSITIVE_INFINITY, from = 0, to } = options
  const cursor = { start: 0, end: 0 }
  const here = () => ({ start: from + cursor.start, end: from + cursor.end })
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let below = 0
  parseXml(bytes.subarray(from, to), part, {
    cursor,
    open: (name, attributes, prefix) => {
      if (open.length >= depth) below += 1
      else {
        const element = elementAt(here(), { name, attributes, prefix, parent: open.at(-1) })
        element.parent?.children.push(element)
        root ??= element
        open.push(element)
      }
      return false
    },
    close: () => {
      if (below > 0) below -= 1
      else close(open.pop(), here())
    },
    text: (text) => {
      if (below === 0) open.at(-1)?.texts.push({ text, ...here() })
    },
  })
  if (root === undefined) throw new DomainError('FILE_DAMAGED', { where: part })
  return root
}

type Cursor = Readonly<{ start: number; end: number }>
type Opened = Pick<XmlElement, 'name' | 'attributes' | 'prefix' | 'parent'>

function elementAt({ start, end }: Cursor, { prefix, ...opened }: Opened): XmlElement {
  const position = { start, openEnd: end, closeStart: start, end }
  return { ...opened, prefix: prefix === '' ? '' : `${prefix}:`, ...position, children: [], texts: [] }
}

function close(element: XmlElement | undefined, { start, end }: Cursor): void {
  if (element === undefined) return
  element.closeStart = start
  element.end = end
}

/** Whether it is written as one tag, `<w:p/>`. */
export function isEmptyTag({ start, closeStart }: XmlElement): boolean {
  return start === closeStart
}

/** Puts text at the end of an element; one written as an empty tag is opened for it. */
export function appendInside(element: XmlElement, text: string): Splice {
  if (!isEmptyTag(element)) return { at: element.closeStart, text }
  return { at: element.end - 2, removed: 2, text: `>${text}</${element.prefix}${element.name}>` }
}

/** The value of an attribute, whatever its prefix. */
export function valueOf({ attributes }: XmlElement, name: string): string | undefined {
  return attributeOf(attributes, name)
}

/** The namespace that a prefix (with its colon, or empty) stands for, by what this element itself declares. */
export function namespaceOf({ attributes }: XmlElement, prefix: string): string | undefined {
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`
  for (const [, key, double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (key === declaration) return double ?? single
  }
  return undefined
}
