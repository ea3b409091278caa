import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { FieldValue, Filing, FormRow } from '../../core/filing/filing.js'
import { printFiling } from '../../core/paper/print-filing.js'
import { recognise } from '../../core/recognise/recognise.js'
import { loadPacks } from '../../packs/load-packs.js'
import { fullFiling } from '../../testing/full-filing.js'
import { compareWithGolden } from '../../testing/golden.js'
import { sameForms } from '../../testing/printed-fields.js'
import { renderPages, shareOfInk } from '../../testing/render-pages.js'
import { readSeedFilings } from '../../testing/seed-filings.js'
import { readDocument } from '../read-document.js'
import { writePdf } from './write-pdf.js'

const packs = loadPacks()
/** Not the pack of the report, which has no form. */
const formPacks = packs.filter(({ blocks }) => blocks.length > 0).map((pack) => [pack.id, pack] as const)
const seeds = await readSeedFilings()
if (seeds.length === 0) console.log('样本报告不在旁边的文件夹里，来回一遍只核对自拟的表')

const folder = fileURLToPath(new URL('golden', import.meta.url))
const test = 'src/documents/pdf/write-forms.test.ts'

describe('the form of each pack as PDF', () => {
  it.each(formPacks)('%s looks as it looked before', async (id, pack) => {
    const pictures = await renderPages(await writePdf(printFiling(fullFiling(pack, packs), packs)))
    expect(pictures.length).toBeGreaterThan(0)
    for (const picture of pictures) expect(shareOfInk(picture)).toBeGreaterThan(0.005)
    const differences = pictures.map((picture, at) => {
      const name = [...id.split('/'), at + 1].join('-')
      return compareWithGolden(picture, { folder, name, test })
    })
    expect(differences.filter((one) => one !== undefined)).toEqual([])
  })

  it.each(formPacks)('%s is read back with every field', async (_id, pack) => {
    const filing = fullFiling(pack, packs)
    expect(sameForms(inOneLine(filing), inOneLine(await readAgain(filing)))).toEqual([])
  })
})

describe.skipIf(seeds.length === 0)('a sample report as PDF', () => {
  it.each(seeds.map(({ name, filing }) => [name, filing] as const))(
    '%s is read back with every field',
    async (_name, filing) => {
      const after = await readAgain(filing)
      expect(sameForms(inOneLine(filing), inOneLine(after))).toEqual([])
      expect([after.unit, after.budgetYear]).toEqual([filing.unit, filing.budgetYear])
    },
  )
})

async function readAgain(filing: Filing): Promise<Filing> {
  const { document } = await readDocument(await writePdf(printFiling(filing, packs)))
  return recognise(document, packs)
}

/** White space aside: a PDF does not tell where a line was broken to fit and where the unit broke it. */
function inOneLine(filing: Filing): Filing {
  return {
    ...filing,
    forms: filing.forms.map((form) => ({
      ...form,
      fields: bareRow(form.fields),
      lists: Object.fromEntries(Object.entries(form.lists).map(([list, rows]) => [list, rows.map(bareRow)])),
      signature: form.signature && { ...form.signature, text: bare(form.signature.text) },
    })),
  }
}

function bareRow(row: FormRow): FormRow {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, bareValue(value)]))
}

function bareValue(value: FieldValue): FieldValue {
  const { text, stated } = value
  return {
    ...value,
    text: bare(text),
    stated: stated.kind === 'text' ? { ...stated, text: bare(stated.text) } : stated,
  }
}

function bare(text: string): string {
  return text.replace(/\s/g, '')
}
