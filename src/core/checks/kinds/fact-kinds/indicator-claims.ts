import type { Claim } from '../../../filing/claim.js'

/** An indicator as a sentence sets it out. */
export type IndicatorClaim = Extract<Claim, { kind: 'indicator' }>

/** The indicators among the claims of the prose. */
export function indicatorClaims(claims: readonly Claim[]): IndicatorClaim[] {
  return claims.filter((claim) => claim.kind === 'indicator')
}
