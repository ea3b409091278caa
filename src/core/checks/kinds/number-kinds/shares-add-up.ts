import { decimal, toShortText } from '../../../exact/decimal.js'
import { compareEqual, exactly } from '../../../exact/interval.js'
import type { Fact } from '../../../filing/fact.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { intervalIn, sumRelation } from '../../../narrative/relations.js'
import { claimsOfKind, placesOfFacts, quietAt } from './wording.js'

/** RATE-02: the shares of parts that are all of a whole add up to 100%. */
export const sharesAddUp: CheckKind = (filing) => {
  const shares = claimsOfKind(filing, 'share')
  return claimsOfKind(filing, 'parts').flatMap(({ exhaustive, parts }) => {
    const own = parts.flatMap((part) =>
      shares.filter((claim) => claim.part === part && !claim.wholeLabel.includes('预算')),
    )
    if (
      !exhaustive ||
      own.length !== parts.length ||
      new Set(own.map(({ wholeLabel }) => wholeLabel)).size !== 1
    )
      return []
    return [checkHundred(own.map(({ share }) => share))]
  })
}

function checkHundred(shares: readonly Fact[]): Outcome {
  const [first] = shares
  const places = placesOfFacts(shares)
  if (first === undefined) return quietAt('cannotCheck', places)
  const hundred: Fact = { ...first, stated: { ...first.stated, value: decimal('100') } }
  const relation = sumRelation(hundred, shares)
  if (relation === undefined) return quietAt('cannotCheck', places)
  const sum = shares.map((share) => intervalIn(share, '%'))
  const verdict =
    relation.verdict === 'violated'
      ? compareEqual(exactly(relation.expected), exactly(decimal('100')))
      : relation.verdict
  if (verdict !== 'violated' || sum.length < 2)
    return quietAt(verdict === 'violated' ? 'cannotCheck' : verdict, places)
  return {
    verdict,
    places,
    message: `各项占比之和是 ${toShortText(relation.expected)}%，应为 100%。请核对各项占比。`,
    expected: '100',
    stated: toShortText(relation.expected),
    difference: toShortText(relation.difference),
    unit: '%',
  }
}
