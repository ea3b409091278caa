import type { Fact } from '../../../filing/fact.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { atMostRelation, sumRelation } from '../../../narrative/relations.js'
import { exceeding } from './exceeding.js'
import { claimsOfKind, placesOfFacts, quietAt } from './wording.js'

/** AMT-03: what is said to be part of a whole is not more than it, each part and all together. */
export const partWithinWhole: CheckKind = (filing) =>
  claimsOfKind(filing, 'parts')
    .filter(({ exhaustive }) => !exhaustive)
    .map(({ whole, parts }) => checkWithin(whole, parts))

function checkWithin(whole: Fact, parts: readonly Fact[]): Outcome {
  const places = placesOfFacts([whole, ...parts])
  const tooLarge = parts.find((part) => atMostRelation([part], whole)?.verdict === 'violated')
  if (tooLarge !== undefined) return exceeding(whole, [tooLarge])
  const together = atMostRelation(parts, whole)
  if (together === undefined) return quietAt('cannotCheck', places)
  if (together.verdict !== 'violated') return quietAt(together.verdict, places)
  if (endsBefore(whole, parts)) return quietAt('cannotCheck', places)
  const repeated = parts.some((part, index) => parts.findIndex(({ label }) => label === part.label) !== index)
  return repeated ? quietAt('cannotCheck', places) : { ...exceeding(whole, parts), severity: 'warning' }
}

/** The first parts already make up the whole: what is listed behind them is no longer part of it. */
function endsBefore(whole: Fact, parts: readonly Fact[]): boolean {
  return parts.some((_, index) => index > 1 && sumRelation(whole, parts.slice(0, index))?.verdict === 'holds')
}
