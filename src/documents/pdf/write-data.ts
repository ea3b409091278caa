import { fitForm, fitTable, formLinePitch } from '../../core/paper/fit-form.js'
import { fontSizes, linePitch, margins, paperOf, pointsOf } from '../../core/paper/page-setup.js'
import type { PrintedFiling, PrintedForm, PrintedParagraph } from '../../core/paper/printed.js'
import { type PrintedSection, sectionsOf } from '../../core/paper/sections.js'
import { type GridBlock, gridData } from './write-grid.js'
import { clean, type Pieces, piecesOf } from './write-text.js'

type TextStyle = PrintedParagraph['style'] | 'note' | 'formTitle' | 'above' | 'below'

/** Size and exact distance of two lines, in points. */
type Letters = Readonly<{ size: number; pitch: number }>

/** Lengths in points; `after` is blank space below. */
type TextBlock = Readonly<{ kind: 'text'; style: TextStyle; text: Pieces; after: number } & Letters>

type SectionData = Readonly<{
  width: number
  height: number
  top: number
  bottom: number
  left: number
  right: number
  /** 页码, `below` the text area. */
  number: Letters & Readonly<{ below: number }>
  blocks: readonly (TextBlock | GridBlock)[]
}>

/** What the template reads. */
export type PdfData = Readonly<{
  title: string
  author: readonly string[]
  date: Readonly<{ year: number; month: number; day: number }>
  sections: readonly SectionData[]
}>

/** Of a filing whose year nobody knows; a PDF/A must bear a date, and a clock would change the bytes. */
const yearUnknown = 2000
/** Distance of the page number from the lower edge, in millimetres: about 7 mm below the text of a report. */
const numberEdge = { report: 23, form: 12 } as const

/** A printed filing as the template reads it; the document's date is the last day of the budget year. */
export function dataOf(printed: PrintedFiling): PdfData {
  return {
    title: clean(printed.title),
    author: printed.unit === undefined ? [] : [clean(printed.unit)],
    date: { year: printed.budgetYear ?? yearUnknown, month: 12, day: 31 },
    sections: sectionsOf(printed).map(sectionData),
  }
}

function sectionData(section: PrintedSection): SectionData {
  const paper = paperOf(section.orientation)
  const { top, bottom, left, right } = margins[section.kind]
  const number = { size: fontSizes.pageNumber, pitch: fontSizes.pageNumber + 2 }
  return {
    width: pointsOf(paper.width),
    height: pointsOf(paper.height),
    top: pointsOf(top),
    bottom: pointsOf(bottom),
    left: pointsOf(left),
    right: pointsOf(right),
    number: { ...number, below: pointsOf(bottom - numberEdge[section.kind]) - number.pitch },
    blocks: section.blocks.flatMap((_, at) => blockData(section, at)),
  }
}

function blockData(section: PrintedSection, at: number): (TextBlock | GridBlock)[] {
  const block = section.blocks[at]
  if (block === undefined) return []
  if (block.kind === 'form') return formData(block, section)
  if (block.kind === 'table') return [gridData(block, fitTable(block, section))]
  const text = block.runs.map((run) => run.text).join('')
  if (section.kind === 'form' && block.style !== 'attachment') return [textBlock('note', text)]
  const next = section.blocks[at + 1]
  const endsTitle = block.style === 'title' && !(next?.kind === 'paragraph' && next.style === 'title')
  return [textBlock(block.style, text, endsTitle ? linePitch.body : 0)]
}

function formData(form: PrintedForm, section: PrintedSection): (TextBlock | GridBlock)[] {
  const blocks: (TextBlock | GridBlock)[] = []
  if (form.title !== '') blocks.push(textBlock('formTitle', form.title))
  if (form.subtitle !== undefined) blocks.push(textBlock('above', form.subtitle))
  blocks.push(gridData(form, fitForm(form, section)))
  if (form.signature !== undefined) blocks.push(textBlock('below', form.signature))
  return blocks
}

function textBlock(style: TextStyle, text: string, after = 0): TextBlock {
  return { kind: 'text', style, text: piecesOf(text), after, ...lettersOf(style) }
}

function lettersOf(style: TextStyle): Letters {
  if (style === 'title') return { size: fontSizes.title, pitch: linePitch.title }
  if (style === 'formTitle') return { size: fontSizes.formTitle, pitch: linePitch.formTitle }
  if (style === 'note' || style === 'above' || style === 'below') {
    return { size: fontSizes.formLine, pitch: formLinePitch }
  }
  return { size: fontSizes.body, pitch: linePitch.body }
}
