import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Block, Document, Table } from '../core/document/document.js'
import { readDocument } from './read-document.js'

const shared = new URL('../../../shared/', import.meta.url)
const seeds = ['000', '001', '002', '003']

type TruthCell = { r: number; c: number; rs: number; cs: number; t: string }
type Truth = { paragraphs: string[]; tables: { rows: number; cols: number; cells: TruthCell[] }[] }

describe.skipIf(!existsSync(new URL('seed-files/', shared)))('the seed files', () => {
  it.each(['docx', 'html', 'txt', 'xlsx', 'xls'])(
    'are read from .%s with every cell in its place',
    async (kind) => {
      const { right, total, wrong } = await compareCells(kind)
      console.log(`${kind} ${right} of ${total} cells`)
      expect(wrong).toEqual([])
    },
  )

  it.each(['docx', 'html', 'txt'])('are read from .%s with every paragraph', async (kind) => {
    for (const seed of seeds) {
      const { document } = await readDocument(bytesOf(seed, kind))
      expect(paragraphsOf(document).join('\n'), seed).toBe(truthOf(seed).paragraphs.join('\n'))
    }
  })

  it('give the same tables from flattened text as from the original .docx where no truth is written', async () => {
    const [fromText, fromWord] = await Promise.all([
      readDocument(bytesOf('004', 'txt')),
      readDocument(bytesOf('004', 'docx')),
    ])
    expect(tablesOf(fromText.document).map(withoutLines)).toEqual(
      tablesOf(fromWord.document).map(withoutLines),
    )
  })
})

async function compareCells(kind: string): Promise<{ right: number; total: number; wrong: string[] }> {
  const wrong: string[] = []
  let total = 0
  for (const seed of seeds) {
    const { tables } = truthOf(seed)
    if (!existsSync(fileOf(seed, kind))) continue
    const read = tablesOf((await readDocument(bytesOf(seed, kind))).document)
    const found = new Set(read.flatMap((table, index) => table.cells.map((cell) => cellKey(index, cell))))
    for (const [index, table] of tables.entries()) {
      total += table.cells.length
      const expected = table.cells.map((cell) => truthKey(index, cell))
      wrong.push(...expected.filter((key) => !found.delete(key)).map((key) => `${seed} missing ${key}`))
    }
    wrong.push(...[...found].map((key) => `${seed} superfluous ${key}`))
  }
  const missing = wrong.filter((entry) => entry.includes(' missing ')).length
  return { right: total - missing, total, wrong }
}

function fileOf(seed: string, kind: string): URL {
  return new URL(kind === 'txt' ? `seeds/${seed}.txt` : `seed-files/${seed}.${kind}`, shared)
}

function bytesOf(seed: string, kind: string): Uint8Array {
  return readFileSync(fileOf(seed, kind))
}

function truthOf(seed: string): Truth {
  return JSON.parse(readFileSync(new URL(`seed-files/${seed}.truth.json`, shared), 'utf8'))
}

function tablesOf(document: Document): Table[] {
  return document.blocks.filter((block: Block) => block.kind === 'table')
}

function paragraphsOf(document: Document): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}

function withoutLines(table: Table): string[] {
  return table.cells.map((cell) => cellKey(0, cell))
}

function cellKey(table: number, cell: Table['cells'][number]): string {
  return `${table}: ${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${cell.text}`
}

function truthKey(table: number, { r, c, rs, cs, t }: TruthCell): string {
  return `${table}: ${r},${c} ${rs}×${cs} ${t}`
}
