import type { FormFit } from '../../core/paper/fit-form.js'
import { formLinePitch } from '../../core/paper/fit-form.js'
import { fontSizes, linePitch } from '../../core/paper/page-setup.js'
import type { ParagraphStyle } from '../../core/paper/printed.js'
import { namespaces, twips, xmlHeader } from './word-units.js'

/** Fonts by name, as they are on the clerk's machine; none is shipped. */
export const fonts = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  body: '仿宋_GB2312',
  cell: '宋体',
} as const

type Style = Readonly<{
  id: string
  /** Word's own name where it has one: headings then show in the navigation pane. */
  name: string
  font: string
  /** Points. */
  size: number
  pitch: number
  align?: 'center' | 'right' | 'both'
  bold?: boolean
  /** Two characters. */
  indent?: boolean
  outline?: number
  after?: number
  /** Characters kept free at the right end. */
  rightIndent?: number
}>

const { body, title, formTitle, formLine } = fontSizes

/** How each kind of paragraph of the report is called among the styles. */
export const styleOf: Readonly<Record<ParagraphStyle, string>> = {
  title: 'Title',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  body: 'BodyText',
  closing: 'Closing',
  attachment: 'Attachment',
}

const report = { size: body, pitch: linePitch.body, align: 'both', indent: true } as const
const besideForm = { font: fonts.body, size: formLine, pitch: formLinePitch } as const

const styles: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    font: fonts.title,
    size: title,
    pitch: linePitch.title,
    align: 'center',
    after: linePitch.body,
  },
  { ...report, id: 'Heading1', name: 'heading 1', font: fonts.heading, outline: 0 },
  { ...report, id: 'Heading2', name: 'heading 2', font: fonts.subheading, outline: 1 },
  { ...report, id: 'Heading3', name: 'heading 3', font: fonts.body, outline: 2, bold: true },
  { ...report, id: 'BodyText', name: 'Body Text', font: fonts.body },
  {
    id: 'Closing',
    name: 'Closing',
    font: fonts.body,
    size: body,
    pitch: linePitch.body,
    align: 'right',
    rightIndent: 4,
  },
  { id: 'Attachment', name: 'Attachment', font: fonts.heading, size: body, pitch: linePitch.body },
  {
    id: 'FormTitle',
    name: 'Form Title',
    font: fonts.title,
    size: formTitle,
    pitch: linePitch.formTitle,
    align: 'center',
    outline: 0,
  },
  { ...besideForm, id: 'FormSubtitle', name: 'Form Subtitle', align: 'right' },
  { ...besideForm, id: 'FormNote', name: 'Form Note' },
  { id: 'SectionEnd', name: 'Section End', font: fonts.body, size: 1, pitch: 1 },
]

/** `word/styles.xml` with a style for the cells of each form's size. */
export function writeStyles(fits: readonly FormFit[]): string {
  const cells = new Map(fits.map((fit) => [cellStyleOf(fit), cellStyle(fit)]))
  const all = [...styles, ...cells.values()].map(writeStyle).join('')
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${runFonts(fonts.body)}<w:sz w:val="${body * 2}"/><w:szCs w:val="${body * 2}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
  return `${xmlHeader}<w:styles ${namespaces}>${defaults}${normal}${all}</w:styles>`
}

/** The style of the cells of a form: `FormCell10.5`. */
export function cellStyleOf({ fontSize, linePitch: pitch }: FormFit): string {
  return `FormCell${twips(fontSize)}x${twips(pitch)}`
}

function cellStyle(fit: FormFit): Style {
  const name = `Form Cell ${fit.fontSize}`
  return { id: cellStyleOf(fit), name, font: fonts.cell, size: fit.fontSize, pitch: fit.linePitch }
}

function writeStyle({ id, name, font, size, bold, ...paragraph }: Style): string {
  const run = `${runFonts(font)}${bold ? '<w:b/><w:bCs/>' : ''}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`
  const head = `<w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>`
  return `<w:style w:type="paragraph" w:styleId="${id}">${head}<w:pPr>${writeParagraphProperties(paragraph, size)}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
}

type ParagraphPart = Omit<Style, 'id' | 'name' | 'font' | 'size' | 'bold'>

/** In the order that the schema asks for. */
function writeParagraphProperties(style: ParagraphPart, size: number): string {
  const { pitch, align, indent, outline, after = 0, rightIndent = 0 } = style
  const character = twips(size)
  const first = indent ? ` w:firstLineChars="200" w:firstLine="${2 * character}"` : ''
  const right = rightIndent ? ` w:rightChars="${rightIndent * 100}" w:right="${rightIndent * character}"` : ''
  return [
    outline === undefined || style.indent === undefined ? '' : '<w:keepNext/>',
    // Word's own default; LibreOffice drops the marks that hang outside the text unless it is said
    '<w:widowControl w:val="0"/><w:overflowPunct/>',
    `<w:spacing w:before="0" w:after="${twips(after)}" w:line="${twips(pitch)}" w:lineRule="exact"/>`,
    first || right ? `<w:ind${right}${first}/>` : '',
    after ? '<w:contextualSpacing/>' : '',
    align ? `<w:jc w:val="${align}"/>` : '',
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('')
}

/** One font for Chinese, letters and digits. */
export function runFonts(font: string): string {
  return `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`
}
