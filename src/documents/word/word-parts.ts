import { fontSizes } from '../../core/paper/page-setup.js'
import { escapePrinted } from '../xml/escape-xml.js'
import { namespaces, relationNamespace, twips, xmlHeader } from './word-units.js'
import { fonts, runFonts } from './write-styles.js'

const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const documentTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Parts by name, the target of each relation of the document as its own id: rId1 and so on. */
const relatedParts = ['styles', 'settings', 'footer1', 'footer2', 'fontTable'] as const

function kindOf(part: string): string {
  return part.replace(/\d+$/, '')
}

/** `[Content_Types].xml`. */
export const contentTypes = [
  `${xmlHeader}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${documentTypes}.document.main+xml"/>`,
  ...relatedParts.map(
    (part) => `<Override PartName="/word/${part}.xml" ContentType="${documentTypes}.${kindOf(part)}+xml"/>`,
  ),
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('')

/** `_rels/.rels`. */
export const rootRelations = [
  `${xmlHeader}<Relationships xmlns="${packageRelations}">`,
  `<Relationship Id="rId1" Type="${relationNamespace}/officeDocument" Target="word/document.xml"/>`,
  `<Relationship Id="rId2" Type="${packageRelations}/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('')

/** `word/_rels/document.xml.rels`. */
export const documentRelations = [
  `${xmlHeader}<Relationships xmlns="${packageRelations}">`,
  ...relatedParts.map(
    (part, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationNamespace}/${kindOf(part)}" Target="${part}.xml"/>`,
  ),
  '</Relationships>',
].join('')

/** `word/settings.xml`: page numbers at the outer edge, the layout of today's Word. */
export const settings = [
  `${xmlHeader}<w:settings ${namespaces}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>`,
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>',
].join('')

/** What a font is called on machines that do not have it under our name. */
const otherNames: Readonly<Record<string, string>> = {
  [fonts.title]: '宋体',
  [fonts.heading]: 'SimHei',
  [fonts.subheading]: '楷体',
  [fonts.body]: '仿宋',
  [fonts.cell]: 'SimSun',
}

/** `word/fontTable.xml`: Word takes 仿宋 where there is no 仿宋_GB2312. */
export const fontTable = [
  `${xmlHeader}<w:fonts ${namespaces}>`,
  ...Object.entries(otherNames).map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  ),
  '</w:fonts>',
].join('')

/** A footer with — 1 — one character away from the given edge. */
export function writeFooter(edge: 'left' | 'right'): string {
  const size = fontSizes.pageNumber
  const character = twips(size)
  const run = (content: string) =>
    `<w:r><w:rPr>${runFonts(fonts.cell)}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>${content}</w:r>`
  const line = `<w:spacing w:before="0" w:after="0" w:line="${twips(size + 2)}" w:lineRule="exact"/>`
  const indent = `<w:ind w:${edge}Chars="100" w:${edge}="${character}"/>`
  return [
    `${xmlHeader}<w:ftr ${namespaces}><w:p><w:pPr>${line}${indent}<w:jc w:val="${edge}"/></w:pPr>`,
    run('<w:t xml:space="preserve">— </w:t>'),
    run('<w:fldChar w:fldCharType="begin"/>'),
    run('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
    run('<w:fldChar w:fldCharType="separate"/>'),
    run('<w:t>1</w:t>'),
    run('<w:fldChar w:fldCharType="end"/>'),
    run('<w:t xml:space="preserve"> —</w:t>'),
    '</w:p></w:ftr>',
  ].join('')
}

/** `docProps/core.xml`: the title, and nothing about persons, programs or times. */
export function writeProperties(title: string): string {
  return [
    `${xmlHeader}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`,
    ` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapePrinted(title)}</dc:title></cp:coreProperties>`,
  ].join('')
}
