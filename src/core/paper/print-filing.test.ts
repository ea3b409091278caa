import { describe, expect, it } from 'vitest'
import { filingAsJson } from '../../cli/output/filing-json.js'
import { loadPacks } from '../../packs/load-packs.js'
import { fullFiling, patchyFiling } from '../../testing/full-filing.js'
import { documentOfPrinted } from '../../testing/printed-document.js'
import { missingOnPaper, sameForms } from '../../testing/printed-fields.js'
import { randomFrom } from '../../testing/random.js'
import { readSeedFilings, seedFiles } from '../../testing/seed-filings.js'
import type { Document } from '../document/document.js'
import { toText } from '../exact/decimal.js'
import type { Fact } from '../filing/fact.js'
import { recognise } from '../recognise/recognise.js'
import { printFiling } from './print-filing.js'
import type { PrintedFiling, PrintedForm } from './printed.js'

const packs = loadPacks()
const packsWithForms = packs.filter(({ blocks }) => blocks.length > 0)

describe('a filled form of every pack', () => {
  it.each(packsWithForms.map((pack) => [pack.id, pack] as const))(
    '%s prints every value in a cell of its own',
    (_id, pack) => {
      const filing = fullFiling(pack, packs)
      expect(missingOnPaper(filing, printFiling(filing, packs))).toEqual([])
    },
  )

  it.each(packsWithForms.map((pack) => [pack.id, pack] as const))(
    '%s is recognised again with the same values',
    (_id, pack) => {
      const filing = fullFiling(pack, packs)
      const again = recognise(documentOfPrinted(printFiling(filing, packs)), packs)
      expect(sameForms(filing, again)).toEqual([])
    },
  )
})

describe('a form filled in part', () => {
  it.each(packsWithForms.map((pack) => [pack.id, pack] as const))(
    '%s is recognised again with the same values, a hundred times',
    (_id, pack) => {
      const random = randomFrom(20240501)
      for (let time = 0; time < 100; time++) {
        const filing = patchyFiling(pack, packs, random)
        const printed = printFiling(filing, packs)
        expect(missingOnPaper(filing, printed)).toEqual([])
        for (const form of formsOf(printed)) expect(uncovered(form)).toEqual([])
        expect(sameForms(filing, recognise(documentOfPrinted(printed), packs)), filingAsJson(filing)).toEqual(
          [],
        )
      }
    },
  )
})

describe('the grid of a printed form', () => {
  it.each(packsWithForms.map((pack) => [pack.id, pack] as const))(
    '%s has no gap and no overlap, full or empty',
    (_id, pack) => {
      const full = fullFiling(pack, packs)
      const empty = { ...full, forms: full.forms.map((form) => ({ ...form, fields: {}, lists: {} })) }
      for (const filing of [full, empty])
        for (const form of formsOf(printFiling(filing, packs))) expect(uncovered(form)).toEqual([])
    },
  )
})

describe.skipIf(seedFiles().length === 0)('the sample reports', () => {
  it('print every value in a cell of its own', async () => {
    for (const { name, filing } of await readSeedFilings())
      expect(missingOnPaper(filing, printFiling(filing, packs)), name).toEqual([])
  })

  it('lose no paragraph and print none twice', async () => {
    for (const { name, filing } of await readSeedFilings()) {
      const before = paragraphTexts(filing.document)
      const after = paragraphTexts(documentOfPrinted(printFiling(filing, packs)))
      expect([...after].sort(), name).toEqual([...before].sort())
    }
  })

  it('are printed without gap and overlap', async () => {
    for (const { name, filing } of await readSeedFilings())
      for (const form of formsOf(printFiling(filing, packs))) expect(uncovered(form), name).toEqual([])
  })

  it('state the same facts again, in the same order', async () => {
    for (const { name, filing } of await readSeedFilings()) {
      const again = recognise(documentOfPrinted(printFiling(filing, packs)), packs)
      expect(again.facts.map(factText), name).toEqual(filing.facts.map(factText))
    }
  })

  it('are recognised again with the same values', async () => {
    for (const { name, filing } of await readSeedFilings()) {
      const again = recognise(documentOfPrinted(printFiling(filing, packs)), packs)
      expect(sameForms(filing, again), name).toEqual([])
    }
  })
})

function formsOf({ blocks }: PrintedFiling): readonly PrintedForm[] {
  return blocks.filter((block) => block.kind === 'form')
}

/** Positions of the grid that no cell covers, or that several do. */
function uncovered({ rows, widths, cells }: PrintedForm): readonly string[] {
  const count = new Map<string, number>()
  for (const { row, column, rowSpan, columnSpan } of cells)
    for (let down = row; down < row + rowSpan; down++)
      for (let across = column; across < column + columnSpan; across++)
        count.set(`${down},${across}`, (count.get(`${down},${across}`) ?? 0) + 1)
  const positions = Array.from({ length: rows * widths.length }, (_, at) => {
    return `${Math.floor(at / widths.length)},${at % widths.length}`
  })
  const outside = [...count.keys()].filter((position) => !positions.includes(position))
  return [...positions.filter((position) => count.get(position) !== 1), ...outside]
}

function paragraphTexts({ blocks }: Document): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.text.trim() !== '' ? [block.text.trim()] : [],
  )
}

function factText({ quantity, subject, year, stated, unit, scope }: Fact): string {
  return [quantity, subject, year, toText(stated.value), unit, scope].join(' ')
}
