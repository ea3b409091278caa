import { strFromU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Place } from '../../../core/document/document.js'
import { withoutInsertions } from '../../../testing/insertions.js'
import { docxOf, paragraph, tableCell, tableOf, wordPart } from '../../../testing/office-files.js'
import { parse, readComments } from '../../../testing/read-comments.js'
import { readDocx } from '../../word/read-docx.js'
import type { Mark } from '../marked.js'
import { markDocx } from './mark-docx.js'

const author = { name: '衡效', date: '2025-03-31T08:00:00Z' }
const empty = '<w:p/>'
const run = (text: string, properties = '') => `<w:r>${properties}<w:t>${text}</w:t></w:r>`
const line = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`

describe('markDocx', () => {
  it('marks the words of a sentence and cuts the run around them', () => {
    const bold = '<w:rPr><w:b/></w:rPr>'
    const file = docxOf(line(run('全年支出838.16万元，增长5.2%。', bold)))
    const result = marked(file, [{ part: 'paragraph 1', quote: '增长5.2%' }])
    expect(onOf(result)).toEqual(['全年支出838.16万元，增长5.2%。', '增长5.2%'])
    expect(main(result)).toContain(
      `</w:t></w:r><w:commentRangeStart w:id="1"/><w:r>${bold}<w:t xml:space="preserve">增长5.2%</w:t></w:r>`,
    )
  })

  it('marks words that go over several runs, entities among them, without cutting what need not be cut', () => {
    const file = docxOf(line(run('支出A&amp;'), run('B&lt;C'), run('D万元')))
    const result = marked(file, [
      { part: 'paragraph 1', quote: '&B<' },
      { part: 'paragraph 1', quote: 'D万元' },
    ])
    expect(onOf(result).slice(1)).toEqual(['&B<', 'D万元'])
    expect(main(result)).toContain('C</w:t></w:r><w:commentRangeStart w:id="2"/><w:r><w:t>D万元')
  })

  it('does not take a piece of a longer figure for the figure', () => {
    const file = docxOf(line(run('2019年支出19.5万元，完成9项，共9')))
    expect(onOf(marked(file, [{ part: 'paragraph 1', quote: '9' }]))[1]).toBe('9')
    expect(main(marked(file, [{ part: 'paragraph 1', quote: '9' }]))).toContain(
      '完成</w:t></w:r><w:commentRangeStart w:id="1"/>',
    )
  })

  it('keeps a space that Word would drop at the edge of a cut text', () => {
    const file = docxOf(line(run('实有 26 人')))
    const result = marked(file, [{ part: 'paragraph 1', quote: '26' }])
    expect(main(result)).toContain('<w:t>实有</w:t></w:r>')
    expect(onOf(result)[1]).toBe(' 26')
  })

  it('marks the whole paragraph when the quote is its automatic number or stands nowhere', () => {
    const level =
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    const numbering = wordPart(
      'numbering',
      `<w:abstractNum w:abstractNumId="1">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
    )
    const body = paragraph('基本情况', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    const file = docxOf(body, { 'word/numbering.xml': numbering })
    const places = ['一、', '一、 基本', '情况', '没有的话', ''].map((quote) => ({
      part: 'paragraph 1',
      quote,
    }))
    expect(onOf(marked(file, places)).slice(1)).toEqual(['基本情况', '基本', '情况', '基本情况', '基本情况'])
  })

  it('begins behind the properties of a paragraph, which must come first in it', () => {
    const result = marked(docxOf(paragraph('全年', '<w:jc w:val="left"/>')), [])
    expect(main(result)).toContain('</w:pPr><w:commentRangeStart w:id="0"/><w:r>')
  })

  it('marks the cell of a place: merged, nested, blank, behind skipped columns', () => {
    const inner = tableOf(tableCell('内一') + tableCell('内二'))
    const holding = `<w:tc><w:tcPr/>${inner}${empty}</w:tc>`
    const file = docxOf(
      tableOf(
        tableCell('指标', '<w:vMerge w:val="restart"/>') + tableCell('分值', '<w:gridSpan w:val="2"/>'),
        `${tableCell('', '<w:vMerge/>')}${tableCell('')}${tableCell('9.9')}`,
        `<w:trPr><w:gridBefore w:val="1"/></w:trPr>${holding}${tableCell('后')}`,
      ) + tableOf(tableCell('丙')),
    )
    const places = [
      { part: 'table 1', row: 0, column: 0, quote: '指标' },
      { part: 'table 1', row: 1, column: 1, quote: '' },
      { part: 'table 1', row: 1, column: 2, quote: '9.9' },
      { part: 'table 2', row: 0, column: 1, quote: '内二' },
      { part: 'table 3', row: 0, column: 0, quote: '丙' },
      { part: 'table 1', row: 2, column: 2, quote: '后' },
    ]
    const comments = readComments(marked(file, places)).slice(1)
    expect(comments.map(({ on }) => on)).toEqual(places.map(({ quote }) => quote))
    expect(comments.map(({ cell }) => cell)).toEqual(
      places.map(({ part, row, column }) => ({ table: Number(part.slice(6)), row, column })),
    )
  })

  it('marks words that go over two paragraphs of a cell', () => {
    const file = docxOf(tableOf(`<w:tc>${line(run('完成清淤'))}${line(run('40口'), run('山塘'))}</w:tc>`))
    const place = { part: 'table 1', row: 0, column: 0, quote: '清淤\n40口' }
    expect(onOf(marked(file, [place]))[1]).toBe('清淤40口')
  })

  it('marks words inside tracked insertions, beside deletions, and in paragraphs that a deletion joined', () => {
    const inserted = `<w:ins w:id="1" w:author="某">${run('新增7.7')}</w:ins>`
    const deleted = `<w:del w:id="2" w:author="某"><w:r><w:delText>原8</w:delText></w:r></w:del>`
    const joined = `<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="某"/></w:rPr></w:pPr>${run('上年')}</w:p>`
    const file = docxOf(line(run('年初'), inserted, deleted, run('万元')) + joined + line(run('结转6.4')))
    const places = [
      { part: 'paragraph 1', quote: '7.7万元' },
      { part: 'paragraph 2', quote: '上年结转' },
    ]
    expect(onOf(marked(file, places)).slice(1)).toEqual(['7.7万元', '上年结转'])
  })

  it('does not cut a run whose properties were changed under tracking', () => {
    const changed = '<w:rPr><w:b/><w:rPrChange w:id="9" w:author="某"><w:rPr/></w:rPrChange></w:rPr>'
    const result = marked(docxOf(line(run('前后'), run('支出99万元', changed))), [
      { part: 'paragraph 1', quote: '99' },
    ])
    expect(onOf(result)[1]).toBe('支出99万元')
    expect(main(result).match(/rPrChange w:id/g)).toHaveLength(1)
  })

  it('stands beside content controls, links and fields, never inside a locked one', () => {
    const control = `<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>${run('838.16')}</w:sdtContent></w:sdt>`
    const result = marked(docxOf(line(run('支出'), control, run('万元'))), [
      { part: 'paragraph 1', quote: '38' },
    ])
    expect(onOf(result)[1]).toBe('838.16')
    expect(main(result)).toContain('<w:commentRangeStart w:id="1"/><w:sdt>')
    expect(main(result)).toContain('</w:sdt><w:commentRangeEnd w:id="1"/>')
  })

  it('marks the paragraph that holds a text box, where Word allows no comment', () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${line(run('得分99'))}</w:txbxContent></v:textbox></w:pict></w:r>`
    const result = marked(docxOf(line(run('说明'), box) + line(run('后'))), [
      { part: 'paragraph 2', quote: '99' },
    ])
    expect(main(result)).toContain(
      `<w:p><w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>${run('说明')}`,
    )
    expect(main(result)).toContain(box)
  })

  it('begins at the first paragraph of a cell whose text box is read before what a deletion joined', () => {
    const deleted = '<w:pPr><w:rPr><w:del w:id="4" w:author="某"/></w:rPr></w:pPr>'
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${line(run('框'))}</w:txbxContent></v:textbox></w:pict></w:r>`
    const cell = `<w:tc><w:p>${deleted}${run('甲')}</w:p><w:p>${deleted}${box}</w:p></w:tc>`
    const result = marked(docxOf(line(run('前')) + tableOf(cell)), [
      { part: 'table 1', row: 0, column: 0, quote: '甲' },
    ])
    expect(onOf(result)[1]).toBe('甲框')
  })

  it('adds to the comments that are there, above their numbers and behind them', () => {
    const old =
      '<w:comment w:id="7" w:author="某" w:initials="某"><w:p><w:r><w:t>请核对 &amp; 重报</w:t></w:r></w:p></w:comment>'
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`
    const body =
      '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>共99项</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>'
    const file = docxOf(body, {
      'word/comments.xml': wordPart('comments', old),
      'word/_rels/document.xml.rels': relations,
    })
    const result = marked(file, [{ part: 'paragraph 1', quote: '99' }])
    const comments = readComments(result)
    expect(comments.map(({ id, author: who, on }) => [id, who, on])).toEqual([
      ['7', '某', '共99项'],
      ['8', '衡效', '共99项'],
      ['9', '衡效', '99'],
    ])
    expect(partOf(result, 'word/comments.xml')).toContain(old)
    expect(partOf(result, 'word/_rels/document.xml.rels')).toBe(relations)
  })

  it('leaves footnotes, headers and everything else as they are', () => {
    const others = {
      'word/footnotes.xml': wordPart('footnotes', '<w:footnote w:id="1"/>'),
      'word/header1.xml': '<w:hdr/>',
    }
    const note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    const file = docxOf(line(run('执行率99%'), note, run('。')), others)
    const result = marked(file, [{ part: 'paragraph 1', quote: '99%' }])
    for (const [name, text] of Object.entries(others)) expect(partOf(result, name)).toBe(text)
    expect(onOf(result)[1]).toBe('99%')
  })

  it('opens a paragraph that is written as one empty tag', () => {
    const file = docxOf(tableOf(`<w:tc>${empty}</w:tc>${tableCell('甲')}`))
    const result = marked(file, [{ part: 'table 1', row: 0, column: 0, quote: '' }])
    expect(readComments(result)[1]?.cell).toEqual({ table: 1, row: 0, column: 0 })
    expect(main(result)).toContain('<w:tc><w:p><w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/>')
  })

  it('keeps text that looks like markup text', () => {
    const said = '把 <w:p/> & "A" 改为 ]]> \u0000\ud800 &amp;'
    const comments = readComments(
      marked(docxOf(line(run('甲'))), [{ part: 'paragraph 1', quote: '甲' }], said),
    )
    expect(comments[1]?.lines).toEqual(['1. 【错误】不符', '把 <w:p/> & "A" 改为 ]]>  &amp;'])
  })

  it('writes in the prefix, the namespace and the encoding of the file', () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    const xml = `<?xml version="1.0" encoding="UTF-16"?><document xmlns="${strict}"><body><p><r><t>共99项</t></r></p></body></document>`
    const file = docxOf('')
    const parts = { ...unzipSync(file), 'word/document.xml': utf16(xml) }
    const result = marked(docxFrom(parts), [{ part: 'paragraph 1', quote: '99' }])
    const written = new TextDecoder('utf-16le').decode(unzipSync(result)['word/document.xml'])
    parse(written, silent)
    expect(written).toContain(
      `<commentRangeStart xmlns:w="${strict}" w:id="1"/><r><t xml:space="preserve">99</t></r>`,
    )
    expect(partOf(result, 'word/comments.xml')).toContain(`xmlns:w="${strict}"`)
    expect(partOf(result, 'word/_rels/document.xml.rels')).toContain(
      'purl.oclc.org/ooxml/officeDocument/relationships/comments',
    )
  })

  it('puts a mark whose place is not in the file on the first paragraph', () => {
    const result = marked(docxOf(line(run('首段')) + line(run('次段'))), [
      { part: 'paragraph 9', quote: '次段' },
    ])
    expect(onOf(result)).toEqual(['首段', '首段'])
  })
})

const silent = { open: () => undefined, close: () => undefined, text: () => undefined }

function markAt(place: Place, index: number, said: string): Mark {
  const title = '【错误】不符'
  return { place, severity: 'error', number: index + 1, isMain: true, title, lines: [said] }
}

/** Marks a file and asks of every result what must always hold. */
function marked(file: Uint8Array, places: readonly Place[], said = '请核对'): Uint8Array {
  const marks = places.map((place, index) => markAt(place, index, said))
  const result = markDocx(file, { summary: ['总结'], marks }, author)
  expect(readDocx(result)).toEqual(readDocx(file))
  if (!main(file).includes('\u0000')) {
    parse(main(result), silent)
    expect(
      withoutInsertions(
        main(file).replaceAll('<w:p/>', '<w:p></w:p>'),
        main(result).replaceAll('<w:p/>', '<w:p></w:p>'),
      ),
    ).toBe(main(file).replaceAll('<w:p/>', '<w:p></w:p>'))
  }
  return result
}

function onOf(file: Uint8Array): string[] {
  return readComments(file).map(({ on }) => on)
}

function main(file: Uint8Array): string {
  return partOf(file, 'word/document.xml')
}

function partOf(file: Uint8Array, name: string): string {
  return strFromU8(unzipSync(file)[name] ?? new Uint8Array())
}

function docxFrom(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...parts })
}

function utf16(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
}
