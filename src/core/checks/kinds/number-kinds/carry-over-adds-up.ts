import { toShortText } from '../../../exact/decimal.js'
import type { Claim } from '../../../filing/claim.js'
import type { Fact } from '../../../filing/fact.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { negated, sumRelation } from '../../../narrative/relations.js'
import { claimsOfKind, figuresOf, gapWords, placesOfFacts, quietAt, sumWords } from './wording.js'

type CarryOver = Extract<Claim, { kind: 'carryOver' }>

/** AMT-04: 年初 + 调整 − 支出 = 结转, and 年初 + 调整 = 全年预算, where a sentence states them. */
export const carryOverAddsUp: CheckKind = (filing) =>
  claimsOfKind(filing, 'carryOver').flatMap((claim) => [...checkAdjusted(claim), ...checkCarryOver(claim)])

function checkAdjusted({ initial, adjustments, adjusted }: CarryOver): readonly Outcome[] {
  if (initial === undefined || adjusted === undefined || adjustments.length === 0) return []
  return [checked(adjusted, [initial, ...adjustments], '年初预算加调整应等于全年预算')]
}

function checkCarryOver(claim: CarryOver): readonly Outcome[] {
  const { initial, adjustments, executed, carryOver, adjusted } = claim
  if (carryOver === undefined || executed === undefined) return []
  const start =
    adjusted === undefined ? [...(initial === undefined ? [] : [initial]), ...adjustments] : [adjusted]
  if (start.length === 0) return []
  const outcome = checked(carryOver, [...start, negated(executed)], '预算加减调整再减支出应等于结转结余')
  const unsure = adjusted === undefined && adjustments.length === 0
  return [unsure && outcome.verdict === 'violated' ? { ...outcome, severity: 'warning' } : outcome]
}

function checked(stated: Fact, terms: readonly Fact[], sentence: string): Outcome {
  const places = placesOfFacts([stated, ...terms])
  const relation = sumRelation(stated, terms)
  if (relation === undefined) return quietAt('cannotCheck', places)
  if (relation.verdict !== 'violated') return quietAt(relation.verdict, places)
  const result = toShortText(relation.expected) + relation.unit
  return {
    verdict: 'violated',
    places,
    message: `${sentence}：${sumWords(terms)} = ${result}，报告写的是“${stated.place.quote}”，相差 ${gapWords(relation.difference, relation.unit)}。请核对调整数、支出数和结转数。`,
    ...figuresOf(relation, stated),
  }
}
