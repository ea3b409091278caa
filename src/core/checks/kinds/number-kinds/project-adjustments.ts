import { type Decimal, toShortText } from '../../../exact/decimal.js'
import type { Claim } from '../../../filing/claim.js'
import type { Fact } from '../../../filing/fact.js'
import type { CheckKind } from '../../../law/check.js'
import { sumRelation } from '../../../narrative/relations.js'
import { claimsOfKind, figuresOf, gapWords, placesOfFacts, quietAt } from './wording.js'

type CarryOver = Extract<Claim, { kind: 'carryOver' }>

/**
 * AMT-04: the budgets of all projects with their adjustments give the adjusted project budget stated elsewhere.
 * Asked only when the projects listed are all: their initial budgets or their expenditures add up to the unit's.
 */
export const projectAdjustments: CheckKind = (filing) => {
  const claims = claimsOfKind(filing, 'carryOver').filter(({ subject }) => subject !== undefined)
  const own = claims.filter(({ paidElsewhere }) => paidElsewhere !== true)
  const facts = filing.facts.filter(
    (fact) =>
      fact.quantity === 'projectExpenditure' && fact.subject === undefined && fact.year === filing.budgetYear,
  )
  const adjusted = facts.find(({ stage }) => stage === 'adjustedBudget')
  if (adjusted === undefined || own.length < 2 || !isComplete(claims, own, facts)) return []
  const terms = own.flatMap(({ initial, adjustments }) => [
    ...(initial === undefined ? [] : [initial]),
    ...adjustments,
  ])
  const relation = sumRelation(adjusted, terms)
  const places = placesOfFacts([adjusted, ...own.flatMap(({ adjustments }) => adjustments)])
  if (relation === undefined) return [quietAt('cannotCheck', places)]
  if (relation.verdict !== 'violated') return [quietAt(relation.verdict, places)]
  const result = toShortText(relation.expected) + relation.unit
  return [
    {
      verdict: 'violated',
      places,
      message: `各项目年初预算加减调整合计 ${result}，表里项目支出全年预算是 ${toShortText(adjusted.stated.value)}${adjusted.unit}，相差 ${gapWords(relation.difference, relation.unit)}。${culprit(own, relation.difference, adjusted)}请核对各项目的调增（调减）额。`,
      ...figuresOf(relation, adjusted),
    },
  ]
}

function isComplete(all: readonly CarryOver[], own: readonly CarryOver[], facts: readonly Fact[]): boolean {
  const initials = all.flatMap(({ initial }) => (initial === undefined ? [] : [initial]))
  const spent = own.flatMap(({ executed }) => (executed === undefined ? [] : [executed]))
  return (
    addsUpToOne(initials, 'initialBudget', facts) ||
    (spent.length === own.length && addsUpToOne(spent, 'executedAmount', facts))
  )
}

function addsUpToOne(parts: readonly Fact[], stage: Fact['stage'], facts: readonly Fact[]): boolean {
  return facts.some((fact) => {
    const relation = fact.stage === stage ? sumRelation(fact, parts) : undefined
    return relation !== undefined && relation.verdict !== 'violated'
  })
}

/** When the gap is what the projects carry over, the adjustments were written without it. */
function culprit(claims: readonly CarryOver[], difference: Decimal, like: Fact): string {
  const carried = claims.flatMap(({ carryOver }) => (carryOver === undefined ? [] : [carryOver]))
  const gap: Fact = { ...like, stated: { ...like.stated, value: difference } }
  const relation = sumRelation(gap, carried)
  return relation !== undefined && relation.verdict !== 'violated'
    ? `这个差额正好是各项目写的结转结余之和，很可能是调增额里少写了结转的部分。`
    : ''
}
