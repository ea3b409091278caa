import type { CheckKind } from '../../../law/check.js'
import { openingBalanceInRevenue, revenueEqualsExpenditure } from './balances.js'
import { carryOverAddsUp, projectAdjustments } from './carry-overs.js'
import { statedCount } from './counts.js'
import { changeRate, impliedPriorYear, statedRatio } from './rates.js'
import { repeatedChange } from './repeated-changes.js'
import { gradeFitsScore, gradeName, proseScoreIsFormScore } from './scores.js'
import { shareOfWhole, sharesAddUp } from './shares.js'
import { categoryWithinTotal, partWithinWhole, sumOfParts } from './sums.js'

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
