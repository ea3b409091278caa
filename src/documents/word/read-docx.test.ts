import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../core/document/document.js'
import { docxOf, paragraph, tableCell, tableOf } from '../../testing/office-files.js'
import { readDocx } from './read-docx.js'

describe('readDocx, tables', () => {
  it('reads horizontal and vertical merges', () => {
    const body = tableOf(
      tableCell('指标', '<w:vMerge w:val="restart"/>') + tableCell('分值', '<w:gridSpan w:val="2"/>'),
      tableCell('', '<w:vMerge/>') + tableCell('10') + tableCell('9'),
    )
    expect(tables(body)).toEqual([['0,0 2×1 指标', '0,1 1×2 分值', '1,1 1×1 10', '1,2 1×1 9']])
  })

  it('starts a row at the column after those left out before it', () => {
    const row = `<w:trPr><w:gridBefore w:val="2"/></w:trPr>${tableCell('乙')}`
    expect(tables(tableOf(tableCell('甲'), row))).toEqual([['0,0 1×1 甲', '1,2 1×1 乙']])
  })

  it('reads the older way of merging to the right', () => {
    const row =
      tableCell('合计', '<w:hMerge w:val="restart"/>') + tableCell('', '<w:hMerge/>') + tableCell('5')
    expect(tables(tableOf(row))).toEqual([['0,0 1×2 合计', '0,2 1×1 5']])
  })

  it('keeps a continued cell with nothing above it', () => {
    expect(tables(tableOf(tableCell('孤', '<w:vMerge/>')))).toEqual([['0,0 1×1 孤']])
  })

  it('reads rows and cells inside content controls, but not their placeholder', () => {
    const control = (content: string, properties = '') =>
      `<w:sdt><w:sdtPr>${properties}<w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const rows = control(`<w:tr>${tableCell('甲')}${control(tableCell('乙'))}</w:tr>`)
    const empty = control('<w:r><w:t>单击此处输入文字</w:t></w:r>', '<w:showingPlcHdr/>')
    const body = `<w:tbl>${rows}<w:tr><w:tc><w:p>${empty}</w:p></w:tc></w:tr></w:tbl>`
    expect(tables(body)).toEqual([['0,0 1×1 甲', '0,1 1×1 乙', '1,0 1×1 ']])
  })

  it('puts a nested table after the table that holds it', () => {
    const inner = tableOf(tableCell('里'))
    const body = tableOf(`<w:tc>${paragraph('外')}${inner}${paragraph('面')}</w:tc>`) + paragraph('尾')
    expect(tables(body)).toEqual([['0,0 1×1 外\n面'], ['0,0 1×1 里']])
  })

  it('reads two hundred tables inside each other', () => {
    const open = '<w:tbl><w:tr><w:tc>'.repeat(200)
    const close = '<w:p/></w:tc></w:tr></w:tbl>'.repeat(200)
    expect(tables(open + paragraph('芯') + close)).toHaveLength(200)
  })
})

describe('readDocx, text', () => {
  it('accepts tracked changes', () => {
    const body =
      '<w:p><w:r><w:t>预算</w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins></w:p>' +
      '<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>' +
      '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>' +
      paragraph('后半')
    expect(paragraphs(body)).toEqual(['预算12', '移来', '前半后半'])
  })

  it('leaves out a deleted row', () => {
    const body = tableOf(`<w:trPr><w:del/></w:trPr>${tableCell('旧')}`, tableCell('新'))
    expect(tables(body)).toEqual([['0,0 1×1 新']])
  })

  it('reads a text box once, after the paragraph that holds it', () => {
    const box = '<wps:txbx><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></wps:txbx>'
    const drawing = `<w:drawing><a:graphic><a:graphicData>${box}</a:graphicData></a:graphic></w:drawing>`
    const old = `<w:pict><v:textbox>${box.replaceAll('wps:txbx', 'v:shape')}</v:textbox></w:pict>`
    const both = `<mc:AlternateContent><mc:Choice>${drawing}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`
    expect(paragraphs(`<w:p><w:r>${both}<w:t>正文</w:t></w:r></w:p>`)).toEqual(['正文', '框内'])
  })

  it('prints symbols and check boxes as what they show', () => {
    const symbol = '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>优</w:t></w:r>'
    const box = (on: string) =>
      `<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${on}</w:checkBox></w:ffData></w:fldChar>`
    const legacy = `<w:r>${box('<w:checked/>')}<w:t>良</w:t>${box('<w:default w:val="0"/>')}<w:t>差</w:t></w:r>`
    expect(paragraphs(`<w:p>${symbol}${legacy}</w:p>`)).toEqual(['☑优☑良□差'])
  })

  it('joins lines of a cell, without spaces at their ends and without empty ones', () => {
    const content = `${paragraph('　产出 ')}${paragraph(' ')}<w:p><w:r><w:t>指标</w:t><w:br/><w:t>（40分）</w:t></w:r></w:p>`
    expect(tables(tableOf(`<w:tc>${content}</w:tc>`))).toEqual([['0,0 1×1 产出\n指标\n（40分）']])
  })

  it('removes zero-width characters between digits', () => {
    expect(paragraphs(paragraph('1\u200b2\ufeff3.4\u20605 万元'))).toEqual(['123.45 万元'])
  })

  it('leaves field codes, tab stops and former properties out', () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:pPrChange><w:pPr><w:pStyle w:val="x"/></w:pPr></w:pPrChange></w:pPr>' +
      '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>'
    expect(paragraphs(body)).toEqual(['甲\t乙'])
  })

  it('reads a file whose prefixes another producer chose', () => {
    const xml =
      '<ns0:document xmlns:ns0="w"><ns0:body><ns0:p><ns0:r><ns0:t>甲</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>'
    expect(readDocx(docxOf('', { 'word/document.xml': xml })).blocks).toMatchObject([{ text: '甲' }])
  })

  it('agrees with an independent reader on the text', async () => {
    const body = paragraph('一、概况') + tableOf(tableCell('甲') + tableCell('乙', '<w:gridSpan w:val="2"/>'))
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docxOf(body)) })
    const own = readDocx(docxOf(body)).blocks.flatMap((block) =>
      block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text],
    )
    expect(value.split(/\n+/).filter((line) => line !== '')).toEqual(own)
  })
})

function tables(body: string): string[][] {
  return readDocx(docxOf(body)).blocks.flatMap((block) =>
    block.kind === 'table'
      ? [
          block.cells.map(
            (cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${cell.text}`,
          ),
        ]
      : [],
  )
}

function paragraphs(body: string): string[] {
  const { blocks }: Document = readDocx(docxOf(body))
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}
