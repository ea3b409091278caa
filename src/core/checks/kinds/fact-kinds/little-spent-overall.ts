import { compare, decimal, multiply, subtract, toShortText } from '../../../exact/decimal.js'
import { convert } from '../../../exact/unit.js'
import type { Fact } from '../../../filing/fact.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind } from '../../../law/check.js'
import { numberOf } from '../../parameters.js'
import { isExplained } from './explanation.js'

/**
 * EXE-04 for a report in prose alone: far less was spent than planned, and no sentence says why.
 * Asked only when the prose names one plan and one amount spent for the whole.
 */
export const littleSpentOverall: CheckKind = (filing, definition) => {
  if (filing.forms.length > 0) return []
  const plan = onlyAmount(
    filing,
    (fact) => fact.stage === 'initialBudget' && /支出预算|预算支出|项目支出/.test(fact.label),
  )
  const spent = onlyAmount(
    filing,
    (fact) => fact.stage === 'executedAmount' && /资金支出|支出$/.test(fact.label),
  )
  if (plan === undefined || spent === undefined) return []
  const places = [spent.place, plan.place]
  const enough =
    compare(
      multiply(spent.stated.value, decimal('100')),
      multiply(plan.stated.value, numberOf(definition, 'percent')),
    ) >= 0
  if (enough || isExplained(filing, plan, definition)) return [{ verdict: 'holds', places, message: '' }]
  return [
    {
      verdict: 'violated',
      places,
      message: `预算安排 ${toShortText(plan.stated.value)} 万元，实际只支出 ${toShortText(spent.stated.value)} 万元，报告里没有说明原因。请写明为什么没有用完、余下的资金怎么处理。`,
      expected: toShortText(plan.stated.value),
      stated: toShortText(spent.stated.value),
      difference: toShortText(subtract(spent.stated.value, plan.stated.value)),
      unit: '万元',
    },
  ]
}

/** The one amount above zero that all fitting sentences agree on, in 万元. */
function onlyAmount({ narrative, budgetYear }: Filing, fits: (fact: Fact) => boolean): Fact | undefined {
  const facts = narrative.facts.filter(
    (fact) =>
      fits(fact) &&
      fact.year === budgetYear &&
      fact.stated.value.digits > 0n &&
      convert(fact.stated.value, fact.unit, '万元'),
  )
  const [first] = facts
  const agree = facts.every(
    ({ stated }) => first !== undefined && compare(stated.value, first.stated.value) === 0,
  )
  return agree && first?.unit === '万元' ? first : undefined
}
