import { absolute, compare, decimal, subtract, toShortText } from '../../../exact/decimal.js'
import { compareEqual, type Verdict } from '../../../exact/interval.js'
import { intervalOf } from '../../../exact/stated.js'
import type { Fact } from '../../../filing/fact.js'
import { explainDifference } from '../../../language/likely-slip.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { figures } from '../../outcome.js'
import { type FactGroup, groupFacts, inTable, valueInUnitOf, whereWords } from './fact-groups.js'

/** XREF-01: a quantity stated twice is the same, in sentence and table, table and table. */
export const sameQuantity: CheckKind = (filing) =>
  groupFacts(filing).flatMap((group) => checkGroup(group, filing.facts))

function checkGroup({ facts }: FactGroup, all: readonly Fact[]): Outcome[] {
  const anchor = mostCommon(facts)
  return facts.flatMap((fact) => {
    if (fact === anchor || isRepeatedNearby(fact, anchor)) return []
    const value = valueInUnitOf(fact, anchor)
    if (value === undefined) return []
    const verdict = agree(fact, anchor)
    if (verdict !== 'violated') return [{ verdict, places: [fact.place, anchor.place], message: '' }]
    return [disagreement(fact, anchor, { facts, all })]
  })
}

/** The statement that most others repeat; among equals the one in a table, which is what gets reviewed. */
function mostCommon(facts: readonly Fact[]): Fact {
  const counted = facts.map((fact) => ({
    fact,
    count: facts.filter((other) => agree(fact, other) !== 'violated').length,
  }))
  const [best] = counted.sort(
    (left, right) => right.count - left.count || Number(inTable(right.fact)) - Number(inTable(left.fact)),
  )
  if (best === undefined) throw new RangeError('a group of facts is never empty')
  return best.fact
}

function isRepeatedNearby(fact: Fact, anchor: Fact): boolean {
  return fact.place.part === anchor.place.part && fact.place.row === anchor.place.row && inTable(fact)
}

/** Figures printed with the same decimals must be the same figure; with different ones, rounding explains. */
function agree(left: Fact, right: Fact): Verdict {
  const value = valueInUnitOf(left, right)
  if (value === undefined || isOtherTotal(left, right)) return 'cannotCheck'
  if (compare(value, right.stated.value) === 0) return 'holds'
  if (value.scale === right.stated.value.scale && !left.stated.approximation && !right.stated.approximation) {
    return 'violated'
  }
  const converted = { ...left.stated, value, unit: right.unit }
  return compareEqual(intervalOf(converted, right.unit), intervalOf(right.stated, right.unit))
}

/** 收入总计 holds the carry-over of the year before, 本年收入合计 does not. */
function isOtherTotal(left: Fact, right: Fact): boolean {
  if (inTable(left) || inTable(right)) return false
  const grand = [left, right].filter(({ label }) => /总计/.test(label))
  const yearly = [left, right].filter(({ label }) => /(?:本年|当年)\S*合计/.test(label))
  return grand.length === 1 && yearly.length === 1
}

const oneCent = decimal('0.01')

function disagreement(
  fact: Fact,
  anchor: Fact,
  { facts, all }: { facts: readonly Fact[]; all: readonly Fact[] },
): Outcome {
  const stated = valueInUnitOf(fact, anchor) ?? fact.stated.value
  const difference = subtract(stated, anchor.stated.value)
  const same = facts.filter((other) => other !== fact && agree(other, anchor) !== 'violated')
  const slip = explainDifference(stated, anchor.stated.value, neighboursOf(fact, all))
  return {
    verdict: 'violated',
    places: [fact, ...same].map(({ place }) => place),
    message:
      `同一个数前后不一致：${whereWords(fact)}，${whereWords(anchor)}，相差 ${toShortText(absolute(difference))}${anchor.unit}。` +
      `${slip === undefined ? '' : `${slip}。`}请按决算（或批复）数统一。`,
    ...figures(anchor.stated.value, stated, anchor.unit),
    ...severityOf(fact, anchor, facts),
    cause: `same-quantity|${fact.year ?? ''}|${toShortText(absolute(difference))}|${anchor.unit}`,
    ...(slip === undefined
      ? {}
      : { suggestion: { place: fact.place, value: toShortText(anchor.stated.value), because: slip } }),
  }
}

/** A cent apart is a hint at rounding by hand; staff counted in another scope is only worth a word. */
function severityOf(fact: Fact, anchor: Fact, facts: readonly Fact[]): Partial<Outcome> {
  const value = valueInUnitOf(fact, anchor) ?? fact.stated.value
  const gap = absolute(subtract(value, anchor.stated.value))
  if (fact.unit !== '人' && compare(gap, oneCent) <= 0) return { severity: 'warning' }
  const otherScope = fact.quantity === 'staffInPost' && facts.length === 2 && fact.label !== anchor.label
  return otherScope ? { severity: 'info' } : {}
}

function neighboursOf(fact: Fact, all: readonly Fact[]): Fact[] {
  return all.filter((other) => other !== fact && other.quantity === fact.quantity && other.unit === fact.unit)
}
