import { bareWords, normalise } from '../../../exact/normalise.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { type IndicatorClaim, indicatorClaims } from './indicator-claims.js'

/** IND-08 in prose: an indicator set out with its approved target is reported against the same target. */
export const approvedTargetKept: CheckKind = ({ narrative }) => {
  const approved = new Map<string, IndicatorClaim>()
  return indicatorClaims(narrative.claims).flatMap((claim) => {
    const name = bareWords(claim.name)
    const first = approved.get(name)
    if (first === undefined) approved.set(name, claim)
    return first?.target === undefined || claim.target === undefined ? [] : [compareTargets(first, claim)]
  })
}

function compareTargets(approved: IndicatorClaim, reported: IndicatorClaim): Outcome {
  const [expected, stated] = [normalise(approved.target ?? ''), normalise(reported.target ?? '')]
  const places = [reported.place, approved.place]
  if (expected === stated) return { verdict: 'holds', places, message: '' }
  return {
    verdict: 'violated',
    places,
    message: `“${reported.name}”下达的指标值是“${expected}”，完成情况里写成“${stated}”。自评的指标值要和批复的完全一致（包括“≥”等符号），请改正。`,
    expected,
    stated,
  }
}
