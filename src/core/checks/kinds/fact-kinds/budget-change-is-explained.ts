import {
  absolute,
  compare,
  type Decimal,
  decimal,
  multiply,
  subtract,
  toShortText,
} from '../../../exact/decimal.js'
import type { FieldValue, Filing, Form } from '../../../filing/filing.js'
import type { CheckDefinition, CheckKind, Outcome } from '../../../law/check.js'
import { placesOf } from '../../outcome.js'
import { numberOf, wordsOf } from '../../parameters.js'
import { adjustmentRow, amountOf, basicChange } from './budget-adjustment.js'
import { hasProse } from './fact-groups.js'

/**
 * EXE-05: a budget that changed during the year is accounted for: in the adjustment row of the base data
 * where the forms show that basic expenditure changed, otherwise by a word of explanation in the report.
 */
export const budgetChangeIsExplained: CheckKind = (filing, definition) =>
  filing.forms.flatMap((form) => {
    const initial = amountOf(form.fields['totalFunds.initialBudget'])
    const adjusted = amountOf(form.fields['totalFunds.adjustedBudget'])
    if (initial === undefined || adjusted === undefined || initial.digits === 0n) return []
    const change = subtract(adjusted, initial)
    const fields = [form.fields['totalFunds.initialBudget'], form.fields['totalFunds.adjustedBudget']]
    if (change.digits === 0n) return [{ verdict: 'holds', places: placesOf(fields), message: '' }]
    const row = adjustmentRow(filing)
    if (row !== undefined) return [checkRow({ filing, form, change, row })]
    return [checkWords(filing, definition, { fields, change, initial })]
  })

type RowCheck = Readonly<{
  filing: Filing
  form: Form
  change: Decimal
  row: Readonly<{ form: Form; cells: readonly FieldValue[] }>
}>

function checkRow({ filing, form, change, row }: RowCheck): Outcome {
  const fields = [
    form.fields['totalFunds.initialBudget'],
    form.fields['totalFunds.adjustedBudget'],
    ...row.cells,
  ]
  const filled = row.cells.some((cell) => cell.stated.kind === 'number')
  const basic = basicChange(filing)
  if (filled || basic?.digits === 0n) return { verdict: 'holds', places: placesOf(fields), message: '' }
  const expected = basic ?? change
  return {
    verdict: 'violated',
    places: placesOf(fields),
    message: `全年预算数比年初预算数${change.digits > 0n ? '增加' : '减少'} ${toShortText(absolute(change))} 万元${basic === undefined ? '' : `，其中基本支出调整 ${toShortText(basic)} 万元`}，基础数据表“部门基本支出预算调整”却是空的。请填写调整数并在报告中说明原因。`,
    expected: toShortText(expected),
    stated: '',
    unit: '万元',
  }
}

type WordCheck = Readonly<{ fields: readonly (FieldValue | undefined)[]; change: Decimal; initial: Decimal }>

function checkWords(
  filing: Filing,
  definition: CheckDefinition,
  { fields, change, initial }: WordCheck,
): Outcome {
  const share = multiply(absolute(change), decimal('100'))
  const small = compare(share, multiply(initial, numberOf(definition, 'percent'))) <= 0
  const causes = wordsOf(definition, 'causes')
  const explained = filing.narrative.sentences.some(({ text }) =>
    causes.some((cause) => text.includes(cause)),
  )
  if (small || explained) return { verdict: 'holds', places: placesOf(fields), message: '' }
  return {
    verdict: 'violated',
    ...(hasProse(filing) ? {} : { severity: 'info' as const }),
    places: placesOf(fields),
    message: `全年预算数比年初预算数${change.digits > 0n ? '增加' : '减少'} ${toShortText(absolute(change))} 万元，变动较大，报告里没有说明。请写明追加或调减的原因和依据。`,
    expected: '有调整说明',
    stated: '无',
    unit: '万元',
  }
}
