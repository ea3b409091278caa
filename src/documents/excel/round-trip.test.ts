import { describe, expect, it } from 'vitest'
import type { Block, Document } from '../../core/document/document.js'
import type { Filing } from '../../core/filing/filing.js'
import { printFiling } from '../../core/paper/print-filing.js'
import { recognise } from '../../core/recognise/recognise.js'
import { loadPacks } from '../../packs/load-packs.js'
import { fullFiling } from '../../testing/full-filing.js'
import { documentOfPrinted } from '../../testing/printed-document.js'
import { missingOnPaper, sameForms } from '../../testing/printed-fields.js'
import { readSeedFilings } from '../../testing/seed-filings.js'
import { cleanText } from '../clean-text.js'
import { readDocument } from '../read-document.js'
import { writeXlsx } from './write-xlsx.js'

const packs = loadPacks()
/** Not the pack of the report, which has no form. */
const formPacks = packs.filter(({ blocks }) => blocks.length > 0)
const seeds = await readSeedFilings()
if (seeds.length === 0) console.log('样本报告不在旁边的文件夹里，来回一遍只核对自拟的表')

describe('a filing written as .xlsx and read again', () => {
  it.each(formPacks.map((pack) => [pack.id, pack] as const))(
    '%s says the same in every field',
    async (_id, pack) => {
      const filing = fullFiling(pack, packs)
      expect(missingOnPaper(filing, printFiling(filing, packs))).toEqual([])
      const after = await readAgain(filing)
      expect(sameForms(filing, after)).toEqual([])
      expect(after.document.blocks.map(describeBlock)).toEqual(printedBlocks(filing))
    },
  )

  it.each(seeds.map(({ name, filing }) => [name, filing] as const))(
    'the sample %s says the same in every field and paragraph',
    async (_name, filing) => {
      const after = await readAgain(filing)
      expect(sameForms(filing, after)).toEqual([])
      expect([after.unit, after.budgetYear]).toEqual([filing.unit, filing.budgetYear])
      expect(after.document.blocks.map(describeBlock)).toEqual(printedBlocks(filing))
      expect(paragraphsOf(after.document)).toEqual(paragraphsOf(filing.document))
      expect(after.narrative.sections.map(({ title }) => title)).toEqual(
        filing.narrative.sections.map(({ title }) => title),
      )
    },
  )
})

async function readAgain(filing: Filing): Promise<Filing> {
  const { document } = await readDocument(await writeXlsx(printFiling(filing, packs), packs))
  return recognise(document, packs)
}

/** Lines of paragraphs; a line that laid out nothing but spaces is no line. */
function paragraphsOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []))
}

/** Every paragraph, row and text as printed; columns may be split where several tables share a sheet. */
function printedBlocks(filing: Filing): string[] {
  return documentOfPrinted(printFiling(filing, packs)).blocks.map(describeBlock)
}

function describeBlock(block: Block): string {
  if (block.kind === 'paragraph') return cleanText(block.text)
  const cells = block.cells.map(({ row, rowSpan, text }) => `${row}+${rowSpan} ${cleanText(text)}`)
  return [`${block.rows} rows`, ...cells].join(' | ')
}
