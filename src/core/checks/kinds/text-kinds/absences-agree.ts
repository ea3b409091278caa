import type { Place } from '../../../document/document.js'
import { compare, toShortText, zero } from '../../../exact/decimal.js'
import type { Claim } from '../../../filing/claim.js'
import type { Fact } from '../../../filing/fact.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { amountOf } from './form-values.js'
import { holdsAt, violatedAt } from './verdicts.js'

type Absence = Extract<Claim, { kind: 'absence' }>

type Contrary = Readonly<{ place: Place; words: string }>

/** “无××” against the tables: what the prose says is not there must be zero or blank in every form. */
export const absencesAgree: CheckKind = (filing) =>
  filing.narrative.claims.flatMap((claim): readonly Outcome[] => {
    if (claim.kind !== 'absence') return []
    const contrary = contraryOf(filing, claim)
    if (contrary.length === 0) return [holdsAt(claim.place)]
    const stated = contrary.map(({ words }) => words).join('、')
    const message = `这里写无${claim.label}，但表里填了${stated}。请核对哪一处写错，改成一致。`
    return [
      violatedAt([claim.place, ...contrary.map(({ place }) => place)], message, { expected: '0', stated }),
    ]
  })

function contraryOf(filing: Filing, absence: Absence): readonly Contrary[] {
  const fromFacts = filing.facts
    .filter((fact) => contradicts(fact, absence, filing.budgetYear))
    .map(contraryFact)
  const fromFields = filing.forms.flatMap(({ fields }) => {
    const amount = absence.scope === 'all' ? undefined : amountOf(fields[absence.scope])
    if (amount === undefined || compare(amount.value, zero) <= 0) return []
    return [{ place: amount.place, words: `${toShortText(amount.value)}万元` }]
  })
  const seen = new Set(fromFacts.map(({ place }) => placeKey(place)))
  return [...fromFacts, ...fromFields.filter(({ place }) => !seen.has(placeKey(place)))]
}

function contradicts(fact: Fact, { scope, quantity }: Absence, year: number | undefined): boolean {
  if (!fact.place.part.startsWith('table') || compare(fact.stated.value, zero) <= 0) return false
  if (fact.year !== undefined && year !== undefined && fact.year !== year) return false
  if (scope !== 'all') return fact.scope === scope
  return (
    quantity !== 'other' &&
    fact.quantity === quantity &&
    fact.subject === undefined &&
    fact.stage === 'executedAmount'
  )
}

function contraryFact({ stated, unit, place }: Fact): Contrary {
  return { place, words: `${toShortText(stated.value)}${unit}` }
}

function placeKey({ part, row, column }: Place): string {
  return `${part} ${row} ${column}`
}
