import { compare, type Decimal } from '../../../exact/decimal.js'
import { convert } from '../../../exact/unit.js'
import type { FieldValue } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { figures, placesOf, quiet } from '../../outcome.js'
import { wordsOf } from '../../parameters.js'
import { indicatorsOfForm } from '../form-kinds/indicator.js'

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
