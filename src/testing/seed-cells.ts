import { existsSync, readFileSync } from 'node:fs'
import type { Block, Document, Table } from '../core/document/document.js'
import { readDocument } from '../documents/read-document.js'

export const sharedSeeds = new URL('../../../shared/', import.meta.url)
export const hasSeedFiles = existsSync(new URL('seed-files/', sharedSeeds))
const seeds = ['000', '001', '002', '003']

type TruthCell = { r: number; c: number; rs: number; cs: number; t: string }
type Truth = { paragraphs: string[]; tables: { rows: number; cols: number; cells: TruthCell[] }[] }
type Comparison = Readonly<{ right: number; total: number; wrong: readonly string[] }>

/** Every cell of the seed files of one format against the true tables: position, spans and text. */
export async function compareCells(kind: string): Promise<Comparison> {
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
  return new URL(kind === 'txt' ? `seeds/${seed}.txt` : `seed-files/${seed}.${kind}`, sharedSeeds)
}

export function bytesOf(seed: string, kind: string): Uint8Array {
  return readFileSync(fileOf(seed, kind))
}

export function truthOf(seed: string): Truth {
  return JSON.parse(readFileSync(new URL(`seed-files/${seed}.truth.json`, sharedSeeds), 'utf8'))
}

export function tablesOf(document: Document): Table[] {
  return document.blocks.filter((block: Block) => block.kind === 'table')
}

export function paragraphsOf(document: Document): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}

export function cellKey(table: number, cell: Table['cells'][number]): string {
  return `${table}: ${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${cell.text}`
}

function truthKey(table: number, { r, c, rs, cs, t }: TruthCell): string {
  return `${table}: ${r},${c} ${rs}×${cs} ${t}`
}
