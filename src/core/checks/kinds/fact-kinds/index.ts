import type { CheckKind } from '../../check.js'
import { actualValueInReport, spendingIndicator, totalIsBasicPlusProject } from './across-forms.js'
import { adjustmentNotExpenditure, budgetChangeIsExplained } from './budget-change.js'
import { doneOnLittleMoney, unspentIsExplained } from './execution.js'
import { sameQuantity } from './same-quantity.js'

/** Kinds that compare facts wherever they stand. */
export const factKinds: Readonly<Record<string, CheckKind>> = {
  'actual-value-in-report': actualValueInReport,
  'adjustment-not-expenditure': adjustmentNotExpenditure,
  'budget-change-is-explained': budgetChangeIsExplained,
  'done-on-little-money': doneOnLittleMoney,
  'same-quantity': sameQuantity,
  'spending-indicator': spendingIndicator,
  'total-is-basic-plus-project': totalIsBasicPlusProject,
  'unspent-is-explained': unspentIsExplained,
}
