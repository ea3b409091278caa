import type { CheckKind } from '../../../law/check.js'
import { carryOverAddsUp } from './carry-over-adds-up.js'
import { categoryWithinTotal } from './category-within-total.js'
import { changeRate } from './change-rate.js'
import { gradeFitsScore } from './grade-fits-score.js'
import { gradeName } from './grade-name.js'
import { impliedPriorYear } from './implied-prior-year.js'
import { openingBalanceInRevenue } from './opening-balance-in-revenue.js'
import { partWithinWhole } from './part-within-whole.js'
import { projectAdjustments } from './project-adjustments.js'
import { proseScoreIsFormScore } from './prose-score-is-form-score.js'
import { repeatedChange } from './repeated-change.js'
import { revenueEqualsExpenditure } from './revenue-equals-expenditure.js'
import { shareOfWhole } from './share-of-whole.js'
import { sharesAddUp } from './shares-add-up.js'
import { statedCount } from './stated-count.js'
import { statedRatio } from './stated-ratio.js'
import { sumOfParts } from './sum-of-parts.js'

/** Kinds that check what sentences claim about their numbers. */
export const numberKinds: Readonly<Record<string, CheckKind>> = {
  'carry-over-adds-up': carryOverAddsUp,
  'category-within-total': categoryWithinTotal,
  'change-rate': changeRate,
  'grade-fits-score': gradeFitsScore,
  'grade-name': gradeName,
  'implied-prior-year': impliedPriorYear,
  'opening-balance-in-revenue': openingBalanceInRevenue,
  'part-within-whole': partWithinWhole,
  'project-adjustments': projectAdjustments,
  'prose-score-is-form-score': proseScoreIsFormScore,
  'repeated-change': repeatedChange,
  'revenue-equals-expenditure': revenueEqualsExpenditure,
  'share-of-whole': shareOfWhole,
  'shares-add-up': sharesAddUp,
  'stated-count': statedCount,
  'stated-ratio': statedRatio,
  'sum-of-parts': sumOfParts,
}
