import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { fullFiling } from '../../testing/full-filing.js'
import { documentOfPrinted } from '../../testing/printed-document.js'
import { missingOnPaper, sameForms } from '../../testing/printed-fields.js'
import { readSeedFilings, seedFiles } from '../../testing/seed-filings.js'
import { recognise } from '../recognise/recognise.js'
import { printFiling } from './print-filing.js'

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

describe.skipIf(seedFiles().length === 0)('the sample reports', () => {
  it('print every value in a cell of its own', async () => {
    for (const { name, filing } of await readSeedFilings())
      expect(missingOnPaper(filing, printFiling(filing, packs)), name).toEqual([])
  })

  it('are recognised again with the same values', async () => {
    for (const { name, filing } of await readSeedFilings()) {
      const again = recognise(documentOfPrinted(printFiling(filing, packs)), packs)
      expect(sameForms(filing, again), name).toEqual([])
    }
  })
})
