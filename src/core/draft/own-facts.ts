import { toText } from '../exact/decimal.js'
import { compareRational, fromDecimal } from '../exact/rational.js'
import { convert } from '../exact/unit.js'
import type { Fact } from '../filing/fact.js'
import type { NumberSyntax } from '../language/syntax.js'
import type { ReportQuantity } from '../pack/pack.js'
import type { DraftNumber } from './draft-value.js'
import type { Sources } from './sources.js'

/** A figure of the filing's own sentences; undefined when they state none, or several that differ. */
export function factValue(quantity: ReportQuantity, sources: Sources): DraftNumber | undefined {
  const values = factValues(quantity, sources)
  const [first] = values
  return first !== undefined && agree(values) ? first : undefined
}

/** Why a figure is asked for although the sentences state it: they state it in several ways. Else undefined. */
export function conflictOf(syntax: NumberSyntax, sources: Sources): string | undefined {
  if (syntax.kind !== 'name' || syntax.parts.length !== 1) return undefined
  const quantity = sources.report.quantities.find(({ name }) => name === syntax.parts[0])
  const values = quantity === undefined ? [] : factValues(quantity, sources)
  if (quantity === undefined || agree(values)) return undefined
  const stated = [...new Set(values.map(({ text }) => text))].join('、')
  return `正文里“${quantity.name}”写了几个不同的数：${stated}。请核对后填写。`
}

function agree(values: readonly DraftNumber[]): boolean {
  const [first] = values
  return first === undefined || values.every(({ value }) => compareRational(value, first.value) === 0)
}

function factValues({ fact }: ReportQuantity, sources: Sources): readonly DraftNumber[] {
  const { filing, prefix } = sources
  if (fact === undefined) return []
  const current = filing.budgetYear
  const year = current === undefined ? undefined : current - (fact.year === 'prior' ? 1 : 0)
  return filing.facts.flatMap((candidate, index): DraftNumber[] => {
    const { quantity, stage, scope } = candidate
    const same = quantity === fact.quantity && stage === fact.stage && scope === fact.scope
    return same && candidate.year === year ? numberOf(candidate, sources, `${prefix}facts[${index}]`) : []
  })
}

/** The whole unit's figure in a sentence, in the pack's unit. */
function numberOf({ subject, stated, unit, place }: Fact, { pack }: Sources, field: string): DraftNumber[] {
  if (subject !== undefined || stated.approximation !== undefined) return []
  if (!place.part.startsWith('paragraph')) return []
  const value = unit.endsWith('元') ? convert(stated.value, unit, pack.amounts.unit) : stated.value
  if (value === undefined) return []
  return [{ kind: 'number', value: fromDecimal(value), scale: value.scale, text: toText(value), field }]
}
