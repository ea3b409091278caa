import { readFileSync, writeFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { parse } from 'yaml'

type SampleCell = Readonly<{ text: string; rows: number; columns: number }>
type SampleTable = Readonly<{ columns: number; rows: readonly (readonly SampleCell[])[] }>
type SampleBlock = Readonly<
  { style: 'title' | 'heading' | 'body'; text: string } | { style: 'table'; table: SampleTable }
>

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const officeTypes = 'application/vnd.openxmlformats-officedocument'
const officeSchemas = 'http://schemas.openxmlformats.org'
const contentTypes = `${declaration}<Types xmlns="${officeSchemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${officeTypes}.wordprocessingml.document.main+xml"/></Types>`
const relations = `${declaration}<Relationships xmlns="${officeSchemas}/package/2006/relationships"><Relationship Id="rId1" Type="${officeSchemas}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
const documentHead = `${declaration}<w:document xmlns:w="${officeSchemas}/wordprocessingml/2006/main"><w:body>`
const documentTail =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr></w:body></w:document>'

const folder = new URL('./', import.meta.url)
const blocks = parseSample(readFileSync(new URL('sample-report.yaml', folder), 'utf8'))
writeFileSync(new URL('sample-report.docx', folder), renderWord(blocks))
writeFileSync(new URL('sample-report.txt', folder), renderText(blocks))

function parseSample(text: string): SampleBlock[] {
  const entries: (string | Record<string, unknown>)[] = parse(text)
  return entries.map((entry) => {
    if (typeof entry === 'string') return { style: 'body', text: entry }
    if ('title' in entry) return { style: 'title', text: String(entry.title) }
    if ('heading' in entry) return { style: 'heading', text: String(entry.heading) }
    const { columns, rows } = entry.table as { columns: number; rows: (string | Partial<SampleCell>)[][] }
    return { style: 'table', table: { columns, rows: rows.map((row) => row.map(parseCell)) } }
  })
}

function parseCell(cell: string | Partial<SampleCell>): SampleCell {
  return typeof cell === 'string'
    ? { text: cell, rows: 1, columns: 1 }
    : { rows: 1, columns: 1, text: '', ...cell }
}

/** What stands in each grid position of a row: a new cell, or the continuation of one from above. */
type Slot = Readonly<{ cell: SampleCell; continues: boolean }>

function layOut({ columns, rows }: SampleTable): Slot[][] {
  const open: { column: number; left: number; cell: SampleCell }[] = []
  return rows.map((row, index) => {
    const slots: Slot[] = []
    const rest = [...row]
    for (let column = 0; column < columns; ) {
      const above = open.find((one) => one.column === column && one.left > 0)
      const cell = above?.cell ?? rest.shift()
      if (cell === undefined) throw new RangeError(`row ${index + 1} has no cell for column ${column + 1}`)
      slots.push({ cell, continues: above !== undefined })
      if (above !== undefined) above.left -= 1
      else if (cell.rows > 1) open.push({ column, left: cell.rows - 1, cell })
      column += cell.columns
    }
    if (rest.length > 0) throw new RangeError(`row ${index + 1} has too many cells`)
    return slots
  })
}

/** The flattened format that published reports are copied in: a tab begins a cell, an empty line ends a row. */
function renderText(all: readonly SampleBlock[]): string {
  const parts = all.map((block) =>
    block.style === 'table'
      ? layOut(block.table)
          .map((row) => row.map(({ cell, continues }) => `\t${continues ? '' : cell.text}\n`).join(''))
          .join('\n')
      : `${block.text}\n`,
  )
  return parts.join('\n')
}

function renderWord(all: readonly SampleBlock[]): Uint8Array {
  const body = all.map((block) =>
    block.style === 'table' ? wordTable(block.table) : wordParagraph(block.text, block.style),
  )
  const at = { mtime: new Date('2025-04-18T00:00:00') }
  return zipSync({
    '[Content_Types].xml': [strToU8(contentTypes), at],
    '_rels/.rels': [strToU8(relations), at],
    'word/document.xml': [strToU8(documentHead + body.join('') + documentTail), at],
  })
}

function wordParagraph(text: string, style: 'title' | 'heading' | 'body' | 'cell'): string {
  const centre = style === 'title' ? '<w:jc w:val="center"/>' : ''
  const bold = style === 'title' || style === 'heading' ? '<w:b/>' : ''
  const size = { title: 36, heading: 28, body: 24, cell: 21 }[style]
  const runs = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
  return `<w:p><w:pPr>${centre}</w:pPr><w:r><w:rPr>${bold}<w:sz w:val="${size}"/></w:rPr>${runs.join('<w:br/>')}</w:r></w:p>`
}

function wordTable(table: SampleTable): string {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
    .join('')
  const width = Math.floor(9000 / table.columns)
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(table.columns)
  const rows = layOut(table).map((row) => `<w:tr>${row.map((slot) => wordCell(slot, width)).join('')}</w:tr>`)
  return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

function wordCell({ cell, continues }: Slot, width: number): string {
  const span = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : ''
  const merge = cell.rows > 1 ? `<w:vMerge${continues ? '' : ' w:val="restart"'}/>` : ''
  const text = wordParagraph(continues ? '' : cell.text, 'cell')
  return `<w:tc><w:tcPr><w:tcW w:w="${width * cell.columns}" w:type="dxa"/>${span}${merge}</w:tcPr>${text}</w:tc>`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
