import { describe, expect, it } from 'vitest'
import type { Table } from '../core/document/document.js'
import {
  bytesOf,
  cellKey,
  compareCells,
  hasSeedFiles,
  paragraphsOf,
  tablesOf,
  truthOf,
} from '../testing/seed-cells.js'
import { readDocument } from './read-document.js'

const seeds = ['000', '001', '002', '003']

describe.skipIf(!hasSeedFiles)('the seed files', () => {
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

function withoutLines(table: Table): string[] {
  return table.cells.map((cell) => cellKey(0, cell))
}
