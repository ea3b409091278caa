import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { fullFiling, patchyFiling } from '../../testing/full-filing.js'
import { randomFrom } from '../../testing/random.js'
import { readSeedFilings, seedFiles } from '../../testing/seed-filings.js'
import { findCauses } from '../checks/find-causes.js'
import { runChecks } from '../checks/run-checks.js'
import type { FieldValue, Filing, Form } from '../filing/filing.js'
import { checkContent } from './check-content.js'
import { contentOfFiling } from './content-of-filing.js'
import { filingOfContent } from './filing-of-content.js'
import { textAt } from './text-at.js'

const packs = loadPacks()
const forms = packs.filter(({ form }) => form !== 'report')

describe('a filing taken over as a content', () => {
  it.each(forms.map((pack) => [pack.id, pack] as const))('keeps every field of %s', (_id, pack) => {
    const filing = fullFiling(pack, packs)
    const again = filingOfContent(contentOfFiling(filing, packs).content, packs)
    expect(again.forms.map(textsOf)).toEqual(filing.forms.map(textsOf))
    expect(again.facts.map(({ quantity, stated, unit }) => ({ quantity, stated, unit }))).toEqual(
      filing.facts.map(({ quantity, stated, unit }) => ({ quantity, stated, unit })),
    )
  })

  it('keeps what is filled in of forms that are not full', () => {
    const random = randomFrom(31)
    for (const pack of forms) {
      const filing = patchyFiling(pack, packs, random)
      const again = filingOfContent(contentOfFiling(filing, packs).content, packs)
      expect(again.forms.map(textsOf), pack.id).toEqual(filing.forms.map(textsOf))
    }
  })

  it('says for every value where it stood, and which cell took it', () => {
    for (const pack of forms) {
      const { content, placed } = contentOfFiling(fullFiling(pack, packs), packs)
      expect(placed.length, pack.id).toBeGreaterThan(0)
      for (const { place, cell } of placed) expect(textAt(content, cell)).toBe(place.quote)
    }
  })

  it('takes the year and unit that the file does not name from elsewhere', () => {
    const filing: Filing = {
      ...fullFiling(forms[0] ?? fail(), packs),
      unit: undefined,
      budgetYear: undefined,
    }
    const { content } = contentOfFiling(filing, packs, { unit: '青岭市图书馆', budgetYear: 2024 })
    expect([content.unit, content.budgetYear]).toEqual(['青岭市图书馆', 2024])
  })
})

describe.skipIf(seedFiles().length === 0)('the sample reports taken over', () => {
  it('keep every value of every form, and every paragraph but the lines to be signed', async () => {
    for (const { name, filing } of await readSeedFilings()) {
      const { content, placed, unplaced } = contentOfFiling(filing, packs)
      const known = filing.forms.filter(({ pack }) => packs.some(({ id }) => id === pack))
      expect(filingOfContent(content, packs).forms.map(textsOf), name).toEqual(known.map(textsOf))
      const cells = filing.document.blocks.filter((block) => block.kind === 'table').length
      if (cells > known.length) expect(unplaced.length, name).toBeGreaterThan(0)
      const kept = new Set(placed.map(({ place }) => place.part))
      const lost = filing.document.blocks.filter(
        (block) =>
          block.kind === 'paragraph' &&
          block.text.length > 60 &&
          !/签字|填[表报]|说明|备注/.test(block.text) &&
          !kept.has(`paragraph ${block.index}`),
      )
      expect(
        lost.map((block) => block.kind === 'paragraph' && block.index),
        name,
      ).toEqual([])
    }
  })

  it('have the findings of their documents but for what stands around the forms', async () => {
    for (const { name, filing } of await readSeedFilings()) {
      const ofDocument = findCauses(runChecks(filing, packs))
      const { findings } = checkContent(contentOfFiling(filing, packs).content, packs)
      const missing = subtract(ofDocument.map(checkOf), findings.map(checkOf))
      const added = subtract(findings.map(checkOf), ofDocument.map(checkOf))
      expect(
        missing.filter((check) => !aroundForms.has(check)),
        name,
      ).toEqual([])
      expect(
        added.filter((check) => !apartInContent.has(check)),
        name,
      ).toEqual([])
      expect(
        findings.filter(({ cells }) => cells.length === 0),
        name,
      ).toEqual([])
    }
  })
})

/** Lines to be signed and telephone numbers below a form are not part of a content: it is signed when submitted. */
const aroundForms = new Set(['signatures', 'personal-data'])

/** Rows whose empty 一级指标 cell was one merged cell are single cells in a content. */
const apartInContent = new Set(['dimension-weights'])

function checkOf({ check }: Readonly<{ check: string }>): string {
  return check
}

/** What is left of a list when each of another has been taken out once. */
function subtract(from: readonly string[], what: readonly string[]): readonly string[] {
  const left = [...from]
  for (const one of what) {
    const at = left.indexOf(one)
    if (at !== -1) left.splice(at, 1)
  }
  return left
}

/** Every value that says something, by field. */
function textsOf({ pack, fields, lists }: Form): unknown {
  return {
    pack,
    fields: filled(fields),
    lists: Object.entries(lists)
      .map(([list, rows]) => ({ list, rows: rows.map(filled) }))
      .filter(({ rows }) => rows.length > 0)
      .sort((left, right) => (left.list < right.list ? -1 : 1)),
  }
}

function filled(values: Readonly<Record<string, FieldValue>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, { text }]) => text !== '')
      .map(([id, { text, unit, stated }]) => [id, { text, unit, stated }]),
  )
}

function fail(): never {
  throw new Error('no pack at all')
}
