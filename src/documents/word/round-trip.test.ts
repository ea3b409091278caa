import { describe, expect, it } from 'vitest'
import type { Filing } from '../../core/filing/filing.js'
import { printFiling } from '../../core/paper/print-filing.js'
import { recognise } from '../../core/recognise/recognise.js'
import { loadPacks } from '../../packs/load-packs.js'
import { fullFiling } from '../../testing/full-filing.js'
import { sameForms } from '../../testing/printed-fields.js'
import { filingOf, projectForm } from '../../testing/sample-forms.js'
import { readSeedFilings, seedFiles } from '../../testing/seed-filings.js'
import { readDocument } from '../read-document.js'
import { readFieldControls } from './read-controls.js'
import { writeDocx } from './write-docx.js'

const packs = loadPacks()
const packsWithForms = packs.filter(({ blocks }) => blocks.length > 0)

describe('a filing written as Word and read again', () => {
  it.each(packsWithForms.map((pack) => [pack.id, pack] as const))('%s: says the same', async (_id, pack) => {
    const filing = fullFiling(pack, packs)
    expect(sameForms(filing, await readAgain(filing))).toEqual([])
  })

  it.each(packsWithForms.map((pack) => [pack.id, pack] as const))(
    '%s: gives every printed value back by its field',
    async (_id, pack) => {
      const filing = fullFiling(pack, packs)
      expect(await wrongControls(filing)).toEqual([])
    },
  )

  it('names a form by its number among all forms of the filing, tables that no pack knows among them', async () => {
    const table = '| 甲 | 乙 |\n| 1.25 | 2.75 |'
    const filing = filingOf(`${table}\n\n${projectForm}`)
    expect(filing.forms.map(({ form }) => form)).toEqual(['unknown', 'projectSelfEvaluation'])
    const controls = readFieldControls(await writeDocx(printFiling(filing, packs)))
    expect(controls.get('forms[1].totalFunds.executedAmount')).toBe('90.00')
    expect(await wrongControls(filing)).toEqual([])
  })
})

describe.skipIf(seedFiles().length === 0)('the sample reports (beside the repository)', () => {
  it('written as Word and read again say the same in every form, sentence and fact', async () => {
    for (const { name, filing } of await readSeedFilings()) {
      const again = await readAgain(filing)
      expect(sameForms(filing, again), name).toEqual([])
      expect(again.unit, name).toBe(filing.unit)
      expect(again.budgetYear, name).toBe(filing.budgetYear)
      expect(
        again.narrative.sections.map(({ title }) => title),
        name,
      ).toEqual(filing.narrative.sections.map(({ title }) => title))
      expect(
        again.facts.map(({ stated }) => stated),
        name,
      ).toEqual(filing.facts.map(({ stated }) => stated))
    }
  })

  it('give every printed value back by its field', async () => {
    for (const { name, filing } of await readSeedFilings())
      expect(await wrongControls(filing), name).toEqual([])
  })
})

async function readAgain(filing: Filing): Promise<Filing> {
  const { document } = await readDocument(await writeDocx(printFiling(filing, packs)))
  return recognise(document, packs)
}

/** Cells whose control is missing or says something else. */
async function wrongControls(filing: Filing): Promise<readonly string[]> {
  const printed = printFiling(filing, packs)
  const controls = readFieldControls(await writeDocx(printed))
  return printed.blocks.flatMap((block) => {
    if (block.kind !== 'form') return []
    const prefix = `forms[${filing.forms.indexOf(block.form)}].`
    return block.cells.flatMap(({ field, text }) => {
      if (field === undefined) return []
      const found = controls.get(prefix + field)
      return found !== undefined && text.endsWith(found) ? [] : [`${prefix}${field}: ${text} → ${found}`]
    })
  })
}
