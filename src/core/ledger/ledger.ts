import type { Place } from '../document/document.js'
import type { Stage } from '../filing/fact.js'

/** One figure of a budget execution export. */
export type LedgerFigure = Readonly<{
  stage: Stage
  /** 万元, exact decimal text. */
  amount: string
  place: Place
}>

/** 指标账的一行: one line of the export. `kind`: a sum of the lines of a unit, or of the whole export. */
export type LedgerRow = Readonly<{
  kind: 'entry' | 'unitTotal' | 'grandTotal'
  unit: string | undefined
  project: string | undefined
  projectCode: string | undefined
  /** 基本支出 or 项目支出, where the export says so. */
  category: 'basicExpenditure' | 'projectExpenditure' | undefined
  figures: readonly LedgerFigure[]
}>

/** Something that was not taken over, and why, in Chinese for the user. */
export type UnclearPart = Readonly<{ place: Place; because: string }>

/** 预算执行指标账: what an export says, in the order of its rows. */
export type Ledger = Readonly<{ rows: readonly LedgerRow[]; unclear: readonly UnclearPart[] }>

/** Amounts of one quantity, added up exactly, as a filing's cell asks for them. */
export type LedgerAmounts = Readonly<{
  quantity: 'totalExpenditure' | 'basicExpenditure' | 'projectExpenditure'
  stage: Stage
  amount: string
  /** The words of the line, or of how many lines it is the sum. */
  quote: string
}>
