import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Cell, Document } from '../core/document/document.js'
import { DomainError } from '../core/errors/errors.js'
import { compoundFileOf } from '../testing/compound-file.js'
import { docxOf, paragraph, tableCell, tableOf, xlsxOf, zipOf } from '../testing/office-files.js'
import { randomFrom } from '../testing/random.js'
import { readDocument } from './read-document.js'
import { readInWorker } from './read-in-worker.js'

const mebibyte = 1024 * 1024
const bytesOf = (text: string) => new TextEncoder().encode(text)
const entities = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
const external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
const shared = 'xl/sharedStrings.xml'

describe('readDocument refuses', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['an empty file', () => new Uint8Array(), 'FILE_EMPTY'],
    ['a file of spaces', () => bytesOf(' \n　\n'), 'FILE_EMPTY'],
    ['a .docx without words', () => docxOf('<w:p/>'), 'FILE_EMPTY'],
    [
      'a .docx with pictures only',
      () => docxOf('<w:p/>', { 'word/media/image1.png': 'x' }),
      'SCAN_WITHOUT_TEXT',
    ],
    [
      'bytes that are mostly NUL',
      () => Buffer.concat([bytesOf('\x89PNG'), new Uint8Array(200)]),
      'FILE_KIND_UNKNOWN',
    ],
    ['a real picture', () => Buffer.from(`89504e470d0a1a0a${'00ff'.repeat(99)}`, 'hex'), 'SCAN_WITHOUT_TEXT'],
    ['an archive of something else', () => zipOf({ 'a.txt': '甲' }), 'FILE_KIND_UNKNOWN'],
    ['a truncated .docx', () => docxOf(paragraph('甲')).subarray(0, 300), 'FILE_DAMAGED'],
    ['a .docx whose XML breaks off', () => docxOf('', { 'word/document.xml': '<w:p><w:r>' }), 'FILE_DAMAGED'],
    ['an encrypted .docx', () => compoundFileOf('EncryptionInfo', 'EncryptedPackage'), 'FILE_ENCRYPTED'],
    ['an encrypted archive', () => withFlag(docxOf(paragraph('甲'))), 'FILE_ENCRYPTED'],
    ['an encrypted .odt', () => odtOf('<x:encryption-data/>'), 'FILE_ENCRYPTED'],
    ['an unknown compound file', () => compoundFileOf('Catalog'), 'FILE_KIND_UNKNOWN'],
    ['a compound file cut short', () => compoundFileOf('WordDocument').subarray(0, 700), 'FILE_DAMAGED'],
    [
      'an entity bomb in .docx',
      () => docxOf('', { 'word/document.xml': `${entities}<x>&b;</x>` }),
      'DTD_REFUSED',
    ],
    [
      'an external entity in .docx',
      () => docxOf('', { 'word/document.xml': `${external}<x>&a;</x>` }),
      'DTD_REFUSED',
    ],
    ['an entity bomb in .xlsx', () => xlsxOf('', { [shared]: `${entities}<sst>&b;</sst>` }), 'DTD_REFUSED'],
    ['an entity bomb in HTML', () => bytesOf(`${entities.replace('x', 'html')}<p>&b;</p>`), 'DTD_REFUSED'],
    ['other XML', () => bytesOf('<?xml version="1.0"?><invoice>甲</invoice>'), 'FILE_KIND_UNKNOWN'],
    [
      'names that lead out of the archive',
      () => docxOf('', { '../../etc/passwd': 'x' }),
      'ARCHIVE_SUSPICIOUS',
    ],
    ['absolute names', () => docxOf('', { 'C:\\windows\\x': 'x' }), 'ARCHIVE_SUSPICIOUS'],
    ['a zip bomb', () => docxOf('', { 'word/document.xml': '0'.repeat(65 * mebibyte) }), 'ARCHIVE_TOO_LARGE'],
    [
      'a smaller zip bomb',
      () => docxOf('', { 'word/document.xml': '0'.repeat(40 * mebibyte) }),
      'ARCHIVE_SUSPICIOUS',
    ],
    [
      'an archive that lies about its sizes',
      () => withSize(docxOf(paragraph('甲'.repeat(999))), 9),
      'ARCHIVE_SUSPICIOUS',
    ],
    ['an archive of too many parts', () => zipOf(manyParts(2_001)), 'ARCHIVE_SUSPICIOUS'],
    ['tables nested without end', () => bytesOf('<table><tr><td>'.repeat(100_000)), 'FILE_TOO_COMPLEX'],
    ['tables nested without end in .docx', () => docxOf(nestedTables(600)), 'FILE_TOO_COMPLEX'],
    ['an entity called like a property', () => docxOf('<w:p>&constructor;</w:p>'), 'FILE_DAMAGED'],
    ['text of millions of lines', () => bytesOf(`\t甲${'\n'.repeat(3_000_000)}乙`), 'FILE_TOO_COMPLEX'],
    ['50 MB of text', () => new Uint8Array(50 * mebibyte).fill(0x31), 'FILE_TOO_LARGE'],
    ['a file beyond any limit', () => new Uint8Array(65 * mebibyte), 'FILE_TOO_LARGE'],
    [
      'a table of more cells than any form',
      () => docxOf(tableOf(...cellRows(100_000, 3))),
      'FILE_TOO_COMPLEX',
    ],
  ])('%s', async (_situation, build, code) => {
    const error = await refusalOf(build())
    expect(error.code).toBe(code)
    expect(error.message).toMatch(/^[^\n{}]*[\u4e00-\u9fff][^\n{}]*。$/)
  })

  it('random bytes, whatever they are', async () => {
    const random = randomFrom(2024)
    for (let round = 0; round < 50; round++) {
      const bytes = Uint8Array.from({ length: 100 + round * 200 }, () => Math.floor(random() * 256))
      await refusalOf(bytes)
    }
  })
})

describe('readDocument reads', () => {
  it('a table of 100,000 rows in .docx, .html and .xlsx', async () => {
    const rows = cellRows(100_000, 1)
    const html = `<table>${'<tr><td>1</td></tr>'.repeat(100_000)}</table>`
    const sheet = `<sheetData>${Array.from({ length: 100_000 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${(row * 7919) % 99_991}</v></c><c r="B${row + 1}"><v>2</v></c></row>`).join('')}</sheetData>`
    expect(await rowsOf(docxOf(tableOf(...rows)))).toBe(100_000)
    expect(await rowsOf(bytesOf(html))).toBe(100_000)
    expect(await rowsOf(xlsxOf(sheet))).toBe(100_000)
  })

  it('200 tables inside each other in HTML', async () => {
    const html = `${'<table><tr><td>外'.repeat(200)}${'</td></tr></table>'.repeat(200)}`
    const { document } = await readDocument(bytesOf(html))
    expect(document.blocks).toHaveLength(200)
  })

  it.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])('text in %s', async (encoding) => {
    const { document, readAs } = await readDocument(
      encoded('一、单位概况\n\t编制数\n\t７人\n\t100%\n', encoding),
    )
    expect(readAs).toBe('txt')
    expect(document.blocks[0]).toMatchObject({ text: '一、单位概况' })
    expect(cellsOf(document).map(({ text }) => text)).toEqual(['编制数', '７人', '100%'])
  })

  it('a number of 30 digits, 9e99, and digits with NUL and zero-width characters between', async () => {
    const long = '1'.repeat(30)
    const text = `\t甲\n\t${long}\n\t9e99\n\t1\u00002\u200b3\n\t乙\n\n`
    expect(cellsOf((await readDocument(bytesOf(text))).document).map((cell) => cell.text)).toEqual([
      '甲',
      long,
      '9e99',
      '123',
      '乙',
    ])
    const word = docxOf(tableOf(tableCell(long) + tableCell('9e99') + tableCell('1\u200b2\u00003')))
    expect(cellsOf((await readDocument(word)).document).map((cell) => cell.text)).toEqual([
      long,
      '9e99',
      '123',
    ])
  })

  it('elements called like properties of objects', async () => {
    const odd = '<w:__proto__><w:hasOwnProperty><w:constructor/></w:hasOwnProperty></w:__proto__>'
    const { document } = await readDocument(docxOf(odd + paragraph('甲')))
    expect(document.blocks).toMatchObject([{ text: '甲' }])
  })

  it('spans beyond reason without allocating for them', async () => {
    const html = '<table><tr><td rowspan="999999999" colspan="999999999">甲</td></tr></table>'
    const word = docxOf(tableOf(tableCell('甲', '<w:gridSpan w:val="999999999"/>')))
    const sheet = xlsxOf(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )
    for (const file of [bytesOf(html), word])
      expect(cellsOf((await readDocument(file)).document)).toHaveLength(1)
    expect((await refusalOf(sheet)).code).toBe('FILE_TOO_COMPLEX')
  })

  it('HTML, whatever its name says it is', async () => {
    const { readAs } = await readDocument(
      bytesOf('\ufeff<html xmlns:x="urn:excel"><table><tr><td>1</td></tr></table></html>'),
    )
    expect(readAs).toBe('html')
  })
})

describe('readInWorker', () => {
  it('ends well or with a refusal for everything large', { timeout: 60_000 }, async () => {
    const files = [
      docxOf(tableOf(...cellRows(100_000, 1))),
      bytesOf(`<table>${'<tr><td>一<td>二'.repeat(99_000)}</table>`),
      bytesOf('\t甲\n'.repeat(1_000_000)),
      bytesOf('甲\n'.repeat(1_000_000)),
    ]
    for (const file of files) {
      const started = performance.now()
      await readInWorker(file).catch((error: unknown) => expect(error).toBeInstanceOf(DomainError))
      expect(performance.now() - started).toBeLessThan(11_000)
    }
  })
})

async function refusalOf(bytes: Uint8Array): Promise<DomainError> {
  const outcome = await readDocument(bytes).catch((error: unknown) => error)
  if (!(outcome instanceof DomainError))
    throw new Error(`no refusal but ${JSON.stringify(outcome).slice(0, 200)}`)
  return outcome
}

async function rowsOf(bytes: Uint8Array): Promise<number> {
  const [table] = (await readDocument(bytes)).document.blocks
  return table?.kind === 'table' ? table.rows : 0
}

function cellsOf(document: Document): readonly Cell[] {
  return document.blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []))
}

function cellRows(count: number, width: number): string[] {
  const cell = (row: number) => `<w:tc><w:p><w:r><w:t>${(row * 7919) % 99_991}</w:t></w:r></w:p></w:tc>`
  return Array.from({ length: count }, (_, row) => cell(row).repeat(width))
}

function nestedTables(depth: number): string {
  return '<w:tbl><w:tr><w:tc>'.repeat(depth) + paragraph('芯') + '</w:tc></w:tr></w:tbl>'.repeat(depth)
}

function manyParts(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`part${index}.xml`, '']))
}

function odtOf(manifest: string): Uint8Array {
  const parts = { mimetype: 'application/vnd.oasis.opendocument.text', 'META-INF/manifest.xml': manifest }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

/** Sets the encryption flag of every entry in the archive's directory. */
function withFlag(archive: Uint8Array): Uint8Array {
  return changeEntries(archive, (entry) => entry.writeUInt16LE(1, 8))
}

/** Writes a false unpacked size into every entry. */
function withSize(archive: Uint8Array, size: number): Uint8Array {
  return changeEntries(archive, (entry) => entry.writeUInt32LE(size, 24))
}

function changeEntries(archive: Uint8Array, change: (entry: Buffer) => void): Uint8Array {
  const buffer = Buffer.from(archive)
  const signature = Buffer.from('504b0102', 'hex')
  for (let at = buffer.indexOf(signature); at >= 0; at = buffer.indexOf(signature, at + 4))
    change(buffer.subarray(at))
  return buffer
}

/** GB18030 for the characters of the test only; Node writes no such encoding itself. */
function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return bytesOf(text)
  if (encoding === 'gb18030') return gb18030(text)
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  return encoding === 'utf-16le' ? little : little.swap16()
}

function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let first = 0xa1; first <= 0xf7; first++) {
    for (let second = 0xa1; second <= 0xfe; second++) {
      codes.set(decoder.decode(new Uint8Array([first, second])), [first, second])
    }
  }
  return new Uint8Array([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]))
}
