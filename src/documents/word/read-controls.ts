import { cleanText } from '../clean-text.js'
import { openArchive } from '../gate/archive.js'
import { attributeOf, parseXml, type XmlAttributes, type XmlHandler } from '../xml/parse-xml.js'
import { isOn } from './numbering.js'
import { mainPart } from './read-docx.js'

type OpenControl = { field: string | undefined; text: string; isEditable: boolean; isPlaceholder: boolean }

/**
 * The text of every tagged content control by its field. Where a field stands several times, the control that may be
 * edited wins: the cell of the form, not the sentence that repeats it; then the first.
 *
 * @throws DomainError FILE_DAMAGED and the refusals of the gate
 */
export function readFieldControls(bytes: Uint8Array): ReadonlyMap<string, string> {
  const archive = openArchive(bytes)
  const part = mainPart(archive)
  const reader = new ControlReader()
  parseXml(archive.read(part) ?? new Uint8Array(), part, reader)
  return reader.fields()
}

class ControlReader implements XmlHandler {
  readonly #open: OpenControl[] = []
  readonly #closed: OpenControl[] = []
  #inProperties = false
  #inText = false

  readonly open = (name: string, attributes: XmlAttributes): boolean => {
    if (name === 'delText' || name === 'instrText') return true
    if (name === 'sdt')
      this.#open.push({ field: undefined, text: '', isEditable: true, isPlaceholder: false })
    else if (name === 'sdtPr') this.#inProperties = true
    else if (this.#inProperties) this.#setProperty(name, attributes)
    else if (name === 't') this.#inText = true
    else if (name === 'br' || name === 'cr' || name === 'p') this.text('\n', true)
    else if (name === 'tab') this.text('\t', true)
    return false
  }

  readonly close = (name: string): void => {
    if (name === 'sdtPr') this.#inProperties = false
    else if (name === 't') this.#inText = false
    else if (name === 'sdt') {
      const control = this.#open.pop()
      if (control !== undefined) this.#closed.push(control)
    }
  }

  /** A control inside another belongs to both. */
  readonly text = (text: string, isLayout = false): void => {
    if (!this.#inText && !isLayout) return
    for (const control of this.#open) control.text += text
  }

  fields(): ReadonlyMap<string, string> {
    const fields = new Map<string, string>()
    for (const isEditable of [true, false]) {
      for (const control of this.#closed) {
        const { field, text } = control
        if (field === undefined || control.isEditable !== isEditable || fields.has(field)) continue
        fields.set(field, control.isPlaceholder ? '' : cleanText(text))
      }
    }
    return fields
  }

  #setProperty(name: string, attributes: XmlAttributes): void {
    const control = this.#open.at(-1)
    if (control === undefined) return
    if (name === 'tag') control.field = attributeOf(attributes, 'val')
    else if (name === 'lock') control.isEditable = !attributeOf(attributes, 'val')?.endsWith('ontentLocked')
    else if (name === 'showingPlcHdr') control.isPlaceholder = isOn(attributes)
  }
}
