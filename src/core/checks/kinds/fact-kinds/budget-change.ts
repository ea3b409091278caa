import {
  absolute,
  compare,
  type Decimal,
  decimal,
  multiply,
  subtract,
  toShortText,
} from '../../../exact/decimal.js'
import type { Fact, Stage } from '../../../filing/fact.js'
import type { FieldValue, Filing, Form } from '../../../filing/filing.js'
import type { CheckDefinition, CheckKind, Outcome } from '../../../law/check.js'
import { placesOf } from '../../outcome.js'
import { numberOf, wordsOf } from '../../parameters.js'
import { hasProse, inTable } from './fact-groups.js'

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

function amountOf(value: FieldValue | undefined): Decimal | undefined {
  return value?.stated.kind === 'number' ? value.stated.value : undefined
}

const adjustmentId = 'basicBudgetAdjustment'

/** The row 部门基本支出预算调整: its label and its cells. */
function adjustmentRow(filing: Filing): { form: Form; cells: readonly FieldValue[] } | undefined {
  for (const form of filing.forms) {
    const cells = Object.entries(form.fields).filter(([id]) => id.startsWith(`${adjustmentId}.`))
    if (cells.length > 0) return { form, cells: cells.map(([, cell]) => cell) }
  }
  return undefined
}

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

/** Adjusted basic expenditure less initial total less initial projects; undefined when a figure is missing. */
export function basicChange(filing: Filing): Decimal | undefined {
  const total = tableFact(filing, 'totalExpenditure', 'initialBudget')
  const projects = tableFact(filing, 'projectExpenditure', 'initialBudget')
  const basic = tableFact(filing, 'basicExpenditure', 'adjustedBudget')
  if (total === undefined || projects === undefined || basic === undefined) return undefined
  return subtract(basic.stated.value, subtract(total.stated.value, projects.stated.value))
}

export function tableFact(filing: Filing, quantity: string, stage: Stage): Fact | undefined {
  return filing.facts.find(
    (fact) =>
      inTable(fact) &&
      fact.quantity === quantity &&
      fact.stage === stage &&
      fact.scope === 'all' &&
      !fact.subject,
  )
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

/** STR-06: the adjustment row holds the adjustment, not the expenditure itself. */
export const adjustmentNotExpenditure: CheckKind = (filing) => {
  const row = adjustmentRow(filing)
  const numbers = row?.cells.filter((cell) => cell.stated.kind === 'number') ?? []
  if (row === undefined || numbers.length === 0) return []
  const change = basicChange(filing)
  const basics = filing.facts.filter(({ quantity, subject }) => quantity === 'basicExpenditure' && !subject)
  const copied = numbers.filter((cell) => {
    const value = amountOf(cell)
    return (
      value !== undefined &&
      value.digits !== 0n &&
      basics.some(({ stated }) => compare(stated.value, value) === 0)
    )
  })
  if (copied.length === 0) return [{ verdict: 'holds', places: placesOf(numbers), message: '' }]
  const [first] = copied
  return [
    {
      verdict: 'violated',
      places: placesOf([...copied, ...row.cells]),
      message: `“部门基本支出预算调整”填的 ${first?.text} 是基本支出本身，不是调整数。请填年中调增（减）了多少${change === undefined ? '' : `：全年基本支出预算减年初数是 ${toShortText(change)} 万元`}。`,
      ...(change === undefined ? {} : { expected: toShortText(change) }),
      stated: first?.text ?? '',
      unit: '万元',
    },
  ]
}
