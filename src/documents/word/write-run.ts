import { escapePrinted } from '../xml/escape-xml.js'

/** What a content control of ours holds and how it is kept. */
export type Control = Readonly<{
  /** Key of the field: `forms[0].totalFunds.score`. */
  field: string
  text: string
  /** `sdtContentLocked`: neither control nor figure may be changed; `sdtLocked`: the figure may. */
  lock: 'sdtContentLocked' | 'sdtLocked'
}>

/** Word refuses a file with longer tags. */
const longestTag = 64

/** Numbers the content controls of one document, so that the same filing gives the same bytes. */
export class Controls {
  #count = 0

  /** A `w:sdt` at run level, tagged with its field. */
  write({ field, text, lock }: Control): string {
    if (field.length > longestTag) return writeRun(text)
    this.#count += 1
    const properties = `<w:tag w:val="${escapePrinted(field)}"/><w:id w:val="${this.#count}"/><w:lock w:val="${lock}"/>`
    return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${writeRun(text)}</w:sdtContent></w:sdt>`
  }
}

/** A `w:r`; lines are parted by line breaks, tabs stay tabs. */
export function writeRun(text: string): string {
  const lines = text.split(/[\n\r\v\f]+/).map(writeLine)
  return `<w:r>${lines.join('<w:br/>')}</w:r>`
}

function writeLine(line: string): string {
  return line.split('\t').map(writeText).join('<w:tab/>')
}

function writeText(text: string): string {
  return text === '' ? '' : `<w:t xml:space="preserve">${escapePrinted(text)}</w:t>`
}
