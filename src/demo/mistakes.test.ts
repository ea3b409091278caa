import { describe, expect, it } from 'vitest'
import { checkContent } from '../core/editing/check-content.js'
import type { FilingContent } from '../core/editing/content.js'
import { loadPacks } from '../packs/load-packs.js'
import { writeDepartmentContent, writeProjectContent } from './contents.js'
import { mistakes } from './mistakes.js'
import { withoutComputed } from './unfinished.js'
import { listUnits } from './units.js'

const packs = loadPacks()
const units = listUnits(2024)

function contentsOf({ name: unit, department, work, figures }: (typeof units)[number]) {
  const source = { unit, department, work, packs }
  const before = writeDepartmentContent({ ...source, figures: figures.before, lastYear: undefined })
  const whole = writeDepartmentContent({ ...source, figures: figures.now, lastYear: before })
  const project = writeProjectContent({ ...source, figures: figures.now, lastYear: undefined })
  return { before, whole, project }
}

const openFindings = (content: FilingContent) =>
  checkContent(content, packs)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, message }) => `${rule} ${message}`)

describe('filings of the demonstration that are meant to be clean', () => {
  it.each(units.map((unit) => [unit.name, unit] as const))('%s: nothing to mend', (_name, unit) => {
    const { before, whole, project } = contentsOf(unit)
    for (const content of [before, whole, withoutComputed(whole), project])
      expect(openFindings(content)).toEqual([])
  })

  it('leave to the engine what it computes, and it says the same', () => {
    const [unit] = units
    if (unit === undefined) throw new Error('there are no units')
    const { whole } = contentsOf(unit)
    const { computed } = checkContent(withoutComputed(whole), packs)
    const form = whole.forms.find(({ id }) => id === 'f2')
    expect(computed['f2/total.score']).toBe(form?.fields['total.score'])
    expect(computed['f2/totalFunds.score']).toBe(form?.fields['totalFunds.score'])
  })
})

describe('a planted mistake', () => {
  it.each(Object.entries(mistakes))('%s is found', (_name, { rules, plant }) => {
    const unit = units[1]
    if (unit === undefined) throw new Error('there are too few units')
    const { whole } = contentsOf(unit)
    for (const content of [whole, withoutComputed(whole)]) {
      const found = checkContent(plant(content), packs).findings.map(({ rule }) => rule)
      expect(found.filter((rule) => rules.some((wanted) => wanted === rule))).not.toEqual([])
    }
  })
})
