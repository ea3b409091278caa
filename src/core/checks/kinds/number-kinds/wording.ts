import type { Place } from '../../../document/document.js'
import { absolute, type Decimal, toShortText, toText } from '../../../exact/decimal.js'
import type { Verdict } from '../../../exact/interval.js'
import type { Claim } from '../../../filing/claim.js'
import type { Fact } from '../../../filing/fact.js'
import type { Filing } from '../../../filing/filing.js'
import type { Outcome } from '../../../law/check.js'
import type { Relation } from '../../../narrative/relations.js'

/** The claims of one kind that the prose makes. */
export function claimsOfKind<Kind extends Claim['kind']>(
  filing: Filing,
  kind: Kind,
): readonly Extract<Claim, { kind: Kind }>[] {
  return filing.narrative.claims.filter(
    (claim): claim is Extract<Claim, { kind: Kind }> => claim.kind === kind,
  )
}

/** `2227.73万元` as printed. */
export function amountWords({ stated, unit }: Fact): string {
  return toText(stated.value) + unit
}

/** 327.73 + 140.22 as printed, for messages. */
export function sumWords(parts: readonly Fact[]): string {
  return parts
    .map(({ stated }) => toText(stated.value))
    .join(' + ')
    .replaceAll('+ -', '− ')
}

/** The places of facts, each once. */
export function placesOfFacts(facts: readonly (Fact | undefined)[]): readonly Place[] {
  const places = facts.flatMap((fact) => (fact === undefined ? [] : [fact.place]))
  return places.filter(
    (place, index) =>
      places.findIndex((other) => other.part === place.part && other.quote === place.quote) === index,
  )
}

/** Expected, stated and difference of a relation. */
export function figuresOf(relation: Relation, stated: Fact): Partial<Outcome> {
  return {
    expected: toShortText(relation.expected),
    stated: toShortText(stated.stated.value),
    difference: toShortText(relation.difference),
    unit: relation.unit,
  }
}

/** `0.01万元`, the size of a difference. */
export function gapWords(difference: Decimal, unit: string): string {
  return toShortText(absolute(difference)) + unit
}

/** An outcome without words: the relation holds, or could not be asked. */
export function quietAt(verdict: Exclude<Verdict, 'violated'>, places: readonly Place[]): Outcome {
  return { verdict, places, message: '' }
}
