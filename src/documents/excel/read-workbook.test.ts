import { describe, expect, it } from 'vitest'
import type { Block } from '../../core/document/document.js'
import { xlsxOf, zipOf } from '../../testing/office-files.js'
import { openArchive } from '../gate/archive.js'
import { readWorkbook, readWorkbookArchive } from './read-workbook.js'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const formats = `<cellXfs><xf numFmtId="0"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>`

describe('readWorkbook', () => {
  it('reads merged cells, also of a hidden sheet', () => {
    const sheet = rows(['指标', '分值', ''], ['', '10', '9']) + merges('A1:A2', 'B1:C1')
    expect(shown(read(sheet))).toEqual(['0,0 2×1 指标 | 0,1 1×2 分值 | 1,1 1×1 10 | 1,2 1×1 9'])
  })

  it('reads numbers as they are shown', () => {
    const cells =
      '<c r="A1" s="1"><v>0.9992</v></c><c r="B1" s="2"><v>45426</v></c><c r="C1"><v>1234.5</v></c>'
    expect(shown(read(`<sheetData><row r="1">${cells}</row></sheetData>`))).toEqual([
      '0,0 1×1 99.92% | 0,1 1×1 2024/5/14 | 0,2 1×1 1234.5',
    ])
  })

  it('takes titles above and notes below a table for paragraphs', () => {
    const sheet =
      rows(['附件2', ''], ['单位', '甲'], ['金额', '1'], ['说明：无', '']) + merges('A1:B1', 'A4:B4')
    expect(shown(read(sheet))).toEqual([
      '附件2',
      '0,0 1×1 单位 | 0,1 1×1 甲 | 1,0 1×1 金额 | 1,1 1×1 1',
      '说明：无',
    ])
  })

  it('keeps a lone label at the end of a table in it', () => {
    expect(shown(read(rows(['单位', '甲'], ['措施', ''])))).toEqual([
      '0,0 1×1 单位 | 0,1 1×1 甲 | 1,0 1×1 措施 | 1,1 1×1 ',
    ])
  })

  it('separates two tables at an empty row before a title', () => {
    const sheet = rows(['甲', '1'], ['', ''], ['附表', ''], ['乙', '2'])
    expect(shown(read(sheet))).toEqual(['0,0 1×1 甲 | 0,1 1×1 1', '附表', '0,0 1×1 乙 | 0,1 1×1 2'])
  })

  it('keeps the merges of empty cells of an .ods', () => {
    const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`
    const filled = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`
    const empty = '<table:table-cell table:number-columns-spanned="2"/><table:covered-table-cell/>'
    const table = row(filled('甲 级') + filled('1') + filled('2')) + row(filled('乙') + empty)
    const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="a">${table}</table:table></office:spreadsheet></office:body></office:document-content>`
    const mimetype = 'application/vnd.oasis.opendocument.spreadsheet'
    const { blocks } = readWorkbookArchive(
      openArchive(
        zipOf({
          mimetype,
          'META-INF/manifest.xml': '<manifest/>',
          'styles.xml': '<styles/>',
          'content.xml': content,
        }),
      ),
    )
    expect(shown(blocks)).toEqual(['0,0 1×1 甲 级 | 0,1 1×1 1 | 0,2 1×1 2 | 1,0 1×1 乙 | 1,1 1×2 '])
  })

  it('reads the XML that Excel 2003 wrote', () => {
    const space = 'urn:schemas-microsoft-com:office:spreadsheet'
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${space}" xmlns:ss="${space}"><Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">甲</Data></Cell><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>`
    expect(shown(readWorkbook(new TextEncoder().encode(xml)).blocks)).toEqual(['0,0 1×1 甲 | 0,1 1×1 1'])
  })
})

function read(sheet: string): readonly Block[] {
  const styles = { 'xl/styles.xml': `<styleSheet xmlns="${main}">${formats}</styleSheet>` }
  return readWorkbookArchive(openArchive(xlsxOf(sheet, styles))).blocks
}

function rows(...table: readonly (readonly string[])[]): string {
  const cell = (text: string, at: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (texts: readonly string[], index: number) =>
    `<row r="${index + 1}">${texts.map((text, column) => (text === '' ? '' : cell(text, `${'ABC'[column]}${index + 1}`))).join('')}</row>`
  return `<sheetData>${table.map(row).join('')}</sheetData>`
}

function merges(...areas: readonly string[]): string {
  return `<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`
}

function shown(blocks: readonly Block[]): string[] {
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.text
      : block.cells
          .map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${cell.text}`)
          .join(' | '),
  )
}
