import { SaxesParser } from 'saxes'
import { DomainError } from '../../core/errors.js'
import { decodeMarkup } from './decode-markup.js'

export type XmlAttributes = Readonly<Record<string, string>>

/** Names come without their prefix: producers choose prefixes freely. */
export type XmlHandler = Readonly<{
  open: (name: string, attributes: XmlAttributes, prefix: string) => void
  close: (name: string, prefix: string) => void
  text?: (text: string) => void
}>

/** Walks one XML part. Refuses a DTD (`DTD_REFUSED`) and anything not well formed (`FILE_DAMAGED`). */
export function parseXml(bytes: Uint8Array, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser()
  parser.on('doctype', () => {
    throw new DomainError('DTD_REFUSED', { where: part })
  })
  parser.on('error', () => {
    throw new DomainError('FILE_DAMAGED', { where: part })
  })
  parser.on('opentag', (tag) => {
    handler.open(localName(tag.name), tag.attributes, prefixOf(tag.name))
  })
  parser.on('closetag', (tag) => handler.close(localName(tag.name), prefixOf(tag.name)))
  const { text } = handler
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  parser.write(decodeMarkup(bytes)).close()
}

/** The value of an attribute, whatever the prefix it was written with. */
export function attributeOf(attributes: XmlAttributes, name: string): string | undefined {
  const usual = attributes[`w:${name}`] ?? attributes[name]
  if (usual !== undefined) return usual
  for (const key of Object.keys(attributes)) if (localName(key) === name) return attributes[key]
  return undefined
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(':')))
}
