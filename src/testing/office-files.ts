import { strToU8, zipSync } from 'fflate'

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** A zip archive of text parts. */
export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

/** A .docx whose body is the given WordprocessingML; `parts` adds or replaces parts such as `word/numbering.xml`. */
export function docxOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const target = `<Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/>`
  const prefixes = 'xmlns:mc="mc" xmlns:a="a" xmlns:wps="wps" xmlns:v="v" xmlns:m="m"'
  return zipOf({
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packageRelations}">${target}</Relationships>`,
    'word/document.xml': `${declaration}<w:document xmlns:w="${wordNamespace}" ${prefixes}><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
}

/** `word/numbering.xml` or `word/styles.xml` around its content. */
export function wordPart(root: string, content: string): string {
  return `${declaration}<w:${root} xmlns:w="${wordNamespace}">${content}</w:${root}>`
}

/** A paragraph of one run. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A table cell of one paragraph. */
export function tableCell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
}

/** A table of rows, each the cells it holds. */
export function tableOf(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`
}

/** An .xlsx of one sheet with the given `sheetData` and what follows it, such as `mergeCells`. */
export function xlsxOf(sheet: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const base = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}" ContentType="${base}.${type}+xml"/>`
  const relation = (id: string, type: string, to: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${to}"/>`
  return zipOf({
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${part('workbook.xml', 'sheet.main')}${part('worksheets/sheet1.xml', 'worksheet')}${part('styles.xml', 'styles')}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packageRelations}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="自评表" sheetId="1" state="hidden" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packageRelations}">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `${declaration}<worksheet xmlns="${main}">${sheet}</worksheet>`,
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"/>`,
    ...parts,
  })
}
