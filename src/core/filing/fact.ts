import type { Place } from '../document/document.js'
import type { StatedNumber } from '../exact/stated.js'

/** 年初预算数, 全年预算数, 全年执行数 (决算数). */
export type Stage = 'initialBudget' | 'adjustedBudget' | 'executedAmount'

/** Which of the four budgets a figure speaks of; `all` is the unit's whole money. */
export type FundScope =
  | 'all'
  | 'generalPublicBudget'
  | 'governmentFundBudget'
  | 'stateCapitalBudget'
  | 'socialInsuranceBudget'

/**
 * 数据点: a value stated somewhere, in a table cell or in a sentence.
 * Two facts with the same quantity, subject, year, stage and scope must agree wherever they stand.
 */
export type Fact = Readonly<{
  /** Glossary identifier of what is measured: `projectExpenditure`, `staffInPost`; `other` when unknown. */
  quantity: string
  /** The words printed for it, for messages: 项目支出. */
  label: string
  /** Whose quantity, when not the whole unit's: a project's or an indicator's name, as printed. */
  subject: string | undefined
  year: number | undefined
  stage: Stage | undefined
  scope: FundScope
  stated: StatedNumber
  /** Unit after looking at the column or the sentence: 万元, 人, %. */
  unit: string
  place: Place
}>
