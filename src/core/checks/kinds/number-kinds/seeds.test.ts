import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../../../document/document.js'
import type { Filing } from '../../../filing/filing.js'
import { readNarrative } from '../../../narrative/read-narrative.js'
import { numberKinds } from './index.js'

const seeds = [
  new URL('../../../../../../shared/seeds/', import.meta.url),
  new URL('../../../../../../../shared/seeds/', import.meta.url),
].find((url) => existsSync(url))

/** Wrong statements that the prose alone decides, as check and line of the report's text file. */
const expected: Readonly<Record<string, readonly string[]>> = {
  '000': ['grade-name 139', 'opening-balance-in-revenue 136'],
  '001': ['carry-over-adds-up 53', 'carry-over-adds-up 57'],
  '002': ['category-within-total 18', 'change-rate 15', 'repeated-change 15'],
  '003': [],
  '004': ['sum-of-parts 362'],
}

function filingOf(seed: string): Filing {
  const lines = readFileSync(new URL(`${seed}.txt`, seeds), 'utf8').split('\n')
  const paragraphs = lines
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => !text.startsWith('\t') && text.trim() !== '')
    .map(({ text, line }, index): Paragraph => ({ kind: 'paragraph', index: index + 1, text, line }))
  const year = Number(/(20\d\d)年/.exec(lines.join(''))?.[1])
  const narrative = readNarrative(paragraphs, { budgetYear: year })
  const document = { blocks: paragraphs, notes: [] }
  return {
    unit: undefined,
    budgetYear: year,
    document,
    forms: [],
    narrative,
    facts: narrative.facts,
    unplaced: [],
  }
}

function violatedIn(seed: string): readonly string[] {
  const filing = filingOf(seed)
  const found = Object.entries(numberKinds).flatMap(([kind, check]) =>
    [{}, ...(kind === 'stated-ratio' ? [{ staff: true }] : [])].flatMap((parameters) =>
      check(filing, { id: kind, rule: '', title: '', severity: 'error', basis: [], kind, parameters })
        .filter(({ verdict }) => verdict === 'violated')
        .map(({ places }) => `${kind} ${places[0]?.line}`),
    ),
  )
  return found.sort()
}

describe.skipIf(seeds === undefined)('the five real reports, their prose alone', () => {
  it.each(Object.keys(expected))('%s: finds what is wrong and nothing else', (seed) => {
    expect(violatedIn(seed)).toEqual([...(expected[seed] ?? [])].sort())
  })
})
