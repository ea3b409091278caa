import { add, compare, toShortText } from '../../../exact/decimal.js'
import { addInterval, compareEqual } from '../../../exact/interval.js'
import { intervalOf } from '../../../exact/stated.js'
import type { Fact, Stage } from '../../../filing/fact.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { figures } from '../../outcome.js'
import { wordsOf } from '../../parameters.js'
import { generalIsAll } from './fact-groups.js'

/** AMT-01, AMT-07: the unit's total is its basic plus its project expenditure, wherever the three stand. */
export const totalIsBasicPlusProject: CheckKind = (filing, definition) =>
  stages
    .filter((stage) => wordsOf(definition, 'stages').includes(stage))
    .flatMap((stage) => checkTotal(filing, stage))

const stages = ['initialBudget', 'adjustedBudget', 'executedAmount'] as const

function checkTotal(filing: Filing, stage: Stage): Outcome[] {
  const [total, basic, project] = ['totalExpenditure', 'basicExpenditure', 'projectExpenditure'].map(
    (quantity) => onlyFact(filing, quantity, stage),
  )
  if (total === undefined || basic === undefined || project === undefined) return []
  if (basic.place.part === total.place.part && project.place.part === total.place.part) return []
  const sum = addInterval(intervalOf(basic.stated, basic.unit), intervalOf(project.stated, project.unit))
  const verdict = compareEqual(intervalOf(total.stated, total.unit), sum)
  const places = [total, basic, project].map(({ place }) => place)
  if (verdict !== 'violated') return [{ verdict, places, message: '' }]
  const expected = add(basic.stated.value, project.stated.value)
  return [
    {
      verdict,
      places,
      message: `支出总额 ${toShortText(total.stated.value)} 万元，基本支出 ${toShortText(basic.stated.value)} 万元加项目支出 ${toShortText(project.stated.value)} 万元是 ${toShortText(expected)} 万元，对不上。请核对三个数的口径。`,
      ...figures(expected, total.stated.value, '万元'),
    },
  ]
}

/** The one value that all statements of a quantity agree on; undefined when they differ or none is there. */
function onlyFact(filing: Filing, quantity: string, stage: Stage): Fact | undefined {
  const merge = generalIsAll(filing)
  const facts = filing.facts.filter(
    (fact) =>
      fact.quantity === quantity &&
      fact.stage === stage &&
      !fact.subject &&
      fact.unit === '万元' &&
      fact.year === filing.budgetYear &&
      (fact.scope === 'all' || (merge && fact.scope === 'generalPublicBudget')),
  )
  const [first] = facts
  if (first === undefined) return undefined
  return facts.every(({ stated }) => compare(stated.value, first.stated.value) === 0) ? first : undefined
}
