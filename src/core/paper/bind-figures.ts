import type { Place } from '../document/document.js'
import { compare, parseDecimal } from '../exact/decimal.js'
import type { Fact } from '../filing/fact.js'
import type { Filing } from '../filing/filing.js'
import type { Run } from './printed.js'

/** A figure of a paragraph that repeats a field of a form; `start` counts signs of the paragraph's text. */
type Figure = Readonly<{ start: number; text: string; field: string }>

/** For each paragraph the figures that say the same as a form: same quantity, year, stage, scope, unit and value. */
export function findFigures(filing: Filing): ReadonlyMap<number, readonly Figure[]> {
  const stated = formFacts(filing)
  const texts = new Map<string, { index: number; text: string; from: number }>()
  for (const block of filing.document.blocks)
    if (block.kind === 'paragraph')
      texts.set(`paragraph ${block.index}`, { index: block.index, text: block.text, from: 0 })
  const figures = new Map<number, Figure[]>()
  for (const fact of filing.narrative.facts) {
    const paragraph = texts.get(fact.place.part)
    const at = paragraph?.text.indexOf(fact.place.quote, paragraph.from) ?? -1
    if (paragraph === undefined || at === -1) continue
    paragraph.from = at + fact.place.quote.length
    const field = stated.find((one) => saysTheSame(one.fact, fact))?.field
    const number = lastNumber(fact)
    if (field === undefined || number === undefined) continue
    const own = figures.get(paragraph.index) ?? []
    figures.set(paragraph.index, [...own, { start: at + number.start, text: number.text, field }])
  }
  return figures
}

/** The facts of the forms with the fields that state them, `forms[1].totalFunds.executedAmount`. */
function formFacts({ forms, facts }: Filing): readonly Readonly<{ fact: Fact; field: string }>[] {
  const fields = new Map<Place, string>()
  for (const [index, form] of forms.entries()) {
    for (const [id, { place }] of Object.entries(form.fields)) fields.set(place, `forms[${index}].${id}`)
    for (const [list, rows] of Object.entries(form.lists))
      for (const [position, row] of rows.entries())
        for (const [id, { place }] of Object.entries(row))
          fields.set(place, `forms[${index}].${list}[${position}].${id}`)
  }
  return facts.flatMap((fact) => {
    const field = fields.get(fact.place)
    return field === undefined || fact.year === undefined ? [] : [{ fact, field }]
  })
}

function saysTheSame(form: Fact, prose: Fact): boolean {
  return (
    form.quantity === prose.quantity &&
    form.subject === prose.subject &&
    form.year === prose.year &&
    form.stage === prose.stage &&
    form.scope === prose.scope &&
    form.unit === prose.unit &&
    prose.stated.approximation === undefined &&
    compare(form.stated.value, prose.stated.value) === 0
  )
}

/** The digits in a fact's words; undefined when they are not its value. */
function lastNumber({ place, stated }: Fact): { start: number; text: string } | undefined {
  const match = [...place.quote.matchAll(/\d[\d,]*(?:\.\d+)?/g)].at(-1)
  const value = match === undefined ? undefined : parseDecimal(match[0].replaceAll(',', ''))
  if (match === undefined || value === undefined || compare(value, stated.value) !== 0) return undefined
  return { start: match.index, text: match[0] }
}

/** A paragraph's text as runs, its figures apart. */
export function runsOf(text: string, figures: readonly Figure[]): readonly Run[] {
  const runs: Run[] = []
  let end = 0
  for (const { start, text: digits, field } of figures) {
    if (start < end) continue
    if (start > end) runs.push({ text: text.slice(end, start), field: undefined })
    runs.push({ text: digits, field })
    end = start + digits.length
  }
  if (end < text.length || runs.length === 0) runs.push({ text: text.slice(end), field: undefined })
  return runs
}
