import { toShortText } from '../../../exact/decimal.js'
import type { Fact } from '../../../filing/fact.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { sumRelation } from '../../../narrative/relations.js'
import {
  amountWords,
  claimsOfKind,
  figuresOf,
  gapWords,
  placesOfFacts,
  quietAt,
  sumWords,
} from './wording.js'

/** AMT-01: parts that are all of a whole add up to it. With `documents` only lists of funding documents (AMT-08). */
export const sumOfParts: CheckKind = (filing, { parameters }) =>
  claimsOfKind(filing, 'parts')
    .filter(
      ({ exhaustive, whole }) => exhaustive && ofDocuments(filing, whole) === (parameters.documents === true),
    )
    .map(({ whole, parts }) => checkSum(whole, parts))

function ofDocuments({ document }: Filing, { place }: Fact): boolean {
  const paragraph = document.blocks.find(
    (block) => block.kind === 'paragraph' && `paragraph ${block.index}` === place.part,
  )
  return (
    paragraph?.kind === 'paragraph' &&
    (paragraph.text.match(/[〔﹝[（(]\d{4}[〕﹞\]）)]\s*\d+\s*号/g)?.length ?? 0) >= 2
  )
}

function checkSum(whole: Fact, parts: readonly Fact[]): Outcome {
  const places = placesOfFacts([whole, ...parts])
  const relation = sumRelation(whole, parts)
  if (relation === undefined) return quietAt('cannotCheck', places)
  if (relation.verdict !== 'violated') return quietAt(relation.verdict, places)
  const sum = toShortText(relation.expected) + relation.unit
  return {
    verdict: 'violated',
    places,
    message:
      `“${whole.place.quote}”和它的分项对不上：${sumWords(parts)} = ${sum}，` +
      `与 ${amountWords(whole)} 相差 ${gapWords(relation.difference, relation.unit)}。请核对总数和各分项。`,
    ...figuresOf(relation, whole),
    cause: `parts|${whole.place.part}|${whole.place.quote}`,
  }
}
