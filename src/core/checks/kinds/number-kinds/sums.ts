import { compare, subtract, toShortText } from '../../../exact/decimal.js'
import type { Fact } from '../../../filing/fact.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { atMostRelation, sumRelation } from '../../../narrative/relations.js'
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

function exceeding(whole: Fact, parts: readonly Fact[]): Outcome {
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

const contained: readonly (readonly [string, string])[] = [
  ['basicExpenditure', 'totalExpenditure'],
  ['projectExpenditure', 'totalExpenditure'],
  ['personnelExpenditure', 'basicExpenditure'],
  ['operatingExpenditure', 'basicExpenditure'],
]

/** AMT-03: a category is not more than the one that contains it, in the same year, stage and budget, across sentences. */
export const categoryWithinTotal: CheckKind = (filing) =>
  contained.flatMap(([part, whole]) => {
    const wholes = filing.narrative.facts.filter(
      (fact) => fact.quantity === whole && fact.subject === undefined,
    )
    return filing.narrative.facts
      .filter((fact) => fact.quantity === part && fact.subject === undefined)
      .flatMap((fact) =>
        checkCategory(
          fact,
          wholes.filter((total) => sameAccount(fact, total)),
        ),
      )
  })

function sameAccount(left: Fact, right: Fact): boolean {
  return (
    left.year === right.year &&
    left.stage === right.stage &&
    left.scope === right.scope &&
    left.stage !== undefined
  )
}

function checkCategory(part: Fact, wholes: readonly Fact[]): readonly Outcome[] {
  const [largest] = [...wholes]
    .filter(({ unit }) => unit === part.unit)
    .sort((a, b) => compare(b.stated.value, a.stated.value))
  if (largest === undefined) return []
  const relation = atMostRelation([part], largest)
  if (relation === undefined) return []
  if (relation.verdict !== 'violated') return [quietAt(relation.verdict, placesOfFacts([part, largest]))]
  return [exceeding(largest, [part])]
}
