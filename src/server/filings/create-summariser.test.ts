import { describe, expect, it } from 'vitest'
import { checkContent } from '../../core/editing/check-content.js'
import type { FilingContent } from '../../core/editing/content.js'
import { DomainError } from '../../core/errors/errors.js'
import { loadPacks } from '../../packs/load-packs.js'
import { soundContent } from '../../testing/filing-desk.js'
import { largeContent } from '../../testing/large-content.js'
import { createSummariser } from './create-summariser.js'
import { type Answered, summarise } from './summarise.js'
import { summariseInThread } from './summary-thread.js'

const packs = loadPacks()
const sound = soundContent()
const easier: FilingContent = { ...largeContent, budgetYear: 2023 }

/** Contents one after the other, as somebody types, takes back, adds and removes. */
const typed: readonly FilingContent[] = [
  largeContent,
  withField(largeContent, 'totalFunds.executedAmount', '800.00'),
  withField(largeContent, 'totalFunds.executedAmount', '约八百'),
  largeContent,
  { ...largeContent, report: largeContent.report.slice(2) },
  { ...largeContent, forms: largeContent.forms.slice(0, 1) },
  { ...largeContent, forms: [...largeContent.forms].reverse() },
  { ...largeContent, budgetYear: 2023 },
  sound,
  largeContent,
]

function withField(content: FilingContent, field: string, text: string): FilingContent {
  const [form, ...others] = content.forms
  if (form === undefined) throw new Error('no form')
  return { ...content, forms: [{ ...form, fields: { ...form.fields, [field]: text } }, ...others] }
}

function expected(content: FilingContent, answers: readonly Answered[], lastYear?: FilingContent) {
  return summarise(structuredClone(content), {
    checked: checkContent(structuredClone(content), packs),
    answers,
    lastYear,
  })
}

function ordered(content: FilingContent, lastYear?: FilingContent) {
  const text = JSON.stringify(content)
  return { filingId: 'f', text, lastYear: lastYear && JSON.stringify(lastYear), answers: [] }
}

describe('summaries of contents that follow one another', () => {
  it('are those that the engine gives for each alone', () => {
    const summaryOf = createSummariser()
    const columns = typed.map((content, at) =>
      summaryOf({ ...ordered(content), packs: at === 0 ? { number: 0, packs } : { number: 0 } }),
    )
    expect(columns).toEqual(typed.map((content) => expected(content, [])))
    expect(new Set(columns.map((one) => JSON.stringify(one))).size).toBeGreaterThan(4)
  })

  it('follow last year as it is at the time', () => {
    const summaryOf = createSummariser()
    const years = [easier, undefined, sound, easier]
    const named = { number: 0, packs }
    const columns = years.map((year) => summaryOf({ ...ordered(largeContent, year), packs: named }))
    expect(columns).toEqual(years.map((year) => expected(largeContent, [], year)))
    expect(columns[0]).not.toEqual(columns[1])
  })

  it('count what has been answered as no longer open', () => {
    const content = withField(largeContent, 'totalFunds.executedAmount', '900.00')
    const finding = checkContent(content, packs).findings.find(({ severity }) => severity === 'error')
    if (finding === undefined) throw new Error('no error to waive')
    const waived: Answered = { kind: 'waived', check_name: finding.check, inputs: finding.inputs }
    const summaryOf = createSummariser()
    const named = { number: 0, packs }
    const { errors } = summaryOf({ ...ordered(content), packs: named })
    const after = summaryOf({ ...ordered(content), answers: [waived], packs: named })
    expect(after).toEqual(expected(content, [waived]))
    expect(after.errors).toBeLessThan(errors)
  })

  it('rest on the packs whose number stands in the order', () => {
    const summaryOf = createSummariser()
    summaryOf({ ...ordered(sound), packs: { number: 0, packs } })
    expect(() => summaryOf({ ...ordered(sound), packs: { number: 1, packs: [] } })).toThrow(DomainError)
    expect(summaryOf({ ...ordered(sound), packs: { number: 0 } })).toEqual(expected(sound, []))
    expect(() => summaryOf({ ...ordered(sound), packs: { number: 2 } })).toThrow('never sent')
  })
})

describe('the thread that summarises', () => {
  it('gives what the engine gives here, whoever else is being served', async () => {
    const columns = await Promise.all(
      typed.map((content, at) =>
        summariseInThread({ ...ordered(content, easier), filingId: `f${at % 2}`, packs }),
      ),
    )
    expect(columns).toEqual(typed.map((content) => expected(content, [], easier)))
  })

  it('refuses a content on a pack that is not known', async () => {
    const refused = await summariseInThread({ ...ordered(sound), packs: [] }).catch((error) => error)
    expect(refused).toBeInstanceOf(DomainError)
    expect(refused).toMatchObject({ code: 'FILING_WRONG' })
    expect(await summariseInThread({ ...ordered(sound), packs })).toEqual(expected(sound, []))
  })
})
