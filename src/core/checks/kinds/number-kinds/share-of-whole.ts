import { toShortText } from '../../../exact/decimal.js'
import type { Claim } from '../../../filing/claim.js'
import type { Fact, Stage } from '../../../filing/fact.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { type Relation, ratioRelation, sumRelation } from '../../../narrative/relations.js'
import { findStage, readLabel } from '../../../narrative/vocabulary.js'
import { slight } from './slight-difference.js'
import { claimsOfKind, figuresOf, placesOfFacts, quietAt } from './wording.js'

type Share = Extract<Claim, { kind: 'share' }>

/** RATE-02: 占比 = part ÷ whole, the whole from the sentence or from wherever the filing states it. */
export const shareOfWhole: CheckKind = (filing) =>
  claimsOfKind(filing, 'share').map((claim) => checkShare(claim, filing))

function checkShare(claim: Share, filing: Filing): Outcome {
  const wholes = claim.whole === undefined ? findWholes(claim, filing) : [claim.whole]
  const relations = wholes.flatMap((whole) => {
    const relation = ratioRelation(claim.part, whole, claim.share)
    return relation === undefined ? [] : [{ whole, relation }]
  })
  const places = placesOfFacts([claim.share, claim.part])
  const right = relations.find(({ relation }) => relation.verdict !== 'violated')
  if (right !== undefined) {
    return quietAt(right.relation.verdict === 'holds' ? 'holds' : 'rounding', [...places, right.whole.place])
  }
  const nearest = relations[0]
  if (nearest === undefined || disagree(wholes)) return quietAt('cannotCheck', places)
  return wrongShare(claim, nearest.whole, nearest.relation)
}

/** Several wholes that differ: which one is meant cannot be told. */
function disagree(wholes: readonly Fact[]): boolean {
  const [first, ...rest] = wholes
  return first !== undefined && rest.some((other) => sumRelation(first, [other])?.verdict === 'violated')
}

function wrongShare({ part, share }: Share, whole: Fact, relation: Relation): Outcome {
  return {
    verdict: 'violated',
    places: placesOfFacts([share, part, whole]),
    message: `占比算错：${toShortText(part.stated.value)} ÷ ${toShortText(whole.stated.value)} = ${toShortText(relation.expected)}%，报告写“${share.place.quote}”。请核对两个数和占比。`,
    ...figuresOf(relation, share),
    ...slight(relation, share),
  }
}

function findWholes({ part, wholeLabel }: Share, filing: Filing): readonly Fact[] {
  if (wholeLabel.includes('预算')) return budgetsOf(part, findStage(wholeLabel), filing)
  const { quantity, rest, scope } = readLabel(wholeLabel)
  if (quantity === 'other' || rest !== '') return []
  return filing.facts.filter(
    (fact) =>
      fact.quantity === quantity &&
      fact.subject === undefined &&
      fact.year === part.year &&
      fact.stage === (part.stage ?? 'executedAmount') &&
      fact.scope === (scope ?? 'all') &&
      fact.place.quote !== part.place.quote,
  )
}

function budgetsOf(part: Fact, stage: Stage | undefined, filing: Filing): readonly Fact[] {
  if (part.quantity === 'other' || part.stage === stage) return []
  return filing.facts.filter(
    (fact) =>
      fact.quantity === part.quantity &&
      fact.subject === part.subject &&
      fact.year === part.year &&
      fact.stage === stage &&
      fact.scope === part.scope,
  )
}
