import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Place } from '../../../core/document/document.js'
import { xlsxOf } from '../../../testing/office-files.js'
import { parse } from '../../../testing/read-comments.js'
import { readNotes } from '../../../testing/read-notes.js'
import { readWorkbookArchive } from '../../excel/read-workbook.js'
import { openArchive } from '../../gate/archive.js'
import type { Mark } from '../marked.js'
import { referenceOf } from './cell-comment.js'
import { markXlsx } from './mark-xlsx.js'

const author = { name: '衡效', date: '2025-03-31T08:00:00Z' }
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const title = `<row r="2">${cell('A2', '附件2')}</row>`
const figures = `<row r="4">${cell('A4', '指标')}${cell('B4', '得分')}</row><row r="5">${cell('A5', '合计')}${cell('B5', '99')}</row>`
const sheet = `<sheetData>${title}${figures}</sheetData><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>`
const total = { part: 'table 1', row: 1, column: 1, quote: '99' }

describe('markXlsx', () => {
  it('puts each mark on its cell, those of one cell together, and the summary on the first cell with text', () => {
    const places = [total, { part: 'paragraph 1', quote: '附件2' }, { ...total, column: 0 }, total]
    expect(notesOf(marked(xlsxOf(sheet), places))).toEqual([
      ['A2', '总结\n\n2. 【错误】不符\n请核对'],
      ['A5', '3. 【错误】不符\n请核对'],
      ['B5', '1. 【错误】不符\n请核对\n\n4. 【错误】不符\n请核对'],
    ])
  })

  it('tells the sheet of its drawing in the place that the format gives it, and changes nothing else in it', () => {
    const file = xlsxOf(`${sheet}<tableParts count="0"/>`)
    const written = partOf(marked(file, [total]), 'xl/worksheets/sheet1.xml')
    const told = `<legacyDrawing xmlns:r="${office}" r:id="rId2"/>`
    expect(written).toContain(`footer="0"/>${told}<tableParts`)
    expect(written.replace(told, '')).toBe(partOf(file, 'xl/worksheets/sheet1.xml'))
  })

  it('draws a note for every comment, at its cell and hidden', () => {
    const drawing = partOf(marked(xlsxOf(sheet), [total]), 'xl/drawings/vmlDrawing1.vml')
    const cells = [...drawing.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</g)].map(([, row, column]) => [
      row,
      column,
    ])
    expect(cells).toEqual([
      ['1', '0'],
      ['4', '1'],
    ])
    expect(drawing.match(/visibility:hidden/g)).toHaveLength(2)
    expect(new Set(drawing.match(/id="_x0000_s\d+"/g)).size).toBe(2)
  })

  it('keeps comments that are there, and says its own behind them in the same cell', () => {
    const result = marked(withComments(), [total, { ...total, column: 0 }])
    expect(notesOf(result)).toEqual([
      ['A2', '总结'],
      ['B4', '另一条'],
      ['A5', '2. 【错误】不符\n请核对'],
      ['B5', '请补 & 证明\n\n1. 【错误】不符\n请核对'],
    ])
    const comments = partOf(result, 'xl/comments1.xml')
    expect(comments).toContain(`<author>某科长</author><author>衡效</author>`)
    expect(comments).toContain(otherComment)
    expect(comments).toContain('<comment ref="B5" authorId="0"><text><r><t>请补 &amp; 证明</t></r><r>')
    const drawing = partOf(result, 'xl/drawings/vmlDrawing1.vml')
    expect(drawing).toContain(oldShapes)
    expect(drawing).toContain('id="_x0000_s1028"')
    expect(drawing.match(/<x:Row>/g)).toHaveLength(4)
  })

  it('replies where people discuss the cell, in a voice of its own, also the second time', () => {
    const once = marked(withConversation(), [total, { ...total, column: 0 }])
    const threads = partOf(once, 'xl/threadedComments/threadedComment1.xml')
    const id = '{48580000-0000-4000-8000-000000100000}'
    expect(threads).toContain(
      `personId="{48580000-0000-4000-8000-000000000001}" id="${id}" parentId="{A}"><text>1. 【错误】不符\n请核对</text>`,
    )
    expect(threads.match(/<threadedComment /g)).toHaveLength(3)
    const twice = marked(once, [total])
    const again = partOf(twice, 'xl/threadedComments/threadedComment1.xml')
    expect(again).toContain('id="{48580000-0000-4000-8000-000000100001}" parentId="{A}"')
    expect(partOf(twice, 'xl/persons/person.xml').match(/displayName="衡效"/g)).toHaveLength(1)
  })

  it('marks sheets by their order in the workbook and leaves the others alone', () => {
    const file = twoSheets()
    const result = marked(file, [{ part: 'table 2', row: 1, column: 1, quote: '99' }])
    expect(readNotes(result).map((note) => [note.sheet, note.cell])).toEqual([
      [0, 'A2'],
      [1, 'B5'],
    ])
    const types = partOf(result, '[Content_Types].xml')
    expect(types.match(/Extension="vml"/g)).toHaveLength(1)
    expect(types.match(/PartName="\/xl\/comments\d\.xml"/g)).toHaveLength(2)
    const [old, now] = [unzipSync(file), unzipSync(result)]
    for (const name of [
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      '_rels/.rels',
    ]) {
      expect(now[name], name).toEqual(old[name])
    }
  })

  it('keeps text that looks like markup or a formula text', () => {
    const said = '=HYPERLINK("x") </t> & <r/> ]]> \u0001'
    expect(notesOf(marked(xlsxOf(sheet), [total], said))[1]?.[1]).toContain(
      '=HYPERLINK("x") </t> & <r/> ]]> ',
    )
  })

  it('cuts a summary that is longer than Excel allows and says so', () => {
    const summary = [
      '总结',
      ...Array.from(
        { length: 900 },
        (_, index) => `${index}. ${'某项指标的得分与完成情况不符，请核对。'.repeat(2)}`,
      ),
    ]
    const [note] = readNotes(markXlsx(xlsxOf(sheet), { summary, marks: [] }, author))
    expect(note?.text.length).toBeLessThan(32_767)
    expect(note?.text).toMatch(/\n0\. .*\n……其余见各处批注。$/s)
  })

  it('writes in the prefix of the sheet', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const body = `<x:row r="5"><x:c r="B5" t="inlineStr"><x:is><x:t>99</x:t></x:is></x:c><x:c r="C5"><x:v>1</x:v></x:c></x:row>`
    const file = xlsxOf('', {
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData>${body}</x:sheetData></x:worksheet>`,
    })
    const result = marked(file, [{ part: 'table 1', row: 0, column: 1, quote: '99' }])
    expect(partOf(result, 'xl/worksheets/sheet1.xml')).toContain('</x:sheetData><x:legacyDrawing ')
  })
})

describe('referenceOf', () => {
  it.each([
    [0, 'A1'],
    [25, 'Z1'],
    [26, 'AA1'],
    [701, 'ZZ1'],
    [702, 'AAA1'],
  ])('calls column %i %s', (column, name) => {
    expect(referenceOf({ row: 0, column })).toBe(name)
  })
})

const otherComment =
  '<comment ref="B4" authorId="0" shapeId="0"><text><r><rPr><b/></rPr><t>另一条</t></r></text></comment>'
const oldShapes = `<v:shape id="_x0000_s1025" type="#_x0000_t202"><v:textbox><div><br></div></v:textbox><x:ClientData ObjectType="Note"><x:Row>4</x:Row><x:Column>1</x:Column></x:ClientData></v:shape><v:shape id="_x0000_s1026"><x:ClientData ObjectType="Note"><x:Row>3</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>`

/** A workbook with comments on B4 and B5, its drawing not well formed, as Excel writes it. */
function withComments(): Uint8Array {
  const relation = (id: string, type: string, to: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${to}"/>`
  const comments = `<comment ref="B5" authorId="0"><text><t>请补 &amp; 证明</t></text></comment>${otherComment}`
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return xlsxOf(`${sheet}<legacyDrawing xmlns:r="${office}" r:id="rId1"/>`, {
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'vmlDrawing', '../drawings/vmlDrawing1.vml')}${relation('rId2', 'comments', '../comments1.xml')}</Relationships>`,
    'xl/comments1.xml': `<comments xmlns="${main}"><authors><author>某科长</author></authors><commentList>${comments}</commentList></comments>`,
    'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/>${oldShapes}</xml>`,
  })
}

/** A workbook in which two people talk about B5; the comment for older programs is missing. */
function withConversation(): Uint8Array {
  const microsoft = 'http://schemas.microsoft.com/office'
  const space = `xmlns="${microsoft}/spreadsheetml/2018/threadedcomments"`
  const relations = (type: string, to: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${type}" Target="${to}"/><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
  const said = (id: string, more: string) =>
    `<threadedComment ref="B5" dT="2025-03-01T08:00:00.00" personId="{P}" id="${id}"${more}><text>请补证明</text></threadedComment>`
  const type = `${microsoft}/2017/10/relationships`
  return xlsxOf(sheet, {
    'xl/_rels/workbook.xml.rels': relations(`${type}/person`, 'persons/person.xml'),
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      `${type}/threadedComment`,
      '../threadedComments/threadedComment1.xml',
    ),
    'xl/threadedComments/threadedComment1.xml': `<ThreadedComments ${space}>${said('{A}', '')}${said('{B}', ' parentId="{A}"')}</ThreadedComments>`,
    'xl/persons/person.xml': `<personList ${space}><person displayName="某科长" id="{P}"/></personList>`,
  })
}

/** Two sheets whose parts stand in the other order than the sheets. */
function twoSheets(): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const part = `<worksheet xmlns="${main}">${sheet}</worksheet>`
  const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const relation = (id: string, to: string) =>
    `<Relationship Id="${id}" Type="${office}/worksheet" Target="${to}"/>`
  return xlsxOf(sheet, {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="乙" sheetId="1" r:id="r2"/><sheet name="甲" sheetId="2" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${relation('r1', '/xl/worksheets/sheet2.xml')}${relation('r2', 'worksheets/sheet3.xml')}</Relationships>`,
    'xl/worksheets/sheet2.xml': part,
    'xl/worksheets/sheet3.xml': part,
  })
}

/** Marks a workbook and asks of every result what must always hold. */
function marked(file: Uint8Array, places: readonly Place[], said = '请核对'): Uint8Array {
  const marks = places.map((place, index): Mark => {
    return { place, severity: 'error', number: index + 1, isMain: true, title: '【错误】不符', lines: [said] }
  })
  const result = markXlsx(file, { summary: ['总结'], marks }, author)
  expect(readWorkbookArchive(openArchive(result))).toEqual(readWorkbookArchive(openArchive(file)))
  for (const [name, bytes] of Object.entries(unzipSync(result))) {
    if (/\.(xml|rels)$/.test(name))
      parse(strFromU8(bytes), { open: () => {}, close: () => {}, text: () => {} })
  }
  return result
}

function notesOf(file: Uint8Array): string[][] {
  return readNotes(file).map(({ cell: at, text }) => [at, text])
}

function partOf(file: Uint8Array, name: string): string {
  return strFromU8(unzipSync(file)[name] ?? new Uint8Array())
}
