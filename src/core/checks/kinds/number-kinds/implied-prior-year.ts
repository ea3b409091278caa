import { toShortText } from '../../../exact/decimal.js'
import { compareEqual } from '../../../exact/interval.js'
import type { Fact } from '../../../filing/fact.js'
import type { CheckKind } from '../../../law/check.js'
import { intervalIn, otherYear } from '../../../narrative/relations.js'
import { amountWords, claimsOfKind, placesOfFacts, quietAt } from './wording.js'

/** XREF-01: last year's figure that a change implies is the one stated for last year elsewhere. */
export const impliedPriorYear: CheckKind = (filing) =>
  claimsOfKind(filing, 'change').flatMap((claim) => {
    const { current, direction, amount } = claim
    if (
      direction === 'level' ||
      amount === undefined ||
      claim.against !== 'priorYear' ||
      claim.base !== undefined
    )
      return []
    const other = otherYear(current, direction, amount)
    if (other === undefined || current.quantity === 'other' || current.year === undefined) return []
    const stated = filing.facts.filter((fact) => isPriorYearOf(fact, current) && fact.unit === other.unit)
    const matching = stated.find(
      (fact) => compareEqual(intervalIn(fact, other.unit), other.interval) !== 'violated',
    )
    const [first] = stated
    if (first === undefined) return []
    const places = [claim.place, ...placesOfFacts([matching ?? first, current])]
    if (matching !== undefined) return [quietAt('holds', places)]
    return [
      {
        verdict: 'violated' as const,
        places,
        message: `按“${current.place.quote}”和“${claim.place.quote}”推算，上年应为 ${toShortText(other.value)}${other.unit}，而别处写的上年数是 ${amountWords(first)}。请核对本年数、上年数和增减额。`,
        expected: toShortText(first.stated.value),
        stated: toShortText(other.value),
        unit: other.unit,
      },
    ]
  })

function isPriorYearOf(fact: Fact, current: Fact): boolean {
  return (
    fact.quantity === current.quantity &&
    fact.subject === current.subject &&
    fact.scope === current.scope &&
    fact.stage === current.stage &&
    fact.year !== undefined &&
    fact.year === (current.year ?? 0) - 1
  )
}
