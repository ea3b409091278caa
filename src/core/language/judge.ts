import { compare, type Decimal } from '../exact/decimal.js'
import { compareAtMost, compareEqual, type Interval, type Verdict } from '../exact/interval.js'
import {
  addRational,
  compareRational,
  type Rational,
  rational,
  subtractRational,
  toDecimal,
} from '../exact/rational.js'
import { evaluate, evaluateInterval } from './evaluate.js'
import { findCell, readNumber, type Sight } from './form-values.js'
import type { ClaimRule, NumberRule } from './rule.js'

type CompareRule = Extract<ClaimRule, { kind: 'compare' }>

const order = { holds: 0, rounding: 1, cannotCheck: 2, violated: 3 } as const

/** The verdict on a claim. 且: the worst of all; 或: the best of all. */
export function judge(claim: ClaimRule, sight: Sight): Verdict {
  if (claim.kind === 'filled') return judgeFilled(claim, sight)
  if (claim.kind === 'compare') return judgeComparison(claim, sight)
  const decisive = claim.kind === 'and' ? 1 : -1
  let verdict: Verdict | undefined
  for (const item of claim.items) {
    const other = judge(item, sight)
    if (verdict === undefined || (order[other] - order[verdict]) * decisive > 0) verdict = other
  }
  return verdict ?? 'cannotCheck'
}

function judgeFilled({ reference, wanted }: Extract<ClaimRule, { kind: 'filled' }>, sight: Sight): Verdict {
  const cell = findCell(reference, sight)
  if (cell === undefined) return 'cannotCheck'
  return (cell.stated.kind !== 'blank') === wanted ? 'holds' : 'violated'
}

/** As printed first: only what does not hold so is asked whether rounding explains it. */
function judgeComparison(rule: CompareRule, sight: Sight): Verdict {
  const met = meetsComparison(rule, sight)
  if (met === undefined) return 'cannotCheck'
  return met ? 'holds' : judgeRounded(rule, sight)
}

/** Compares both sides as intervals. A score that stands alone on one side has the tolerance of scores. */
function judgeRounded(rule: CompareRule, sight: Sight): Verdict {
  const left = evaluateInterval(rule.left, sight)
  const right = evaluateInterval(rule.right, sight)
  if (left === undefined || right === undefined) return 'cannotCheck'
  if (rule.sign !== '=') return compareBy(rule.sign, left, right)
  return compareEqual(widenScore(rule.left, left, sight), widenScore(rule.right, right, sight))
}

function compareBy(sign: Exclude<CompareRule['sign'], '='>, left: Interval, right: Interval): Verdict {
  if (sign === '≤') return compareAtMost(left, right)
  if (sign === '≥') return compareAtMost(right, left)
  if (sign === '<') return strictly(left, right)
  return sign === '>' ? strictly(right, left) : 'violated'
}

function strictly(left: Interval, right: Interval): Verdict {
  const possible =
    left.low === undefined || right.high === undefined || compareRational(left.low, right.high) < 0
  return possible ? 'rounding' : 'violated'
}

/** Scores: ± 0.01, or half of the last printed decimal where that is wider. */
function widenScore(rule: NumberRule, interval: Interval, sight: Sight): Interval {
  if (rule.kind !== 'reference' || rule.reference.type !== 'score') return interval
  const stated = readNumber(findCell(rule.reference, sight), 'score', sight.amountUnit)
  if (stated === undefined) return interval
  const half = halfWidthOfScore(stated.scale)
  return {
    low: interval.low && subtractRational(interval.low, half),
    middle: interval.middle,
    high: interval.high && addRational(interval.high, half),
  }
}

/** Of a score printed with so many decimals; a whole number is not taken to be rounded. */
function halfWidthOfScore(scale: number): Rational {
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
  const a = evaluate(left, sight)
  const b = a && evaluate(right, sight)
  if (a === undefined || b === undefined) return undefined
  const difference = compareRational(a, b)
  if (sign === '=') return difference === 0
  if (sign === '≠') return difference !== 0
  if (sign === '≤') return difference <= 0
  if (sign === '≥') return difference >= 0
  return sign === '<' ? difference < 0 : difference > 0
}

/** True when a whole-number score is what the exact one rounds to: 10 for 9.96, not 9 for 9.99. */
export function isRoundedToWhole(stated: Decimal, expected: Rational): boolean {
  return stated.scale === 0 && compare(toDecimal(expected, 0), stated) === 0
}
