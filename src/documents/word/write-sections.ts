import { type FormFit, fitForm, fitTable } from '../../core/paper/fit-form.js'
import { margins, paperOf, pointsOf } from '../../core/paper/page-setup.js'
import type { PrintedForm, PrintedParagraph, PrintedTable } from '../../core/paper/printed.js'
import type { PrintedSection } from '../../core/paper/sections.js'
import { twips } from './word-units.js'
import { Controls, writeRun } from './write-run.js'
import { styleOf } from './write-styles.js'
import { writeTable } from './write-table.js'

/** Distance of the page number from the lower edge, in millimetres: 7 mm below the text of a report. */
const pageNumberEdge = { report: 23, form: 12 } as const

/** Writes the body of a document section by section. */
export class SectionWriter {
  /** How the tables written so far were set. */
  readonly fits: FormFit[] = []
  readonly #controls = new Controls()

  /** The blocks of a section; unless it is the last, its page setup stands in a last paragraph of its own. */
  write(section: PrintedSection, isLast: boolean): string {
    const blocks = section.blocks.map((block) => this.#writeBlock(block, section)).join('')
    const setup = writeSetup(section)
    const endsInTable = section.blocks.at(-1)?.kind !== 'paragraph'
    if (!isLast) return `${blocks}${writeEnd(setup)}`
    return `${blocks}${endsInTable ? writeEnd('') : ''}${setup}`
  }

  #writeBlock(block: PrintedParagraph | PrintedForm | PrintedTable, section: PrintedSection): string {
    if (block.kind === 'paragraph') return this.#writeParagraph(block, section)
    if (block.kind === 'form') return this.#writeForm(block, section)
    const fit = fitTable(block, section)
    this.fits.push(fit)
    return writeTable(block, { fit, caption: '', prefix: '', controls: this.#controls })
  }

  #writeParagraph({ style, runs }: PrintedParagraph, { kind }: PrintedSection): string {
    const name = kind === 'form' && style !== 'attachment' ? 'FormNote' : styleOf[style]
    const content = runs.map(({ text, field }) =>
      field === undefined || text === '' || isOwnWords(field)
        ? writeRun(text)
        : this.#controls.write({ field, text, lock: 'sdtContentLocked' }),
    )
    return writeParagraph(name, content.join(''))
  }

  #writeForm(form: PrintedForm, section: PrintedSection): string {
    const fit = fitForm(form, section)
    this.fits.push(fit)
    const { title, subtitle, signature } = form
    const prefix = `forms[${form.index}].`
    return [
      writeLines('FormTitle', title),
      writeLines('FormSubtitle', subtitle),
      writeTable(form, { fit, caption: title, prefix, controls: this.#controls }),
      writeLines('FormNote', signature),
    ].join('')
  }
}

/** Each line as a paragraph of its own, as the forms have them. */
function writeLines(style: string, text = ''): string {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => writeParagraph(style, writeRun(line))).join('')
}

function writeParagraph(style: string, content: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`
}

/** A paragraph of one point that ends a section or follows a table at the end. */
function writeEnd(setup: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>${setup}</w:pPr></w:p>`
}

function writeSetup({ kind, orientation }: PrintedSection): string {
  const length = (millimetres: number) => twips(pointsOf(millimetres))
  const { width, height } = paperOf(orientation)
  const { top, right, bottom, left } = margins[kind]
  const edges = `w:top="${length(top)}" w:right="${length(right)}" w:bottom="${length(bottom)}" w:left="${length(left)}"`
  const footer = length(pageNumberEdge[kind])
  const turned = orientation === 'landscape' ? ' w:orient="landscape"' : ''
  return [
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>',
    `<w:type w:val="nextPage"/><w:pgSz w:w="${length(width)}" w:h="${length(height)}"${turned}/>`,
    `<w:pgMar ${edges} w:header="${footer}" w:footer="${footer}" w:gutter="0"/></w:sectPr>`,
  ].join('')
}

/** Words that the unit wrote itself, taken over into a draft, stay editable. */
function isOwnWords(field: string): boolean {
  return field.includes('narrative.')
}
