import { attributeOf, type XmlAttributes } from '../xml/parse-xml.js'
import { isOn } from './numbering.js'
import type { Span } from './origins.js'
import { symbolText } from './symbols.js'
import type { Flow } from './table-reader.js'

/** One `w:p` being read: the text of its runs and what its properties say. */
export class ParagraphReader {
  text = ''
  list?: string | undefined
  level?: string | undefined
  style?: string | undefined
  /** A tracked deletion of the paragraph mark joins the paragraph with the next one. */
  markDeleted = false
  /** What text boxes anchored in this paragraph hold; it follows the paragraph. */
  readonly after: Flow['items'] = []
  /** Where it stands, when somebody asks. */
  readonly span: Span | undefined
  #inRun = false
  #inText = false

  constructor(span: Span | undefined) {
    this.span = span
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'r') this.#inRun = true
    else if (name === 't') this.#inText = true
    else if (this.#inRun) this.text += runText(name, attributes)
  }

  closeText(): void {
    this.#inText = false
  }

  closeRun(): void {
    this.#inRun = false
  }

  addText(text: string): void {
    if (this.#inText) this.text += text
  }

  append(text: string): void {
    this.text += text
  }

  setProperty(name: string, attributes: XmlAttributes): void {
    if (name === 'numId') this.list = attributeOf(attributes, 'val')
    else if (name === 'ilvl') this.level = attributeOf(attributes, 'val')
    else if (name === 'pStyle') this.style = attributeOf(attributes, 'val')
    else if (name === 'del' || name === 'moveFrom') this.markDeleted = true
  }
}

/** What an element inside a run prints besides the text of `w:t`. */
export function runText(name: string, attributes: XmlAttributes): string {
  switch (name) {
    case 'tab':
    case 'ptab':
      return '\t'
    case 'br':
    case 'cr':
      return '\n'
    case 'noBreakHyphen':
      return '-'
    case 'sym':
      return symbolText(attributeOf(attributes, 'font'), attributeOf(attributes, 'char'))
    default:
      return ''
  }
}

/** A legacy form's check box, printed as the box it shows. */
export class CheckBox {
  #isChecked: boolean | undefined
  #default = false

  setProperty(name: string, attributes: XmlAttributes): void {
    if (name === 'checked') this.#isChecked = isOn(attributes)
    else if (name === 'default') this.#default = isOn(attributes)
  }

  get text(): string {
    return (this.#isChecked ?? this.#default) ? '☑' : '□'
  }
}
