import fc from 'fast-check'
import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PrintedFiling, PrintedForm } from '../../core/paper/printed.js'
import { line, sampleForm, samplePrinted } from '../../testing/sample-printed.js'
import { cleanText } from '../clean-text.js'
import { openArchive } from '../gate/archive.js'
import { rewriteArchive } from '../gate/rewrite-archive.js'
import { readFieldControls } from './read-controls.js'
import { readDocx } from './read-docx.js'
import { writeDocx } from './write-docx.js'

const decoder = new TextDecoder()
const mainPart = 'word/document.xml'

describe('a filing written as a Word file', () => {
  let bytes = new Uint8Array()
  let xml = ''
  beforeAll(async () => {
    bytes = new Uint8Array(await writeDocx(samplePrinted()))
    xml = partOf(bytes, mainPart)
  })

  it('reads back as the same paragraphs and cells with the same spans', () => {
    const { blocks } = readDocx(bytes)
    const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    expect(texts).toContain(
      '2023年全年预算数1,234.56万元，全年执行数1,200.00万元，执行率97.20%，比上年减少12.3万元，降低1.01%。',
    )
    expect(texts).toContain('附件1')
    expect(texts).toContain('2023年度部门（单位）整体支出绩效自评表')
    const [table] = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
    expect(table?.cells).toEqual(
      sampleForm().cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
        row,
        column,
        rowSpan,
        columnSpan,
        text,
      })),
    )
  })

  it('shows mammoth the same spans', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    const spans = [...value.matchAll(/<td(?: colspan="(\d+)")?(?: rowspan="(\d+)")?>/g)]
    const expected = sampleForm().cells.map(({ rowSpan, columnSpan }) => `${columnSpan}×${rowSpan}`)
    expect(
      spans.slice(0, expected.length).map(([, across = '1', down = '1']) => `${across}×${down}`),
    ).toEqual(expected)
  })

  it('is the same to the byte when written twice', async () => {
    expect(Buffer.from(await writeDocx(samplePrinted())).equals(Buffer.from(bytes))).toBe(true)
  })

  it('names no person, program or time in its properties', () => {
    const properties = partOf(bytes, 'docProps/core.xml')
    expect(properties).toContain('<dc:title>云溪县退役军人事务局2023年度部门整体支出绩效自评报告</dc:title>')
    expect(properties).not.toMatch(/creator|lastModifiedBy|created|modified/)
  })

  it('is set after GB/T 9704: A4, margins of 37, 35, 28 and 26 mm, lines of exactly 28 points', () => {
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
    expect(xml).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
    const styles = partOf(bytes, 'word/styles.xml')
    expect(styles).toMatch(
      /styleId="BodyText">.*?w:line="560" w:lineRule="exact".*?w:firstLineChars="200".*?w:eastAsia="仿宋_GB2312".*?w:sz w:val="32"/,
    )
    expect(styles).toMatch(/styleId="Title">.*?w:eastAsia="方正小标宋简体".*?w:sz w:val="44"/)
    expect(styles).toMatch(/styleId="Heading1">.*?w:eastAsia="黑体".*?w:sz w:val="32"/)
    expect(styles).toMatch(/styleId="Heading2">.*?w:eastAsia="楷体_GB2312"/)
  })

  it('turns the page for a landscape form and repeats its header on each page', () => {
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(12 + 61)
  })

  it('locks figures of the report, each under its field', () => {
    expect(xml).toMatch(
      /<w:tag w:val="forms\[0\]\.totalFunds\.executedAmount"\/><w:id w:val="\d+"\/><w:lock w:val="sdtContentLocked"\/>/,
    )
  })
})

describe('content controls', () => {
  it('give values changed in the file back by field, the cell before the sentence that repeats it', async () => {
    const bytes = await writeDocx(withFields())
    expect(Object.fromEntries(readFieldControls(bytes))).toEqual({
      'forms[0].totalFunds.executedAmount': '1,200.00',
      'forms[0].totalFunds.adjustedBudget': '1,234.56',
      'forms[0].governmentFund': '0',
      'forms[0].expectedGoal': '第一行\n第二行',
      'forms[0].reason': '',
    })
    const edited = changed(bytes, (xml) =>
      xml
        .replace(/(sdtLocked.*?<w:t xml:space="preserve">)1,200\.00/, '$11,250.00')
        .replace('第二行', '改过 &lt;的&gt;'),
    )
    const fields = readFieldControls(edited)
    expect(fields.get('forms[0].totalFunds.executedAmount')).toBe('1,250.00')
    expect(fields.get('forms[0].expectedGoal')).toBe('第一行\n改过 <的>')
  })

  it('leave the label that is printed in the same cell outside', async () => {
    const [table] = readDocx(await writeDocx(withFields())).blocks.filter(({ kind }) => kind === 'table')
    expect(table?.kind === 'table' ? table.cells[1]?.text : '').toBe('政府性基金拨款：0')
  })

  it('that show only their placeholder are empty', async () => {
    const bytes = changed(await writeDocx(withFields()), (xml) =>
      xml.replace(
        '<w:tag w:val="forms[0].governmentFund"/>',
        '<w:showingPlcHdr/><w:tag w:val="forms[0].governmentFund"/>',
      ),
    )
    expect(readFieldControls(bytes).get('forms[0].governmentFund')).toBe('')
  })
})

describe('text of users that looks like something else', () => {
  it.each([
    ['markup', '<w:p><w:t>假</w:t></w:p>'],
    ['an entity', '&amp;&lt;&#65;'],
    ['a formula', '=1+1'],
    ['a field', '{ TOC \\o "1-3" }'],
    ['the end of a section of characters', ']]>"\''],
    ['signs outside the basic plane', '𠮷野家😀'],
  ])('stays text: %s', async (_situation, text) => {
    const form = { ...sampleForm(), title: text, signature: text }
    const cells = form.cells.map((cell, at) => (at === 1 ? { ...cell, text } : cell))
    const printed = { ...samplePrinted(), title: text, blocks: [line('body', text), { ...form, cells }] }
    const { blocks } = readDocx(await writeDocx(printed))
    const texts = blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.cells[1]?.text))
    expect(texts.filter((one) => one === text)).toHaveLength(4)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await writeDocx(printed)) })
    expect(value.split(text)).toHaveLength(5)
  })

  it('comes back as it is, whatever it is', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { blocks } = readDocx(await writeDocx({ ...samplePrinted(), blocks: [line('body', text)] }))
        const seen = cleanText(text.replace(/[\ufffe\uffff]/g, ''))
        expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual(
          seen === '' ? [] : [seen],
        )
      }),
      { seed: 9704, numRuns: 300 },
    )
  })

  it('loses control characters and halves of characters, and nothing else', async () => {
    const printed = { ...samplePrinted(), blocks: [line('body', '甲\u0000\u0008乙\ud800丙\uffff丁')] }
    expect(readDocx(await writeDocx(printed)).blocks).toMatchObject([{ text: '甲乙丙丁' }])
  })
})

describe('odd filings', () => {
  it('nothing at all is still a file that can be read', async () => {
    const printed = { ...samplePrinted(), title: '', blocks: [] }
    expect(
      readDocx(await writeDocx(printed)).blocks.filter(
        (block) => block.kind === 'table' || block.text !== '',
      ),
    ).toEqual([])
  })

  it('a grid with a hole gets an empty cell there', async () => {
    const form = { ...sampleForm(), rows: 2, widths: [1, 1, 1] }
    const cells = [cellAt(0, 0, '甲'), cellAt(0, 2, '乙'), cellAt(1, 1, '丙')]
    const { blocks } = readDocx(await writeDocx({ ...samplePrinted(), blocks: [{ ...form, cells }] }))
    const table = blocks.find((block) => block.kind === 'table')
    expect(table).toMatchObject({ rows: 2, columns: 3 })
    expect(table?.kind === 'table' ? table.cells.map(({ text }) => text) : []).toEqual([
      '甲',
      '',
      '乙',
      '',
      '丙',
      '',
    ])
  })
})

function withFields(): PrintedFiling {
  const fields: [number, string, string, PrintedForm['cells'][number]['type']][] = [
    [0, '1,200.00', 'totalFunds.executedAmount', 'amount'],
    [1, '政府性基金拨款：0', 'governmentFund', 'amount'],
    [2, '第一行\n第二行', 'expectedGoal', 'text'],
    [3, '', 'reason', 'text'],
  ]
  const cells = fields.map(([row, text, field, type]) => ({
    ...cellAt(row, 0, text),
    kind: 'value' as const,
    field,
    type,
  }))
  const form: PrintedForm = { ...sampleForm(), rows: 4, widths: [1], header: undefined, cells }
  return { ...samplePrinted(), blocks: [...samplePrinted().blocks.slice(0, 14), form] }
}

function cellAt(row: number, column: number, text: string): PrintedForm['cells'][number] {
  const place = { row, column, rowSpan: 1, columnSpan: 1, text }
  return { ...place, kind: 'label', align: 'center', field: undefined, type: undefined }
}

function partOf(bytes: Uint8Array, name: string): string {
  return decoder.decode(unzipSync(bytes)[name])
}

function changed(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const before = partOf(bytes, mainPart)
  const after = change(before)
  expect(after).not.toBe(before)
  return rewriteArchive(openArchive(bytes), new Map([[mainPart, new TextEncoder().encode(after)]]))
}
