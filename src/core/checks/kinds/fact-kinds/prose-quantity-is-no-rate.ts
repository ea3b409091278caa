import { bareWords } from '../../../exact/normalise.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { indicatorClaims } from './indicator-claims.js'

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
