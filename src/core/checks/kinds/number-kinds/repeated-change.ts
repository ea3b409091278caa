import { compare } from '../../../exact/decimal.js'
import type { Claim } from '../../../filing/claim.js'
import type { Fact } from '../../../filing/fact.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { claimsOfKind, placesOfFacts, quietAt } from './wording.js'

type Change = Extract<Claim, { kind: 'change' }>

/** XREF-01: two different amounts cannot both have changed by the same amount and the same rate. */
export const repeatedChange: CheckKind = (filing) => {
  const changes = claimsOfKind(filing, 'change').filter(
    ({ amount, rate }) => amount !== undefined && rate !== undefined && amount.stated.value.digits !== 0n,
  )
  return changes.flatMap((later, index) => {
    const earlier = changes.slice(0, index).find((other) => isCopy(other, later))
    if (earlier !== undefined) return [copied(earlier, later)]
    return index === 0 ? [] : [quietAt('holds', [later.place])]
  })
}

function isCopy(left: Change, right: Change): boolean {
  return (
    left.direction === right.direction &&
    same(left.amount, right.amount) &&
    same(left.rate, right.rate) &&
    left.current.unit === right.current.unit &&
    compare(left.current.stated.value, right.current.stated.value) !== 0
  )
}

function same(left: Fact | undefined, right: Fact | undefined): boolean {
  return (
    left !== undefined &&
    right !== undefined &&
    left.unit === right.unit &&
    compare(left.stated.value, right.stated.value) === 0
  )
}

function copied(earlier: Change, later: Change): Outcome {
  return {
    verdict: 'violated',
    places: [earlier.place, later.place, ...placesOfFacts([earlier.current, later.current])],
    message: `“${earlier.current.place.quote}”和“${later.current.place.quote}”金额不同，增减额和增减率却一模一样（${later.place.quote}），其中一处是抄的。请按各自的上年数重算。`,
  }
}
