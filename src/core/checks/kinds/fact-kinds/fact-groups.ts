import { compare, type Decimal, toShortText } from '../../../exact/decimal.js'
import { bareWords } from '../../../exact/normalise.js'
import { convert, sameDimension } from '../../../exact/unit.js'
import type { Fact, FundScope } from '../../../filing/fact.js'
import type { Filing } from '../../../filing/filing.js'

/** Facts that state one quantity: same subject, year, stage and scope. */
export type FactGroup = Readonly<{ key: string; facts: readonly Fact[] }>

/** True when the fact stands in a table, not in prose. */
export function inTable({ place }: Fact): boolean {
  return place.part.startsWith('table')
}

/** A project's name without the words that mean project: 优抚经费项目支出 and 优抚经费 are one. */
export function subjectWords(subject: string | undefined): string {
  if (subject === undefined) return ''
  const words = bareWords(subject).replace(/^\d+/, '')
  const short = words.replace(/(?:项目支出|专项资金|专项经费|项目|资金)+$/, '')
  return short === '' ? words : short
}

/**
 * The unit's general public budget is all its money when the form says that every other source is nothing.
 * Undefined when no form states the sources.
 */
export function generalIsAll(filing: Filing): boolean {
  return filing.forms.some(({ fields }) => {
    const general = fields.generalPublicBudget?.stated
    const total = fields['totalFunds.adjustedBudget']?.stated
    if (general?.kind !== 'number' || total?.kind !== 'number') return false
    return compare(general.value, total.value) === 0
  })
}

/** Groups every fact with a known quantity; a group of one is dropped. */
export function groupFacts(filing: Filing): readonly FactGroup[] {
  const merge = generalIsAll(filing)
  const groups = new Map<string, Fact[]>()
  for (const fact of filing.facts) {
    if (fact.quantity === 'other') continue
    const key = keyOf(fact, merge ? mergedScope(fact.scope) : fact.scope)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [fact])
    else group.push(fact)
  }
  return [...groups].filter(([, facts]) => facts.length > 1).map(([key, facts]) => ({ key, facts }))
}

function mergedScope(scope: FundScope): FundScope {
  return scope === 'generalPublicBudget' ? 'all' : scope
}

function keyOf({ quantity, subject, year, stage }: Fact, scope: FundScope): string {
  return [quantity, subjectWords(subject), year ?? '', stage ?? '', scope].join('|')
}

/** The fact's value in another fact's unit; undefined when they measure different things. */
export function valueInUnitOf(fact: Fact, other: Fact): Decimal | undefined {
  if (!sameDimension(fact.unit, other.unit)) return undefined
  return convert(fact.stated.value, fact.unit, other.unit)
}

/** `第2张表“2082.80”` or `正文“项目支出2071.33万元”`, for messages. */
export function whereWords(fact: Fact): string {
  const where = inTable(fact) ? `第${fact.place.part.split(' ')[1]}张表“${fact.label}”` : '正文'
  const quote = inTable(fact) ? toShortText(fact.stated.value) + fact.unit : fact.place.quote
  return `${where}写“${quote.trim()}”`
}

/** True when the document holds a report's prose and not only forms with their notes. */
export function hasProse({ narrative }: Filing): boolean {
  return narrative.sentences.some(
    ({ paragraph: { text } }) =>
      /[。；]/.test(text) && !/^(?:说\s*明|备\s*注|注|填表说明)\s*[:：]/.test(text),
  )
}
