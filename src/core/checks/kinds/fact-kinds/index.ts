import type { CheckKind } from '../../../law/check.js'
import { actualValueInReport, spendingIndicator, totalIsBasicPlusProject } from './across-forms.js'
import { adjustmentNotExpenditure, budgetChangeIsExplained } from './budget-change.js'
import { doneOnLittleMoney, unspentIsExplained } from './execution.js'
import { scoresOfTables, weightsOfTables } from './indicator-tables.js'
import { littleSpentOverall } from './overall-spending.js'
import { approvedTargetKept, proseQuantityIsNoRate } from './prose-indicators.js'
import { sameQuantity } from './same-quantity.js'

/** Kinds that compare facts wherever they stand. */
export const factKinds: Readonly<Record<string, CheckKind>> = {
  'actual-value-in-report': actualValueInReport,
  'adjustment-not-expenditure': adjustmentNotExpenditure,
  'approved-target-kept': approvedTargetKept,
  'budget-change-is-explained': budgetChangeIsExplained,
  'done-on-little-money': doneOnLittleMoney,
  'little-spent-overall': littleSpentOverall,
  'prose-quantity-is-no-rate': proseQuantityIsNoRate,
  'same-quantity': sameQuantity,
  'scores-of-tables': scoresOfTables,
  'spending-indicator': spendingIndicator,
  'total-is-basic-plus-project': totalIsBasicPlusProject,
  'unspent-is-explained': unspentIsExplained,
  'weights-of-tables': weightsOfTables,
}
