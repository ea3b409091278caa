/** 评价等级: from this many points on. */
export type GradeBand = Readonly<{ name: string; from: string }>

/** 定性档: share of the weight, from `from` (included) to `to`, as decimal text of percent. */
export type QualitativeBand = Readonly<{ name: string; from: string; to: string }>

/** How a form's points are given. Points are rounded half up to `decimals`. */
export type ScoringRules = Readonly<{
  decimals: number
  /** 预算执行率 row: weight × min(1, executed ÷ budget); fields by id. Undefined when the form has none. */
  execution:
    | Readonly<{ weight: string; score: string; executed: string; budget: string; label: string }>
    | undefined
  /** 定量指标: in proportion to completion, or nothing unless the target is met. */
  quantitative: 'proportional' | 'allOrNothing'
  qualitative: readonly QualitativeBand[]
  /** Best first. */
  grades: readonly GradeBand[]
  /** Field id of the printed total. */
  total: string
}>
