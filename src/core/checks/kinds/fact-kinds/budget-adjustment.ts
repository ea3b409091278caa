import { type Decimal, subtract } from '../../../exact/decimal.js'
import type { Fact, Stage } from '../../../filing/fact.js'
import type { FieldValue, Filing, Form } from '../../../filing/filing.js'
import { inTable } from './fact-groups.js'

/** The number in a cell; undefined when there is none. */
export function amountOf(value: FieldValue | undefined): Decimal | undefined {
  return value?.stated.kind === 'number' ? value.stated.value : undefined
}

const adjustmentId = 'basicBudgetAdjustment'

/** The row 部门基本支出预算调整: its label and its cells. */
export function adjustmentRow(filing: Filing): { form: Form; cells: readonly FieldValue[] } | undefined {
  for (const form of filing.forms) {
    const cells = Object.entries(form.fields).filter(([id]) => id.startsWith(`${adjustmentId}.`))
    if (cells.length > 0) return { form, cells: cells.map(([, cell]) => cell) }
  }
  return undefined
}

/** Adjusted basic expenditure less initial total less initial projects; undefined when a figure is missing. */
export function basicChange(filing: Filing): Decimal | undefined {
  const total = tableFact(filing, 'totalExpenditure', 'initialBudget')
  const projects = tableFact(filing, 'projectExpenditure', 'initialBudget')
  const basic = tableFact(filing, 'basicExpenditure', 'adjustedBudget')
  if (total === undefined || projects === undefined || basic === undefined) return undefined
  return subtract(basic.stated.value, subtract(total.stated.value, projects.stated.value))
}

function tableFact(filing: Filing, quantity: string, stage: Stage): Fact | undefined {
  return filing.facts.find(
    (fact) =>
      inTable(fact) &&
      fact.quantity === quantity &&
      fact.stage === stage &&
      fact.scope === 'all' &&
      !fact.subject,
  )
}
