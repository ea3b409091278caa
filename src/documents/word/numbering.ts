import { attributeOf, parseXml, type XmlAttributes } from '../xml/parse-xml.js'

export type Level = {
  start: number
  format: string
  text: string
  suffix: string
  restart?: number
  legal: boolean
  style?: string
}
export type AbstractList = { levels: Map<number, Level>; styleLink?: string }
export type List = { abstract: string; starts: Map<number, number>; levels: Map<number, Level> }

/** What `word/numbering.xml` defines: lists, and the abstract lists they are instances of. */
export type Numbering = Readonly<{ abstracts: Map<string, AbstractList>; lists: Map<string, List> }>

const deepestLevel = 8

/** Reads the definitions of automatic numbering. */
export function parseNumbering(bytes: Uint8Array): Numbering {
  const reader = new NumberingReader()
  parseXml(bytes, 'word/numbering.xml', {
    open: (name, attributes) => {
      reader.open(name, attributes)
      return name === 'rPr' || name === 'pPr'
    },
    close: (name) => reader.close(name),
  })
  return reader.numbering
}

class NumberingReader {
  readonly numbering: Numbering = { abstracts: new Map(), lists: new Map() }
  #abstract: AbstractList | undefined
  #list: List | undefined
  #level: Level | undefined
  #override = 0

  open(name: string, attributes: XmlAttributes): void {
    const value = attributeOf(attributes, 'val') ?? ''
    if (name === 'abstractNum') this.#openAbstract(attributes)
    else if (name === 'num') this.#openList(attributes)
    else if (name === 'lvl') this.#openLevel(attributes)
    else if (name === 'lvlOverride') this.#override = levelIndex(attributes)
    else if (name === 'startOverride') this.#list?.starts.set(this.#override, integer(value, 1))
    else if (name === 'abstractNumId' && this.#list) this.#list.abstract = value
    else if (name === 'numStyleLink' && this.#abstract) this.#abstract.styleLink = value
    else if (this.#level) setLevel(this.#level, name, attributes, value)
  }

  close(name: string): void {
    if (name === 'abstractNum') this.#abstract = undefined
    else if (name === 'num') this.#list = undefined
    else if (name === 'lvl') this.#level = undefined
  }

  #openAbstract(attributes: XmlAttributes): void {
    this.#abstract = { levels: new Map() }
    this.numbering.abstracts.set(attributeOf(attributes, 'abstractNumId') ?? '', this.#abstract)
  }

  #openList(attributes: XmlAttributes): void {
    this.#list = { abstract: '', starts: new Map(), levels: new Map() }
    this.numbering.lists.set(attributeOf(attributes, 'numId') ?? '', this.#list)
  }

  #openLevel(attributes: XmlAttributes): void {
    this.#level = { start: 0, format: 'decimal', text: '', suffix: 'tab', legal: false }
    const owner = this.#list ?? this.#abstract
    owner?.levels.set(levelIndex(attributes), this.#level)
  }
}

function setLevel(level: Level, name: string, attributes: XmlAttributes, value: string): void {
  if (name === 'start') level.start = integer(value, 0)
  else if (name === 'numFmt') level.format = value
  else if (name === 'lvlText') level.text = value
  else if (name === 'suff') level.suffix = value
  else if (name === 'lvlRestart') level.restart = integer(value, 0)
  else if (name === 'isLgl') level.legal = isOn(attributes)
  else if (name === 'pStyle') level.style = value
}

/** Whether an on/off property such as `<w:isLgl/>` is on: present without a value means yes. */
export function isOn(attributes: XmlAttributes): boolean {
  const value = attributeOf(attributes, 'val')
  return value === undefined || !['0', 'false', 'off'].includes(value)
}

function levelIndex(attributes: XmlAttributes): number {
  return Math.min(integer(attributeOf(attributes, 'ilvl') ?? '', 0), deepestLevel)
}

/** A whole number of a layout property; anything else, or one out of reason, becomes the fallback. */
export function integer(value: string | undefined, fallback: number): number {
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : fallback
}
