import { compare, decimal, multiply, subtract, toShortText } from '../../../exact/decimal.js'
import { divideRational, fromDecimal, toDecimal } from '../../../exact/rational.js'
import type { Fact } from '../../../filing/fact.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckDefinition, CheckKind, Outcome } from '../../../law/check.js'
import { numberOf } from '../../parameters.js'
import { isExplained } from './explanation.js'
import { hasProse, inTable, subjectWords } from './fact-groups.js'

/** A budget and what was spent of it, of one subject in one year. */
type Spending = Readonly<{ budget: Fact; executed: Fact }>

/** EXE-04: money not spent (nothing, or little) is explained in the report. */
export const unspentIsExplained: CheckKind = (filing, definition) => {
  const pairs = spendingsOf(filing)
  const flagged = pairs.filter(
    (pair) => isLittle(pair, definition) && !isExplained(filing, pair.budget, definition),
  )
  const wholeUnit = flagged.some(({ budget }) => budget.subject === undefined)
  return pairs.map((pair) => {
    const isPart = wholeUnit && pair.budget.subject !== undefined
    return flagged.includes(pair) && !isPart ? unexplained(pair, hasProse(filing)) : held(pair)
  })
}

function spendingsOf(filing: Filing): Spending[] {
  const money = filing.facts.filter(({ quantity }) => quantity === 'projectExpenditure')
  const budgets = money.filter(({ stage, stated }) => stage === 'initialBudget' && stated.value.digits > 0n)
  return budgets.flatMap((budget) => {
    const executed = money.find(
      (fact) =>
        fact.stage === 'executedAmount' &&
        fact.year === budget.year &&
        fact.unit === budget.unit &&
        inTable(fact) === inTable(budget) &&
        subjectWords(fact.subject) === subjectWords(budget.subject),
    )
    return executed === undefined ? [] : [{ budget, executed }]
  })
}

function isLittle({ budget, executed }: Spending, definition: CheckDefinition): boolean {
  const least = numberOf(definition, 'percent')
  return compare(multiply(executed.stated.value, decimal('100')), multiply(budget.stated.value, least)) < 0
}

function held({ budget, executed }: Spending): Outcome {
  return { verdict: 'holds', places: [budget.place, executed.place], message: '' }
}

/** Without the report beside the forms nobody can say that it explains nothing: then only a reminder. */
function unexplained({ budget, executed }: Spending, withReport: boolean): Outcome {
  const isNothing = executed.stated.value.digits === 0n
  const name = budget.subject ?? budget.label
  const share = isNothing ? '一分未用' : `只用了 ${percent(executed, budget)}%`
  return {
    verdict: 'violated',
    ...(withReport ? (isNothing ? {} : { severity: 'warning' as const }) : { severity: 'info' as const }),
    places: [executed.place, budget.place],
    message: `“${name}”预算 ${toShortText(budget.stated.value)}${budget.unit}，执行 ${toShortText(executed.stated.value)}${executed.unit}，${share}，${withReport ? '报告里没有说明原因。请写明' : '请在报告里写明'}为什么没有执行、资金怎么处理。`,
    expected: toShortText(budget.stated.value),
    stated: toShortText(executed.stated.value),
    difference: toShortText(subtract(executed.stated.value, budget.stated.value)),
    unit: budget.unit,
  }
}

function percent(part: Fact, whole: Fact): string {
  const hundredfold = fromDecimal(multiply(part.stated.value, decimal('100')))
  const share = divideRational(hundredfold, fromDecimal(whole.stated.value))
  return share === undefined ? '' : toShortText(toDecimal(share, 2))
}
