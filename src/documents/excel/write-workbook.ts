import { strToU8, type Zippable, zipSync } from 'fflate'
import { renderNoteBoxes, renderNotes } from './write-notes.js'
import { renderSheet, type Sheet } from './write-sheet.js'
import type { Numbered, StyleTable } from './write-styles.js'
import { escapeXml, spreadsheetNamespace, xmlDeclaration } from './write-xml.js'

/** A workbook as it is to be written: sheets that name their texts and styles by number. */
export type Workbook = Readonly<{
  title: string
  sheets: readonly Sheet[]
  texts: Numbered
  styles: StyleTable
}>

/** One date for every part: the same workbook gives the same bytes. */
const partDate = new Date(2000, 0, 1)
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types'
const coreProperties = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The bytes of an .xlsx. */
export function packWorkbook(workbook: Workbook): Uint8Array {
  const parts: Zippable = {}
  for (const [name, text] of partsOf(workbook)) parts[name] = [strToU8(text), { mtime: partDate }]
  return zipSync(parts)
}

function partsOf(workbook: Workbook): readonly (readonly [string, string])[] {
  const { sheets, texts, styles, title } = workbook
  return [
    ['[Content_Types].xml', renderContentTypes(sheets)],
    [
      '_rels/.rels',
      renderRelations([
        ['officeDocument', 'xl/workbook.xml'],
        ['metadata/core-properties', 'docProps/core.xml'],
      ]),
    ],
    [
      'docProps/core.xml',
      `${xmlDeclaration}<cp:coreProperties xmlns:cp="${coreProperties}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
    ],
    ['xl/workbook.xml', renderWorkbook(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      renderRelations([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    ...sheets.flatMap(sheetParts),
    ['xl/sharedStrings.xml', renderTexts(texts)],
    ['xl/styles.xml', styles.render()],
  ]
}

function sheetParts(sheet: Sheet, index: number): readonly (readonly [string, string])[] {
  const number = index + 1
  const part = [`xl/worksheets/sheet${number}.xml`, renderSheet(sheet)] as const
  if (sheet.notes.length === 0) return [part]
  return [
    part,
    [
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      renderRelations([
        ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
        ['comments', `../comments${number}.xml`],
      ]),
    ],
    [`xl/comments${number}.xml`, renderNotes(sheet.notes)],
    [`xl/drawings/vmlDrawing${number}.vml`, renderNoteBoxes(sheet.notes)],
  ]
}

function renderContentTypes(sheets: readonly Sheet[]): string {
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`
  const own = (part: string, type: string) => override(`/xl/${part}`, `${spreadsheetType}.${type}+xml`)
  const overrides = [
    own('workbook.xml', 'sheet.main'),
    own('styles.xml', 'styles'),
    own('sharedStrings.xml', 'sharedStrings'),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...sheets.map((_, index) => own(`worksheets/sheet${index + 1}.xml`, 'worksheet')),
    ...sheets.flatMap(({ notes }, index) =>
      notes.length === 0 ? [] : [own(`comments${index + 1}.xml`, 'comments')],
    ),
  ]
  const fallback = (extension: string, type: string) =>
    `<Default Extension="${extension}" ContentType="${type}"/>`
  return `${xmlDeclaration}<Types xmlns="${contentTypes}">${fallback('rels', 'application/vnd.openxmlformats-package.relationships+xml')}${fallback('xml', 'application/xml')}${fallback('vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing')}${overrides.join('')}</Types>`
}

function renderRelations(relations: readonly (readonly [type: string, target: string])[]): string {
  const items = relations.map(([type, target], index) => {
    const base = type.startsWith('metadata/') ? packageRelations : officeRelations
    return `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${target}"/>`
  })
  return `${xmlDeclaration}<Relationships xmlns="${packageRelations}">${items.join('')}</Relationships>`
}

function renderWorkbook(sheets: readonly Sheet[]): string {
  const entries = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const names = sheets.flatMap(({ name, header }, index) => {
    if (header === undefined) return []
    const rows = `'${name.replaceAll("'", "''")}'!$${header.from + 1}:$${header.to}`
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(rows)}</definedName>`]
  })
  const defined = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
  return `${xmlDeclaration}<workbook xmlns="${spreadsheetNamespace}" xmlns:r="${officeRelations}"><bookViews><workbookView/></bookViews><sheets>${entries.join('')}</sheets>${defined}<calcPr fullCalcOnLoad="1"/></workbook>`
}

function renderTexts(texts: Numbered): string {
  const items = texts.all.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`)
  return `${xmlDeclaration}<sst xmlns="${spreadsheetNamespace}" uniqueCount="${items.length}">${items.join('')}</sst>`
}
