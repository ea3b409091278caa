import { toShortText } from '../../../exact/decimal.js'
import type { Claim } from '../../../filing/claim.js'
import type { Fact } from '../../../filing/fact.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { negated, sumRelation } from '../../../narrative/relations.js'
import { amountWords, claimsOfKind, figuresOf, gapWords, placesOfFacts, quietAt } from './wording.js'

type Balance = Extract<Claim, { kind: 'balance' }>

/** AMT-02: a budget's revenue is its expenditure; accounts balance with both carry-overs when both are stated. */
export const revenueEqualsExpenditure: CheckKind = (filing) =>
  claimsOfKind(filing, 'balance').map(checkBalance)

function checkBalance(claim: Balance): Outcome {
  const { revenue, expenditure, opening, closing } = claim
  const places = placesOfFacts([revenue, expenditure, opening, closing])
  const plain = sumRelation(expenditure, [revenue])
  if (plain === undefined) return quietAt('cannotCheck', places)
  if (plain.verdict !== 'violated') return quietAt(plain.verdict, places)
  if (opening !== undefined && closing !== undefined) return withCarryOver(claim, opening, closing)
  const mustBeEqual = isGrandTotal(revenue) && isGrandTotal(expenditure)
  const isBudget = revenue.stage === 'initialBudget' && claim.carriesOver !== true
  if (!mustBeEqual && !isBudget) return quietAt('cannotCheck', places)
  return {
    verdict: 'violated',
    places,
    message: `收支不平：“${revenue.place.quote}”和“${expenditure.place.quote}”相差 ${gapWords(plain.difference, plain.unit)}。预算（或收支总计）的收入应等于支出，请核对；有上年结转的请写明。`,
    ...figuresOf(plain, expenditure),
  }
}

function isGrandTotal({ label }: Fact): boolean {
  return /总计/.test(label)
}

function withCarryOver({ revenue, expenditure }: Balance, opening: Fact, closing: Fact): Outcome {
  const places = placesOfFacts([revenue, expenditure, opening, closing])
  const inside = sumRelation(revenue, [expenditure, closing])
  if (inside !== undefined && inside.verdict !== 'violated') return quietAt(inside.verdict, places)
  const relation = sumRelation(expenditure, [revenue, opening, negated(closing)])
  if (relation === undefined) return quietAt('cannotCheck', places)
  if (relation.verdict !== 'violated') return quietAt(relation.verdict, places)
  return {
    verdict: 'violated',
    places,
    message: `收支结转对不上：收入 ${amountWords(revenue)} + 年初结转 ${amountWords(opening)} − 年末结转 ${amountWords(closing)} = ${toShortText(relation.expected)}${relation.unit}，支出写的是 ${amountWords(expenditure)}，相差 ${gapWords(relation.difference, relation.unit)}。请核对。`,
    ...figuresOf(relation, expenditure),
  }
}
