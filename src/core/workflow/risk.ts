import { compare, decimal, parseDecimal } from '../exact/decimal.js'

/** What is known about a filing that makes a second look worth while. Counts are of what nobody has answered. */
export type RiskSigns = Readonly<{
  errors: number
  warnings: number
  waived: number
  /** 年度资金总额 in 万元, decimal text. */
  totalFunds: string | undefined
  /** Indicators whose target is easier than the same indicator's a year ago. */
  easierTargets: number
  /** Paragraphs of the report, and those that stand word for word in last year's. */
  paragraphs: number
  copiedParagraphs: number
  /** Every indicator has all its points, and no deviation is explained anywhere. */
  isFullScore: boolean
}>

/** 风险: 0 to 100, with a sentence for every part of it. */
export type Risk = Readonly<{ risk: number; reasons: readonly string[] }>

type Part = Readonly<{ points: number; reason: string }>

/** Adds up the signs; what each is worth stands in this one place. The heaviest reason comes first. */
export function riskOf(signs: RiskSigns): Risk {
  const parts = [
    counted(signs.errors, { each: 10, most: 40 }, (count) => `${count} 处错误没有改`),
    counted(signs.easierTargets, { each: 8, most: 24 }, (count) => `${count} 项指标的目标比上年低`),
    ...copied(signs),
    ...funds(signs.totalFunds),
    ...(signs.isFullScore ? [{ points: 8, reason: '各项指标全部满分，没有一处偏差说明' }] : []),
    counted(signs.warnings, { each: 2, most: 10 }, (count) => `${count} 处提示没有说明`),
    counted(signs.waived, { each: 3, most: 9 }, (count) => `${count} 处错误是豁免的`),
  ].filter(({ points }) => points > 0)
  const risk = Math.min(
    100,
    parts.reduce((sum, { points }) => sum + points, 0),
  )
  return {
    risk,
    reasons: [...parts].sort((left, right) => right.points - left.points).map(({ reason }) => reason),
  }
}

function counted(
  count: number,
  { each, most }: Readonly<{ each: number; most: number }>,
  say: (count: number) => string,
): Part {
  return { points: Math.min(most, count * each), reason: say(count) }
}

/** Below a third, repeated sentences are the form's own phrases. */
function copied({ paragraphs, copiedParagraphs }: RiskSigns): readonly Part[] {
  if (copiedParagraphs < 3 || copiedParagraphs * 3 < paragraphs) return []
  return [{ points: 15, reason: `报告 ${paragraphs} 段里有 ${copiedParagraphs} 段与上年一字不差` }]
}

const large: readonly (readonly [string, number])[] = [
  ['5000', 15],
  ['1000', 10],
  ['300', 5],
]

function funds(total: string | undefined): readonly Part[] {
  const amount = total === undefined ? undefined : parseDecimal(total)
  if (amount === undefined) return []
  const step = large.find(([from]) => compare(amount, decimal(from)) >= 0)
  return step === undefined ? [] : [{ points: step[1], reason: `资金量大（${total} 万元）` }]
}
