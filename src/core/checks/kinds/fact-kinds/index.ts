import type { CheckKind } from '../../../law/check.js'
import { actualValueInReport } from './actual-value-in-report.js'
import { adjustmentNotExpenditure } from './adjustment-not-expenditure.js'
import { approvedTargetKept } from './approved-target-kept.js'
import { budgetChangeIsExplained } from './budget-change-is-explained.js'
import { doneOnLittleMoney } from './done-on-little-money.js'
import { littleSpentOverall } from './little-spent-overall.js'
import { proseQuantityIsNoRate } from './prose-quantity-is-no-rate.js'
import { sameQuantity } from './same-quantity.js'
import { scoresOfTables } from './scores-of-tables.js'
import { spendingIndicator } from './spending-indicator.js'
import { totalIsBasicPlusProject } from './total-is-basic-plus-project.js'
import { unspentIsExplained } from './unspent-is-explained.js'
import { weightsOfTables } from './weights-of-tables.js'

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
