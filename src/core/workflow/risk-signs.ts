import type { CheckedContent } from '../editing/checked-content.js'
import type { FilingContent, ListRow } from '../editing/content.js'
import { textOfParagraph } from '../editing/filing-of-content.js'
import { compare, toShortText } from '../exact/decimal.js'
import { parseStated, type StatedNumber } from '../exact/stated.js'
import { readNumber } from '../language/form-values.js'
import type { RiskSigns } from './risk.js'

/** The signs that lie in the content itself; findings are counted by who knows the answers. */
export function riskSignsOf(
  content: FilingContent,
  { checked, lastYear }: Readonly<{ checked: CheckedContent; lastYear: FilingContent | undefined }>,
): Pick<RiskSigns, 'totalFunds' | 'easierTargets' | 'paragraphs' | 'copiedParagraphs' | 'isFullScore'> {
  const own = longParagraphs(content)
  const before = new Set(lastYear === undefined ? [] : longParagraphs(lastYear))
  return {
    totalFunds: totalFundsOf(checked),
    easierTargets: lastYear === undefined ? 0 : countEasierTargets(content, lastYear),
    paragraphs: own.length,
    copiedParagraphs: own.filter((text) => before.has(text)).length,
    isFullScore: isFullScore(checked),
  }
}

/** Shorter ones are headings and phrases that stay the same every year. */
const shortestCompared = 25

function longParagraphs({ report }: FilingContent): readonly string[] {
  return report.map(textOfParagraph).filter((text) => text.length >= shortestCompared)
}

const fundFields = ['adjustedBudget', 'initialBudget', 'executedAmount'].map(
  (column) => `totalFunds.${column}`,
)
const shownUnit = '万元'

function totalFundsOf({ filing }: CheckedContent): string | undefined {
  for (const { fields } of filing.forms)
    for (const field of fundFields) {
      const number = readNumber(fields[field], 'amount', shownUnit)
      if (number !== undefined) return toShortText(number)
    }
  return undefined
}

function indicatorsOf({ forms }: FilingContent): readonly ListRow[] {
  return forms.flatMap(({ lists }) => lists.indicators ?? [])
}

function countEasierTargets(content: FilingContent, lastYear: FilingContent): number {
  const before = new Map(indicatorsOf(lastYear).map(({ cells }) => [cells.name?.trim(), cells.target]))
  return indicatorsOf(content).filter(({ cells: { name = '', target = '' } }) => {
    const earlier = name.trim() === '' ? undefined : before.get(name.trim())
    return earlier !== undefined && isEasier(parseStated(target), parseStated(earlier))
  }).length
}

type Target = ReturnType<typeof parseStated>

/** Of 不超过 more is easier, of everything else less. Only numbers in one unit are compared. */
function isEasier(now: Target, before: Target): boolean {
  if (now.kind !== 'number' || before.kind !== 'number' || now.unit !== before.unit) return false
  const order = compare(now.value, before.value)
  return isUpperLimit(now) ? isUpperLimit(before) && order > 0 : !isUpperLimit(before) && order < 0
}

function isUpperLimit({ relation }: StatedNumber): boolean {
  return relation === 'atMost' || relation === 'lessThan'
}

function isFullScore({ filing, scores }: CheckedContent): boolean {
  const rows = scores.flatMap((score) => score.rows)
  if (rows.length === 0 || rows.some(({ weight, points, stated }) => (stated ?? points) !== weight))
    return false
  const reasons = filing.forms.flatMap(({ lists }) => (lists.indicators ?? []).map(({ reason }) => reason))
  return reasons.every((reason) => reason === undefined || reason.stated.kind !== 'text')
}
