import { beforeAll, describe, expect, it } from 'vitest'
import { printFiling } from '../core/paper/print-filing.js'
import type { PrintedFiling, Run } from '../core/paper/printed.js'
import { loadPacks } from '../packs/load-packs.js'
import { fullFiling } from '../testing/full-filing.js'
import { pageTexts, printWithOffice } from '../testing/office-pdf.js'
import { sampleForm, samplePrinted } from '../testing/sample-printed.js'
import { readSeedFilings } from '../testing/seed-filings.js'
import { findConverter } from './convert/find-converter.js'
import { openArchive } from './gate/archive.js'
import { writePdf } from './pdf/write-pdf.js'
import { writeDocx } from './word/write-docx.js'

const packs = loadPacks()
const converter = findConverter()
if (converter === undefined) console.log('.docx: 本机没有 LibreOffice，没有与 PDF 逐页比较')

type Compared = Readonly<{ name: string; word: readonly string[]; pdf: readonly string[] }>

describe.skipIf(converter === undefined)('the Word file as LibreOffice prints it, beside our own PDF', () => {
  let compared: readonly Compared[] = []
  beforeAll(async () => {
    compared = await compareAll(await printedFilings())
  }, 200_000)

  it('has as many pages', () => {
    const different = compared.filter(({ word, pdf }) => word.length !== pdf.length)
    expect(different.map(({ name, word, pdf }) => `${name}: Word ${word.length}, PDF ${pdf.length}`)).toEqual(
      [],
    )
  })

  it('ends each page at the same word, give or take a few characters', () => {
    const different = compared.flatMap(({ name, word, pdf }) =>
      word.map((text, at) => [`${name} page ${at + 1}`, text.length - (pdf[at]?.length ?? 0)] as const),
    )
    expect(different.filter(([, characters]) => Math.abs(characters) > 4)).toEqual([])
  })

  it('says the same, character for character', () => {
    const different = compared.filter(({ word, pdf }) => sorted(word) !== sorted(pdf))
    expect(different.map(({ name }) => name)).toEqual([])
  })
})

describe('a cell that is longer than a page', () => {
  const count = 400
  const text = Array.from({ length: count }, (_, at) => `第${at + 1}项已完成并通过验收。`).join('')
  const form = sampleForm()
  const cells = form.cells.map((cell) => (cell.text.startsWith('按月足额') ? { ...cell, text } : cell))
  const printed = { ...samplePrinted(), blocks: [{ ...form, cells }] }

  it('goes on over several pages of the PDF and loses no word', async () => {
    const pages = await pageTexts(await writePdf(printed))
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.join('').match(/第\d+项/g)).toHaveLength(count)
  })

  it('may be split in Word, and has no height that Word refuses', async () => {
    const xml = new TextDecoder().decode(openArchive(await writeDocx(printed)).read('word/document.xml'))
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(form.rows - 1)
    const heights = [...xml.matchAll(/<w:trHeight w:val="(\d+)"/g)].map(([, height]) => Number(height))
    expect(Math.max(...heights)).toBeLessThan(31_680)
  })
})

async function printedFilings(): Promise<readonly (readonly [string, PrintedFiling])[]> {
  const full = packs.filter(({ blocks }) => blocks.length > 0)
  const seeds = await readSeedFilings()
  return [
    ['sample', samplePrinted()],
    ...full.map((pack) => [pack.id, printFiling(fullFiling(pack, packs), packs)] as const),
    ...seeds.map(({ name, filing }) => [name, printFiling(filing, packs)] as const),
  ]
}

async function compareAll(
  filings: readonly (readonly [string, PrintedFiling])[],
): Promise<readonly Compared[]> {
  const files = await Promise.all(filings.map(([, printed]) => writeDocx(withoutControls(printed))))
  const words = printWithOffice(converter ?? '', files)
  const compared: Compared[] = []
  for (const [index, [name, printed]] of filings.entries()) {
    const word = await pageTexts(words[index] ?? new Uint8Array())
    compared.push({ name, word, pdf: await pageTexts(await writePdf(printed)) })
  }
  return compared
}

/** LibreOffice 7 leaves no room between Chinese and digits where a content control begins; Word does, as our PDF. */
function withoutControls(printed: PrintedFiling): PrintedFiling {
  const blocks = printed.blocks.map((block) =>
    block.kind === 'paragraph' ? { ...block, runs: block.runs.map(withoutField) } : block,
  )
  return { ...printed, blocks }
}

function withoutField({ text }: Run): Run {
  return { text, field: undefined }
}

/** Order within a page is the program's own, and page numbers are told by the number of pages. */
function sorted(pages: readonly string[]): string {
  const texts = pages.map((text) => text.replace(/—\d+—/g, ''))
  return [...texts.join('')].sort().join('')
}
