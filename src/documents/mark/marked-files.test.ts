import { existsSync, readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { loadChosenPacks } from '../../cli/chosen-packs.js'
import { marksOf } from '../../cli/marks-of.js'
import { reportOf } from '../../cli/report-of.js'
import { checkDocument } from '../../core/checks/check-document.js'
import type { Document } from '../../core/document/document.js'
import { withoutInsertions } from '../../testing/insertions.js'
import { readComments } from '../../testing/read-comments.js'
import { readNotes } from '../../testing/read-notes.js'
import { sharedSeeds } from '../../testing/seed-cells.js'
import { originKey } from '../origin-key.js'
import { readDocument } from '../read-document.js'
import { markXlsx } from './excel/mark-xlsx.js'
import { commentTitle, type Mark, type Marked } from './marked.js'
import { markDocx } from './word/mark-docx.js'
import { lettersOf } from './word/paragraph-parts.js'

const author = { name: '衡效', date: '2025-03-31T08:00:00Z' }
const sample = new URL('../../../examples/sample-report.docx', import.meta.url)
const seeds = ['000', '001', '002', '003', '004']
const wordFiles = [sample, ...seeds.map((seed) => new URL(`seed-files/${seed}.docx`, sharedSeeds))].filter(
  existsSync,
)
const workbooks = seeds.map((seed) => new URL(`seed-files/${seed}.xlsx`, sharedSeeds)).filter(existsSync)

type Case = Readonly<{ bytes: Uint8Array; document: Document; marked: Marked; result: Uint8Array }>

const cases = new Map<string, Promise<Case>>()

function mark(file: URL): Promise<Case> {
  const known = cases.get(file.href) ?? markAnew(file)
  cases.set(file.href, known)
  return known
}

async function markAnew(file: URL): Promise<Case> {
  const bytes = readFileSync(file)
  const { document, readAs } = await readDocument(bytes)
  const { packs, laws } = await loadChosenPacks(undefined)
  const facts = { file: 'a', sha256: '', readAs, packs, laws, detail: 'findings' } as const
  const marked = marksOf(reportOf(checkDocument(document, packs), facts))
  const result = readAs === 'docx' ? markDocx(bytes, marked, author) : markXlsx(bytes, marked, author)
  return { bytes, document, marked, result }
}

describe.each(wordFiles.map((file) => [nameOf(file), file] as const))('%s with comments', (_name, file) => {
  it('is read as the same document as before', async () => {
    const { document, result } = await mark(file)
    expect((await readDocument(result)).document).toEqual(document)
  })

  it('bears the summary first and then every mark, each on its words in its cell', async () => {
    const { marked, result } = await mark(file)
    const [summary, ...comments] = readComments(result)
    expect(summary?.lines).toEqual(marked.summary)
    expect(comments.map(({ lines }) => lines)).toEqual(
      marked.marks.map((one) => [commentTitle(one), ...one.lines]),
    )
    for (const [index, comment] of comments.entries()) {
      const { place } = marked.marks[index] as Mark
      expect(comment.references).toBe(1)
      expect(cellOf(comment.cell)).toBe(place.row === undefined ? undefined : originKey(place))
      expect(lettersOf(comment.on).join('')).toContain(lettersOf(place.quote).join(''))
    }
  })

  it('bears its comments at the same places for mammoth', async () => {
    const { marked, result } = await mark(file)
    const options = { styleMap: ['comment-reference => sup'] }
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(result) }, options)
    const { document } = await readDocument(Buffer.from(`<html><body>${value}</body></html>`))
    const texts = new Map(
      document.blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.cells.map(
              (cell) => [originKey({ part: `table ${block.index}`, ...cell }), cell.text] as const,
            )
          : [],
      ),
    )
    expect(value.match(/id="comment-ref-/g)).toHaveLength(marked.marks.length + 1)
    const bodies = [...value.matchAll(/<dt id="[^"]*">Comment (\[[^\]]*\])<\/dt><dd>(.*?)<\/dd>/gs)]
    const labels = bodies.map(([, label = '', body = '']) => ({ label, text: plain(body) }))
    for (const one of marked.marks.filter(({ place }) => place.row !== undefined)) {
      const same = labels.filter(({ text }) => text.startsWith(commentTitle(one).replace(/\s+/g, '')))
      expect(
        same.some(({ label }) => texts.get(originKey(one.place))?.includes(label)),
        commentTitle(one),
      ).toBe(true)
    }
  })

  it('has the same bytes in every part without marks, and the same result each time', async () => {
    const { bytes, result } = await mark(file)
    const changed = changedParts(bytes, result)
    expect(changed).toEqual([
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/comments.xml',
      'word/document.xml',
    ])
    expect(withoutInsertions(mainOf(bytes), mainOf(result))).toBe(mainOf(bytes))
    expect(Buffer.compare((await markAnew(file)).result, result)).toBe(0)
  })
})

describe.each(workbooks.map((file) => [nameOf(file), file] as const))('%s with comments', (_name, file) => {
  it('is read as the same document as before', async () => {
    const { document, result } = await mark(file)
    expect((await readDocument(result)).document).toEqual(document)
  })

  it('bears every mark on its cell, and the summary on the first', async () => {
    const { document, marked, result } = await mark(file)
    const notes = readNotes(result)
    expect(notes[0]?.text).toContain(marked.summary.join('\n'))
    for (const one of marked.marks) {
      const said = [commentTitle(one), ...one.lines].join('\n')
      const note = notes.filter(({ text }) => text.includes(said))
      const cell = textAt(document, one)
      expect(note.map(({ shown }) => shown.replace(/\s+/g, ''))).toContain(cell.replace(/\s+/g, ''))
    }
  })

  it('has the same bytes in every part without marks', async () => {
    const { bytes, result } = await mark(file)
    for (const part of changedParts(bytes, result)) {
      expect(part).toMatch(
        /^(\[Content_Types\]\.xml|xl\/worksheets\/(_rels\/)?sheet\d+\.xml(\.rels)?|xl\/comments\d+\.xml|xl\/drawings\/vmlDrawing\d+\.vml)$/,
      )
    }
  })
})

function mainOf(docx: Uint8Array): string {
  return strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
}

function nameOf(file: URL): string {
  return file.pathname.split('/').at(-1) ?? ''
}

function cellOf(
  cell: Readonly<{ table: number; row: number; column: number }> | undefined,
): string | undefined {
  return cell && originKey({ part: `table ${cell.table}`, ...cell })
}

function textAt({ blocks }: Document, { place }: Mark): string {
  for (const block of blocks) {
    if (`${block.kind} ${block.index}` !== place.part) continue
    if (block.kind === 'paragraph') return block.text
    return block.cells.find(({ row, column }) => row === place.row && column === place.column)?.text ?? '?'
  }
  return '?'
}

function plain(html: string): string {
  const text = html.replace(/<[^>]*>/g, '')
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, '')
}

function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)]
  expect(Object.keys(now)).toEqual(
    expect.arrayContaining(Object.keys(old).filter((name) => !name.endsWith('/'))),
  )
  return Object.keys(now)
    .filter((name) => !old[name] || Buffer.compare(old[name], now[name] as Uint8Array) !== 0)
    .sort()
}
