import { decodeEntities } from './decode-entities.js'
import { decodeRaw, MarkupText } from './markup-text.js'
import { XmlScanner } from './xml-scanner.js'

/** The attributes of an element as written, one character per byte; parsed when asked for: most are never looked at. */
export type XmlAttributes = string

const usualPrefix = ' w:'

/**
 * Names come without their prefix: producers choose prefixes freely. `open` answers true to leave out everything
 * inside the element; its `close` is not called then.
 */
export type XmlHandler = Readonly<{
  /** Where given, set before each call to where the tag or text stands: positions in the part's UTF-8 bytes. */
  cursor?: { start: number; end: number }
  open: (name: string, attributes: XmlAttributes, prefix: string) => boolean | undefined
  close: (name: string, prefix: string) => void
  text?: (text: string) => void
}>

/** Walks one XML part. Refuses a DTD (`DTD_REFUSED`) and anything not well formed (`FILE_DAMAGED`). */
export function parseXml(bytes: Uint8Array, part: string, handler: XmlHandler): void {
  new XmlScanner(new MarkupText(bytes), part, handler).scan()
}

const attributePattern = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The value of an attribute, whatever the prefix it was written with. */
export function attributeOf(attributes: XmlAttributes, name: string): string | undefined {
  const usual = `${usualPrefix}${name}="`
  const at = attributes.indexOf(usual)
  if (at >= 0) {
    const from = at + usual.length
    return decodeValue(attributes.slice(from, attributes.indexOf('"', from)), name)
  }
  return attributes.includes(name) ? searchAttribute(attributes, name) : undefined
}

function searchAttribute(attributes: XmlAttributes, name: string): string | undefined {
  for (const [, key = '', double, single] of attributes.matchAll(attributePattern)) {
    if (key.slice(key.indexOf(':') + 1) === name) return decodeValue(double ?? single ?? '', name)
  }
  return undefined
}

function decodeValue(value: string, name: string): string {
  return decodeEntities(decodeRaw(value), name)
}
