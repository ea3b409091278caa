import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { PrintedTable } from '../../core/paper/printed.js'
import { removedMark } from '../../core/redact/passage.js'
import { docxOf, paragraph, wordPart, xlsxOf } from '../../testing/office-files.js'
import { bare } from '../../testing/package-words.js'
import { plantedDocx } from '../../testing/planted-docx.js'
import { harmlessLines, type Plant, plantedLines } from '../../testing/planted-words.js'
import { writePdf } from '../pdf/write-pdf.js'
import { readDocument } from '../read-document.js'
import { prove, redactFile } from './redact-file.js'
import { redactText } from './redact-text.js'

const same: Plant = (personal) => personal
const replaced: Plant = () => removedMark

async function copyOf(bytes: Uint8Array) {
  const copy = await redactFile(bytes)
  if (copy.left !== undefined) throw new Error(copy.left.join('；'))
  return copy
}

function partOf(bytes: Uint8Array, name: string): string {
  return new TextDecoder().decode(unzipSync(bytes)[name])
}

describe('a text file', () => {
  const lines = (plant: Plant): string => [...plantedLines(plant), ...harmlessLines].join('\r\n')
  const wide = (text: string, swap: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    return swap ? bytes.swap16() : bytes
  }

  it.each([
    ['UTF-8 with its mark', (text: string) => strToU8(`\ufeff${text}`)],
    ['UTF-16', (text: string) => wide(text, false)],
    ['UTF-16, the other end first', (text: string) => wide(text, true)],
  ])('keeps its encoding: %s', async (_name, encode) => {
    const { bytes } = await copyOf(encode(lines(same)))
    expect(Buffer.from(bytes).equals(Buffer.from(encode(lines(replaced))))).toBe(true)
  })

  it('in GB18030 stays in GB18030', async () => {
    const [before, after] = [[0xcc, 0xee, 0xb1, 0xed, 0xc8, 0xcb, 0xa3, 0xba], strToU8('  13700.5\r\n')]
    const name = [0xb3, 0xc2, 0xd0, 0xa1, 0xc2, 0xfa]
    const { bytes } = await copyOf(Uint8Array.from([...before, ...name, ...after]))
    expect(new TextDecoder('gb18030').decode(bytes)).toBe('填表人：（已隐去）  13700.5\r\n')
    expect([...bytes.subarray(0, 8)]).toEqual(before)
  })

  it('with a table flattened to lines knows the label in the cell before', async () => {
    const table = '\t序号\n\t姓名\n\t联系电话\n\n\t1\n\t陈小满\n\t28580000\n\n\t2\n\t何小寒\n\t28580001\n'
    const { bytes } = await copyOf(strToU8(`名单\n\n${table}`))
    expect(new TextDecoder().decode(bytes)).not.toMatch(/陈小满|何小寒|2858000/)
  })
})

describe('a PDF', () => {
  it('is set anew without the plants and with everything else', async () => {
    const { bytes, manifest } = await copyOf(await pdfOf(same))
    const [got, expected] = [
      await readDocument(bytes),
      await readDocument((await copyOf(await pdfOf(replaced))).bytes),
    ]
    expect(bare(JSON.stringify(got.document.blocks))).toBe(bare(JSON.stringify(expected.document.blocks)))
    const words = bare(JSON.stringify(got.document))
    const leaks: string[] = []
    plantedLines((personal) => {
      if (words.includes(bare(personal))) leaks.push(personal)
      return personal
    })
    expect(leaks).toEqual([])
    expect(manifest.output).toMatchObject({ format: 'pdf', setAnew: true })
    expect(manifest.warnings.join('')).toContain('重新排版')
  })
})

function pdfOf(plant: Plant): Promise<Uint8Array> {
  const texts = ['年度绩效自评报告', ...plantedLines(plant), ...harmlessLines].map((text) =>
    text.replaceAll('\u200b', ''),
  )
  const cell = (row: number, column: number, text: string) => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text,
  })
  const cells = [
    cell(0, 0, '项目负责人'),
    cell(0, 1, plant('沈立春')),
    cell(1, 0, '执行数'),
    cell(1, 1, '28580009'),
    cell(2, 0, '联系电话'),
    cell(2, 1, plant('28580010')),
  ].map((one) => ({ ...one, kind: 'value', align: 'center', field: undefined, type: undefined }) as const)
  const table: PrintedTable = { kind: 'table', widths: [10, 10], rows: 3, cells }
  const paragraphs = texts.map((text) => ({
    kind: 'paragraph' as const,
    style: 'body' as const,
    runs: [{ text, field: undefined }],
  }))
  return writePdf({ title: '报告', unit: undefined, budgetYear: 2024, blocks: [...paragraphs, table] })
}

describe('the manifest', () => {
  it('says which rule removed how much where, with both hashes, and repeats nothing of it', async () => {
    const { manifest } = await copyOf(plantedDocx(same))
    const rules = new Set(manifest.removals.map(({ rule }) => rule))
    expect([...rules].sort()).toEqual(
      `author field-account field-contact field-email field-identity field-person field-phone pattern-bank-card
      pattern-email pattern-identity pattern-landline pattern-mobile repeated-name user-folder`.split(/\s+/),
    )
    expect(manifest.input.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(manifest.output.sha256).not.toBe(manifest.input.sha256)
    const words = bare(JSON.stringify({ ...manifest, input: '', output: '' }))
    const repeated: string[] = []
    plantedDocx((personal) => {
      if (personal.length > 1 && words.includes(bare(personal))) repeated.push(personal)
      return personal
    })
    expect(repeated).toEqual([])
    expect(manifest.parts.map(({ what }) => what).join('\n')).toMatch(
      /嵌入对象[\s\S]*缩略图|缩略图[\s\S]*嵌入对象/,
    )
    expect(manifest.warnings.join('')).toContain('张图片')
  })

  it('is the same for the same file, and a file without personal data keeps its texts', async () => {
    const file = docxOf(harmlessLines.map((line) => paragraph(line)).join(''))
    const [first, second] = [await copyOf(file), await copyOf(file)]
    expect(first).toEqual(second)
    expect(first.manifest.removals).toEqual([])
    expect(partOf(first.bytes, 'word/document.xml')).toBe(partOf(file, 'word/document.xml'))
  })
})

describe('the second reading', () => {
  it('refuses a copy in which something was put back', async () => {
    const input = { bytes: strToU8('填表人：陈小满'), format: 'txt' }
    const redacted = redactText(input.bytes)
    expect((await prove(redacted, input)).left).toBeUndefined()
    const leaking = { ...redacted, bytes: strToU8('填表人：（已隐去）。附：陈小满') }
    expect((await prove(leaking, input)).left?.join()).toContain('姓名')
  })

  it('refuses what it cannot take out: a number in the name of a part', async () => {
    const parts = { 'word/header1.xml': wordPart('hdr', paragraph('手机：13800000000')) }
    const plain = unzipSync(docxOf(paragraph('报告'), parts))
    const copy = await redactFile(zipSync({ ...plain, 'word/media/13800000000.png': strToU8('\x89PNG') }))
    expect(copy.left).toHaveLength(1)
    expect(copy.left?.join()).not.toContain('13800000000')
  })

  it('sees through entities, runs, spaces and full width', async () => {
    const input = { bytes: docxOf(paragraph('填表人：陈小满，手机13800000000')), format: 'docx' }
    const { redactOffice } = await import('./redact-office.js')
    const { openArchive } = await import('../gate/archive.js')
    const redacted = redactOffice(openArchive(input.bytes), 'docx')
    const hidden = [
      '<w:p><w:r><w:t>&#38472;小</w:t></w:r><w:r><w:t>满</w:t></w:r></w:p>',
      paragraph('１３８ ００００ ００００'),
      '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="p" id="1" name="x" descr="138-0000-0000"/></w:drawing></w:r></w:p>',
    ]
    for (const body of hidden) {
      const copy = await prove({ ...redacted, bytes: docxOf(paragraph('报告') + body) }, input)
      expect(copy.left, body).not.toBeUndefined()
    }
  })
})

describe('a workbook', () => {
  it('with a shared string that is a name here and a word there loses it only here', async () => {
    const cells = (text: string): string => `<c r="A1" t="inlineStr"><is><t>项目负责人：</t></is></c>${text}`
    const sheet = `<sheetData><row r="1">${cells('<c r="B1" t="s"><v>0</v></c>')}</row><row r="3"><c r="B3" t="s"><v>0</v></c></row></sheetData>`
    const strings = { 'xl/sharedStrings.xml': '<sst><si><t>高峰</t></si></sst>' }
    const { bytes } = await copyOf(xlsxOf(sheet, strings))
    expect(partOf(bytes, 'xl/sharedStrings.xml')).toContain('高峰')
    const written = partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(written).toContain('<c r="B1" t="inlineStr"><is><t xml:space="preserve">（已隐去）</t></is></c>')
    expect(written).toContain('<c r="B3" t="s"><v>0</v></c>')
  })

  it('keeps a formula that only points at other cells, with what it shows taken out', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>手机13800000000</t></is></c><c r="B1" t="str"><f>A1</f><v>手机13800000000</v></c></row></sheetData>'
    const { bytes } = await copyOf(xlsxOf(sheet))
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain(
      '<c r="B1" t="str"><f>A1</f><v>手机（已隐去）</v></c>',
    )
  })
})
