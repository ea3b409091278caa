import { describe, expect, it } from 'vitest'
import { bytesOf, cellKey, hasSeedFiles, paragraphsOf, tablesOf, truthOf } from '../../testing/seed-cells.js'
import { readPdf } from './read-pdf.js'

const seeds = ['000', '001', '002', '003']
const leastCells = 0.99
const leastParagraphs = 0.9

if (!hasSeedFiles) console.log('.pdf: 没有 ../shared，PDF 样本没有核对')

/** A PDF does not say whether a line ended or only wrapped, so texts are compared without white space. */
describe.skipIf(!hasSeedFiles)('the seed files as PDF', () => {
  it('are read with at least 99 of 100 cells in place, and no cell too many', async () => {
    let [right, total, found] = [0, 0, 0]
    for (const seed of seeds) {
      const tables = tablesOf(await readPdf(bytesOf(seed, 'pdf')))
      const keys = tables.flatMap(({ cells }, at) => cells.map((cell) => withoutSpace(cellKey(at, cell))))
      const expected = new Set(truthKeys(seed))
      right += keys.filter((key) => expected.delete(key)).length
      total += truthKeys(seed).length
      found += keys.length
    }
    console.log(`pdf ${right} of ${total} cells`)
    expect(right / Math.max(total, found)).toBeGreaterThanOrEqual(leastCells)
  })

  it('are read with nearly every paragraph whole', async () => {
    let [right, total] = [0, 0]
    for (const seed of seeds) {
      const found = new Set(paragraphsOf(await readPdf(bytesOf(seed, 'pdf'))).map(withoutSpace))
      const expected = truthOf(seed).paragraphs.map(withoutSpace)
      right += expected.filter((text) => found.has(text)).length
      total += expected.length
    }
    console.log(`pdf ${right} of ${total} paragraphs`)
    expect(right / total).toBeGreaterThanOrEqual(leastParagraphs)
  })
})

function truthKeys(seed: string): string[] {
  return truthOf(seed).tables.flatMap(({ cells }, at) =>
    cells.map(({ r, c, rs, cs, t }) =>
      withoutSpace(cellKey(at, { row: r, column: c, rowSpan: rs, columnSpan: cs, text: t })),
    ),
  )
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '')
}
