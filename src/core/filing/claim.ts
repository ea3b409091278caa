import type { Place } from '../document/document.js'
import type { Fact, FundScope } from './fact.js'

/** A relation that a sentence states between figures, or an absence it states. */
export type Claim =
  /** 其中 / 包括 / 分别为: parts of a whole. Exhaustive parts must add up, others must not exceed it. */
  | Readonly<{ kind: 'parts'; whole: Fact; parts: readonly Fact[]; exhaustive: boolean; place: Place }>
  /** 收入…支出…: both sides of one budget or one year's accounts. */
  | Readonly<{
      kind: 'balance'
      revenue: Fact
      expenditure: Fact
      /** 年初结转和结余, 年末结转和结余, when the same paragraph states them. */
      opening?: Fact
      closing?: Fact
      /** The paragraph speaks of carry-over, so both sides need not be equal. */
      carriesOver?: boolean
      place: Place
    }>
  /** 比上年减少 x，降低 y%; 与上年持平. */
  | Readonly<{
      kind: 'change'
      current: Fact
      direction: 'more' | 'less' | 'level'
      amount: Fact | undefined
      rate: Fact | undefined
      /** 比上年 or 比年初预算. */
      against?: 'priorYear' | 'budget'
      /** The other year's figure where the sentence prints it. */
      base?: Fact
      place: Place
    }>
  /** 占总支出的 96.80%. The whole is undefined when the sentence only names it. */
  | Readonly<{
      kind: 'share'
      part: Fact
      whole: Fact | undefined
      wholeLabel: string
      share: Fact
      place: Place
    }>
  /** 年初 + 调整 − 支出 = 结转, of one project or of the unit. Missing figures are undefined, 无结转 is a zero fact. */
  | Readonly<{
      kind: 'carryOver'
      subject: string | undefined
      initial: Fact | undefined
      /** Signed: 调减 is negative. */
      adjustments: readonly Fact[]
      executed: Fact | undefined
      carryOver: Fact | undefined
      /** 全年预算数, where the sentence states it. */
      adjusted?: Fact
      /** The money was paid by another office (直拨街道), so it is not in the unit's accounts. */
      paidElsewhere?: boolean
      place: Place
    }>
  /** 本单位无政府性基金预算支出. */
  | Readonly<{ kind: 'absence'; quantity: string; scope: FundScope; label: string; place: Place }>
  /** 设 7 个科室: a stated count and what is listed after it. */
  | Readonly<{
      kind: 'count'
      stated: Fact
      listed: number
      label: string
      place: Place
      listedAt: readonly Place[]
    }>
  /** 控制率 60%, 发放率 91%: a rate with the figures it comes from. */
  | Readonly<{ kind: 'ratio'; part: Fact; whole: Fact; rate: Fact; place: Place }>
  /** 总得分 100 分, 属于“优秀”. */
  | Readonly<{ kind: 'score'; total: Fact | undefined; grade: string | undefined; place: Place }>
  /** 三级指标“…”，指标值为…，实际…: an indicator set out in prose. */
  | Readonly<{
      kind: 'indicator'
      name: string
      aspect: string | undefined
      target: string | undefined
      actual: string | undefined
      place: Place
    }>
