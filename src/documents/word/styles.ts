import { attributeOf, parseXml } from '../xml/parse-xml.js'

export type ParagraphStyle = { basedOn?: string; list?: string; level?: string }

/** The numbering that paragraph styles carry, by style id. */
export function parseStyles(bytes: Uint8Array): Map<string, ParagraphStyle> {
  const styles = new Map<string, ParagraphStyle>()
  let style: ParagraphStyle | undefined
  parseXml(bytes, 'word/styles.xml', {
    open: (name, attributes) => {
      if (name === 'style') {
        style = {}
        styles.set(attributeOf(attributes, 'styleId') ?? '', style)
      }
      const value = attributeOf(attributes, 'val')
      if (style === undefined || value === undefined) return name === 'latentStyles'
      if (name === 'basedOn') style.basedOn = value
      else if (name === 'numId') style.list = value
      else if (name === 'ilvl') style.level = value
      return false
    },
    close: (name) => {
      if (name === 'style') style = undefined
    },
  })
  return styles
}
