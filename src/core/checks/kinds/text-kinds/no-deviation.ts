import { compare, type Decimal, multiply, toShortText } from '../../../exact/decimal.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { numberOf, wordsOf } from '../../parameters.js'
import { type Assertion, assertionsIn } from './assertions.js'
import { type Amount, amountOf, largest, moneyAtStage, statedAmounts } from './form-values.js'
import { cannotCheckAt, holdsAt, violatedAt } from './verdicts.js'

/** 未偏离 against the money: executed must not lie below `leastRate` per cent of the plan. */
export const noDeviation: CheckKind = (filing, definition) => {
  const least = numberOf(definition, 'leastRate')
  const assertions = assertionsIn(filing, definition)
  if (assertions.length === 0) return []
  const pair = planAndExecution(filing, wordsOf(definition, 'quantities'))
  if (pair === undefined) return assertions.map(({ place }) => cannotCheckAt(place))
  const far = belowRate(pair, least)
  return assertions.map((assertion) => (far ? deviationOutcome(assertion, pair) : holdsAt(assertion.place)))
}

type Pair = Readonly<{ plan: Amount; executed: Amount }>

function belowRate({ plan, executed }: Pair, least: Decimal): boolean {
  const hundred: Decimal = { digits: 100n, scale: 0 }
  return compare(multiply(executed.value, hundred), multiply(plan.value, least)) < 0
}

function deviationOutcome({ word, place }: Assertion, { plan, executed }: Pair): Outcome {
  const [planned, spent] = [toShortText(plan.value), toShortText(executed.value)]
  const message = `这里写“${word}”，但预算安排${planned}万元，实际只支出${spent}万元，相差很大。请写明少用的原因和对目标的影响，或核对金额。`
  return violatedAt([place, plan.place, executed.place], message, {
    expected: planned,
    stated: spent,
    unit: '万元',
  })
}

function planAndExecution(filing: Filing, quantities: readonly string[]): Pair | undefined {
  for (const { fields } of filing.forms) {
    const plan = amountOf(fields['totalFunds.adjustedBudget'] ?? fields['totalFunds.initialBudget'])
    const executed = amountOf(fields['totalFunds.executedAmount'])
    if (plan !== undefined && executed !== undefined) return { plan, executed }
  }
  for (const quantity of quantities) {
    const plan = largest(statedAmounts(filing, quantity, ['initialBudget', 'adjustedBudget']))
    const executed = largest(statedAmounts(filing, quantity, ['executedAmount']))
    if (plan !== undefined && executed !== undefined) return { plan, executed }
  }
  return largestOfAll(filing)
}

/** Last resort for a report without forms: the largest planned and the largest executed amount of its prose. */
function largestOfAll(filing: Filing): Pair | undefined {
  if (filing.forms.length > 0) return undefined
  const plan = largest(moneyAtStage(filing, ['initialBudget', 'adjustedBudget']))
  const executed = largest(moneyAtStage(filing, ['executedAmount']))
  return plan === undefined || executed === undefined ? undefined : { plan, executed }
}
