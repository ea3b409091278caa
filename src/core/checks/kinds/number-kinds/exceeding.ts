import { subtract, toShortText } from '../../../exact/decimal.js'
import type { Fact } from '../../../filing/fact.js'
import type { Outcome } from '../../../law/check.js'
import { atMostRelation } from '../../../narrative/relations.js'
import { gapWords, placesOfFacts, sumWords } from './wording.js'

/** The outcome for parts that are more than their whole. */
export function exceeding(whole: Fact, parts: readonly Fact[]): Outcome {
  const relation = atMostRelation(parts, whole)
  const sum = relation === undefined ? '' : toShortText(relation.expected) + relation.unit
  const what = parts.length === 1 ? `“${parts[0]?.place.quote}”` : `各分项之和 ${sumWords(parts)} = ${sum}`
  return {
    verdict: 'violated',
    places: placesOfFacts([...parts, whole]),
    message:
      `其中项大于总数：${what}，大于“${whole.place.quote}”` +
      `${relation === undefined ? '' : `，多 ${gapWords(relation.difference, relation.unit)}`}。请核对两个数。`,
    ...(relation === undefined
      ? {}
      : {
          expected: `≤${toShortText(whole.stated.value)}`,
          stated: toShortText(relation.expected),
          difference: toShortText(subtract(relation.expected, whole.stated.value)),
          unit: relation.unit,
        }),
    cause: `parts|${whole.place.part}|${whole.place.quote}`,
  }
}
