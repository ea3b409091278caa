import { absolute, toShortText } from '../../../exact/decimal.js'
import type { Claim } from '../../../filing/claim.js'
import type { Fact } from '../../../filing/fact.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { changeRateRelation, negated, otherYear, sumRelation } from '../../../narrative/relations.js'
import { slight } from './slight-difference.js'
import { amountWords, claimsOfKind, figuresOf, gapWords, placesOfFacts, quietAt } from './wording.js'

type Change = Extract<Claim, { kind: 'change' }>

/** RATE-01: 增减率 = 增减额 ÷ the other year's figure, which is the current one ∓ 增减额. */
export const changeRate: CheckKind = (filing) =>
  claimsOfKind(filing, 'change').flatMap((claim) => [...checkBase(claim), ...checkRate(claim)])

function checkRate({ current, direction, amount, rate, base, place }: Change): readonly Outcome[] {
  if (direction === 'level' || rate === undefined) return []
  const moved = amount ?? changeBetween(current, base, direction)
  const places = [place, ...placesOfFacts([current, base])]
  if (moved === undefined) return [quietAt('cannotCheck', places)]
  const relation = changeRateRelation(current, { direction, amount: moved }, rate)
  if (relation === undefined) return [quietAt(isStillZero(moved, rate) ? 'holds' : 'cannotCheck', places)]
  if (relation.verdict !== 'violated') return [quietAt(relation.verdict, places)]
  const other = otherYear(current, direction, moved)
  const sign = direction === 'more' ? '−' : '+'
  return [
    {
      verdict: 'violated',
      places,
      message: `增减率算错：上年（基数）应为 ${toShortText(current.stated.value)} ${sign} ${toShortText(moved.stated.value)} = ${other === undefined ? '' : toShortText(other.value)}${current.unit}，增减率应为 ${toShortText(relation.expected)}%，报告写 ${amountWords(rate)}。请核对本年数、增减额和增减率。`,
      ...figuresOf(relation, rate),
      ...slight(relation, rate),
    },
  ]
}

function isStillZero(amount: Fact, rate: Fact): boolean {
  return amount.stated.value.digits === 0n && rate.stated.value.digits === 0n
}

function changeBetween(current: Fact, base: Fact | undefined, direction: 'more' | 'less'): Fact | undefined {
  if (base === undefined || base.unit !== current.unit) return undefined
  const relation = direction === 'more' ? sumRelation(base, [current]) : sumRelation(current, [base])
  return relation === undefined
    ? undefined
    : { ...current, stated: { ...current.stated, value: absolute(relation.difference) } }
}

function checkBase({ current, direction, amount, base, place }: Change): readonly Outcome[] {
  if (direction === 'level' || base === undefined || amount === undefined) return []
  const terms = direction === 'more' ? [current, negated(amount)] : [current, amount]
  const relation = sumRelation(base, terms)
  if (relation === undefined) return []
  const places = [place, ...placesOfFacts([current, base])]
  if (relation.verdict !== 'violated') return [quietAt(relation.verdict, places)]
  return [
    {
      verdict: 'violated',
      places,
      message: `增减额对不上：本年 ${amountWords(current)}、上年（基数）${amountWords(base)}，与写的增减额 ${amountWords(amount)} 相差 ${gapWords(relation.difference, relation.unit)}。请核对三个数。`,
      ...figuresOf(relation, base),
    },
  ]
}
