import { bareWords, normalise } from '../../../exact/normalise.js'
import type { Claim } from '../../../filing/claim.js'
import type { CheckKind, Outcome } from '../../../law/check.js'

type IndicatorClaim = Extract<Claim, { kind: 'indicator' }>

function indicatorClaims(claims: readonly Claim[]): IndicatorClaim[] {
  return claims.filter((claim) => claim.kind === 'indicator')
}

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

/** IND-01 in prose: what stands under 数量指标 is an amount, not a rate. */
export const proseQuantityIsNoRate: CheckKind = ({ narrative }) =>
  indicatorClaims(narrative.claims)
    .filter(({ aspect }) => aspect !== undefined && /数量/.test(aspect))
    .map(({ name, target, place }): Outcome => {
      if (!/率$/.test(bareWords(name))) return { verdict: 'holds', places: [place], message: '' }
      return {
        verdict: 'violated',
        places: [place],
        message: `数量指标“${name}”是比率（指标值 ${target ?? '未写'}），看不出做了多少。请改成人数、件数等数量，或移到质量、时效指标。`,
        stated: target ?? '',
      }
    })
