import { toShortText } from '../../../exact/decimal.js'
import type { Fact } from '../../../filing/fact.js'
import type { CheckDefinition, CheckKind, Outcome } from '../../../law/check.js'
import { ratioRelation } from '../../../narrative/relations.js'
import { slight } from './slight-difference.js'
import { claimsOfKind, figuresOf, placesOfFacts, quietAt } from './wording.js'

/** RATE-03 (or CTL-01 with `staff`): a stated rate is its part ÷ its whole. */
export const statedRatio: CheckKind = (filing, { parameters }: CheckDefinition) =>
  claimsOfKind(filing, 'ratio')
    .filter(({ whole }) => (whole.quantity === 'authorizedStaff') === (parameters.staff === true))
    .map(({ part, whole, rate }) => checkRatio(part, whole, rate))

function checkRatio(part: Fact, whole: Fact, rate: Fact): Outcome {
  const places = placesOfFacts([rate, part, whole])
  const relation = ratioRelation(part, whole, rate, part.unit === whole.unit || /元$/.test(part.unit))
  if (relation === undefined) return quietAt('cannotCheck', places)
  if (relation.verdict !== 'violated') return quietAt(relation.verdict, places)
  return {
    verdict: 'violated',
    places,
    message: `比率算错：${toShortText(part.stated.value)} ÷ ${toShortText(whole.stated.value)} = ${toShortText(relation.expected)}%，报告写“${rate.place.quote}”。请核对两个数和比率。`,
    ...figuresOf(relation, rate),
    ...slight(relation, rate),
  }
}
