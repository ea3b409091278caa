import { add, compare, type Decimal, toShortText } from '../../../exact/decimal.js'
import { addInterval, compareEqual } from '../../../exact/interval.js'
import { intervalOf } from '../../../exact/stated.js'
import { convert } from '../../../exact/unit.js'
import type { Fact, Stage } from '../../../filing/fact.js'
import type { FieldValue, Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { figures, placesOf, quiet } from '../../outcome.js'
import { wordsOf } from '../../parameters.js'
import { indicatorsOfForm } from '../form-kinds/indicator.js'
import { generalIsAll } from './fact-groups.js'

/** XREF-01 for indicators that repeat the money spent: their actual value is 全年执行数, not the budget. */
export const spendingIndicator: CheckKind = (filing, definition) => {
  const words = wordsOf(definition, 'words')
  return filing.forms.flatMap((form) => {
    const executed = form.fields['totalFunds.executedAmount']
    const adjusted = form.fields['totalFunds.adjustedBudget']
    return indicatorsOfForm(form)
      .filter(
        ({ name, actual }) => words.some((word) => name.text.includes(word)) && inMoney(actual) !== undefined,
      )
      .map((row) => checkSpending(row, executed, adjusted))
  })
}

function inMoney(value: FieldValue | undefined): Decimal | undefined {
  if (value?.stated.kind !== 'number' || value.stated.unit === undefined) return undefined
  return convert(value.stated.value, value.stated.unit, '万元')
}

type Named = Readonly<{ name: FieldValue; actual: FieldValue | undefined }>

function checkSpending(
  { name, actual }: Named,
  executed: FieldValue | undefined,
  adjusted: FieldValue | undefined,
): Outcome {
  const stated = inMoney(actual)
  if (stated === undefined || executed?.stated.kind !== 'number') return quiet('cannotCheck', actual)
  if (compare(stated, executed.stated.value) === 0) return quiet('holds', actual, executed)
  if (adjusted?.stated.kind !== 'number' || compare(stated, adjusted.stated.value) !== 0) {
    return quiet('cannotCheck', actual, executed)
  }
  return {
    verdict: 'violated',
    places: placesOf([actual, executed, name]),
    message: `“${name.text}”的实际完成值填 ${actual?.text}，这是全年预算数；实际支付应是全年执行数 ${executed.text}。请改正。`,
    ...figures(executed.stated.value, stated, '万元'),
    ...(actual === undefined
      ? {}
      : { suggestion: { place: actual.place, value: executed.text, because: '抄成了旁边的全年预算数' } }),
  }
}

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

/** IND-10: a count of people or visits claimed as done can be found in the report. */
export const actualValueInReport: CheckKind = (filing) => {
  const { sentences } = filing.narrative
  if (sentences.length < 20) return []
  return filing.forms.flatMap(indicatorsOfForm).flatMap(({ name, actual, aspect }) => {
    const stated = actual?.stated
    if (!/^数量/.test(aspect) || stated?.kind !== 'number' || stated.value.digits < 10n) return []
    const text = toShortText(stated.value)
    if (sentences.some((sentence) => sentence.text.includes(text))) return [quiet('holds', actual)]
    return [
      {
        verdict: 'violated' as const,
        places: placesOf([actual, name]),
        message: `“${name.text}”的实际完成值 ${actual?.text} 在报告正文里找不到。请在正文写明，或核对这个数。`,
        stated: text,
      },
    ]
  })
}
