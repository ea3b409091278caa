import { compare, type Decimal } from '../exact/decimal.js'
import { compareAtMost, compareEqual, type Interval, type Verdict } from '../exact/interval.js'
import { addRational, compareRational, rational, subtractRational, toDecimal } from '../exact/rational.js'
import { type Evaluated, evaluate, numberAt } from './evaluate.js'
import { findCell, type Sight } from './form-values.js'
import type { ClaimRule, NumberRule } from './rule.js'

type CompareRule = Extract<ClaimRule, { kind: 'compare' }>

/** A comparison with the values it compared. */
export type Judged = Readonly<{
  verdict: Verdict
  rule: CompareRule
  left: Evaluated | undefined
  right: Evaluated | undefined
}>

const order: readonly Verdict[] = ['holds', 'rounding', 'cannotCheck', 'violated']

/** The verdict on a claim. 且: the worst of all; 或: the best of all. */
export function judge(claim: ClaimRule, sight: Sight): Verdict {
  if (claim.kind === 'filled') return judgeFilled(claim, sight)
  if (claim.kind === 'compare') return judgeComparison(claim, sight).verdict
  const verdicts = claim.items.map((item) => order.indexOf(judge(item, sight)))
  return order[claim.kind === 'and' ? Math.max(...verdicts) : Math.min(...verdicts)] ?? 'cannotCheck'
}

function judgeFilled({ reference, wanted }: Extract<ClaimRule, { kind: 'filled' }>, sight: Sight): Verdict {
  const cell = findCell(reference, sight)
  if (cell === undefined) return 'cannotCheck'
  return (cell.stated.kind !== 'blank') === wanted ? 'holds' : 'violated'
}

/** Compares both sides as intervals. A score that stands alone on one side has the tolerance of scores. */
export function judgeComparison(rule: CompareRule, sight: Sight): Judged {
  const left = evaluate(rule.left, sight)
  const right = evaluate(rule.right, sight)
  if (left === undefined || right === undefined) return { verdict: 'cannotCheck', rule, left, right }
  const tolerant = rule.sign === '='
  const a = tolerant ? widenScore(rule.left, left.interval, sight) : left.interval
  const b = tolerant ? widenScore(rule.right, right.interval, sight) : right.interval
  return { verdict: compareBy(rule.sign, a, b), rule, left, right }
}

function compareBy(sign: CompareRule['sign'], left: Interval, right: Interval): Verdict {
  if (sign === '=') return compareEqual(left, right)
  if (sign === '≤') return compareAtMost(left, right)
  if (sign === '≥') return compareAtMost(right, left)
  if (sign === '<') return strictly(left, right)
  if (sign === '>') return strictly(right, left)
  return compareRational(left.middle, right.middle) === 0 ? 'violated' : 'holds'
}

function strictly(left: Interval, right: Interval): Verdict {
  if (compareRational(left.middle, right.middle) < 0) return 'holds'
  const possible =
    left.low === undefined || right.high === undefined || compareRational(left.low, right.high) < 0
  return possible ? 'rounding' : 'violated'
}

/** Scores: ± 0.01, or half of the last printed decimal where that is wider. */
function widenScore(rule: NumberRule, interval: Interval, sight: Sight): Interval {
  if (rule.kind !== 'reference' || rule.reference.type !== 'score') return interval
  const stated = numberAt(rule.reference, sight)
  if (stated === undefined) return interval
  const half = halfWidthOfScore(stated.value.scale)
  return {
    low: interval.low && subtractRational(interval.low, half),
    middle: interval.middle,
    high: interval.high && addRational(interval.high, half),
  }
}

/** Of a score printed with so many decimals; a whole number is not taken to be rounded. */
export function halfWidthOfScore(scale: number): ReturnType<typeof rational> {
  return scale === 1 ? rational(1n, 20n) : rational(1n, 100n)
}

/** A condition speaks of what is printed: undefined when a number for it is missing. */
export function meets(condition: ClaimRule, sight: Sight): boolean | undefined {
  if (condition.kind === 'filled') {
    const kind = findCell(condition.reference, sight)?.stated.kind ?? 'blank'
    return (kind !== 'blank') === condition.wanted
  }
  if (condition.kind === 'compare') return meetsComparison(condition, sight)
  const answers = condition.items.map((item) => meets(item, sight))
  const decisive = condition.kind === 'or'
  if (answers.includes(decisive)) return decisive
  return answers.includes(undefined) ? undefined : !decisive
}

function meetsComparison({ sign, left, right }: CompareRule, sight: Sight): boolean | undefined {
  const a = evaluate(left, sight)?.interval.middle
  const b = evaluate(right, sight)?.interval.middle
  if (a === undefined || b === undefined) return undefined
  const difference = compareRational(a, b)
  if (sign === '=') return difference === 0
  if (sign === '≠') return difference !== 0
  if (sign === '≤') return difference <= 0
  if (sign === '≥') return difference >= 0
  return sign === '<' ? difference < 0 : difference > 0
}

/** True when a whole-number score is what the exact one rounds to: 10 for 9.96, not 9 for 9.99. */
export function isRoundedToWhole(stated: Decimal, expected: Interval['middle']): boolean {
  return stated.scale === 0 && compare(toDecimal(expected, 0), stated) === 0
}
