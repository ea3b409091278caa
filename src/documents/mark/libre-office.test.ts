import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Place } from '../../core/document/document.js'
import { xlsxOf } from '../../testing/office-files.js'
import { readComments } from '../../testing/read-comments.js'
import { readNotes } from '../../testing/read-notes.js'
import { findConverter } from '../convert/find-converter.js'
import { readDocument } from '../read-document.js'
import { markXlsx } from './excel/mark-xlsx.js'
import type { Mark } from './marked.js'
import { markDocx } from './word/mark-docx.js'

const soffice = findConverter() ?? ''
const author = { name: '衡效', date: '2025-03-31T08:00:00Z' }

describe.skipIf(soffice === '')('LibreOffice (skipped where it is not installed)', () => {
  it('opens a .docx with comments, and has each on the same cell when it writes the file again', async () => {
    const bytes = readFileSync(new URL('../../../examples/sample-report.docx', import.meta.url))
    const { document } = await readDocument(bytes)
    const places = document.blocks.flatMap((block): Place[] => {
      if (block.kind === 'paragraph') return []
      const part = `table ${block.index}`
      return block.cells.map(({ row, column, text }) => ({ part, row, column, quote: text.slice(0, 4) }))
    })
    const result = markDocx(bytes, { summary: ['总结'], marks: places.map(markAt) }, author)
    const again = convert(result, 'docx', 'docx')
    expect(convert(result, 'docx', 'pdf').subarray(0, 5).toString()).toBe('%PDF-')
    const found = readComments(again).map(({ lines, cell }) => [lines[0], cell])
    expect(found).toEqual([
      ['总结', undefined],
      ...places.map((place, index) => [
        `${index + 1}. 【错误】不符`,
        { table: Number(place.part.slice(6)), row: place.row, column: place.column },
      ]),
    ])
  }, 200_000)

  it('opens an .xlsx with comments, and has each on the same cell when it writes the file again', async () => {
    const cell = (at: string) => `<c r="${at}" t="inlineStr"><is><t>${at}</t></is></c>`
    const rows = [2, 3].map((row) => `<row r="${row}">${cell(`B${row}`)}${cell(`C${row}`)}</row>`)
    const file = xlsxOf(`<sheetData>${rows.join('')}</sheetData>`)
    const places = [0, 1].map((row) => ({ part: 'table 1', row, column: 2, quote: '' }))
    const result = markXlsx(file, { summary: ['总结'], marks: places.map(markAt) }, author)
    const again = convert(result, 'xlsx', 'xlsx')
    expect(readNotes(again).map((note) => [note.cell, note.text.split('\n')[0]])).toEqual([
      ['B2', '总结'],
      ['C2', '1. 【错误】不符'],
      ['C3', '2. 【错误】不符'],
    ])
  }, 100_000)
})

function markAt(place: Place, index: number): Mark {
  const title = '【错误】不符'
  return { place, severity: 'error', number: index + 1, isMain: true, title, lines: ['请核对'] }
}

/** What LibreOffice makes of a file, with a profile of its own; throws when it makes nothing. */
function convert(bytes: Uint8Array, kind: string, target: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'hengxiao-'))
  try {
    writeFileSync(join(folder, `in.${kind}`), bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const job = [
      '--headless',
      '--convert-to',
      target,
      '--outdir',
      join(folder, 'out'),
      join(folder, `in.${kind}`),
    ]
    spawnSync(soffice, [profile, ...job], { timeout: 90_000, stdio: 'ignore' })
    return readFileSync(join(folder, 'out', `in.${target}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
