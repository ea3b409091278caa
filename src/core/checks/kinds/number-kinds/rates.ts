import { absolute, compare, type Decimal, toShortText } from '../../../exact/decimal.js'
import { compareEqual } from '../../../exact/interval.js'
import type { Claim } from '../../../filing/claim.js'
import type { Fact } from '../../../filing/fact.js'
import type { CheckDefinition, CheckKind, Outcome } from '../../../law/check.js'
import {
  changeRateRelation,
  intervalIn,
  negated,
  otherYear,
  type Relation,
  ratioRelation,
  sumRelation,
} from '../../../narrative/relations.js'
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

/** One step of the last printed digit is rounding by hand: worth a hint, not an error. */
function slight({ difference }: Relation, { stated }: Fact): Partial<Outcome> {
  const step: Decimal = { digits: 1n, scale: stated.value.scale }
  return compare(absolute(difference), step) <= 0 ? { severity: 'info' } : {}
}

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
