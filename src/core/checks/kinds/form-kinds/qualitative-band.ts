import { compare, type Decimal, decimal, multiply, toShortText } from '../../../exact/decimal.js'
import { bareWords } from '../../../exact/normalise.js'
import type { CheckDefinition, Outcome } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { wordsOf } from '../../parameters.js'
import { sortOf } from './completion.js'
import { type IndicatorRow, ofEachIndicator, pointsIn } from './indicator.js'

/** A band of 财预〔2020〕10号: the share of the weight that its scores lie in, both ends included. */
type Band = Readonly<{ name: string; from: Decimal; to: Decimal }>

const bands = {
  achieved: { name: '达成', from: decimal('0.8'), to: decimal('1') },
  partly: { name: '部分达成', from: decimal('0.6'), to: decimal('0.8') },
  missed: { name: '未达成', from: decimal('0'), to: decimal('0.6') },
} satisfies Record<string, Band>

/** SCR-03: the score of a qualitative indicator lies in the band that its words claim. */
export const qualitativeBand = ofEachIndicator((definition) => (row) => {
  const band = bandOf(row, definition)
  const weight = pointsIn(row.weight)
  const score = pointsIn(row.score)
  if (band === undefined || weight === undefined || score === undefined) return []
  // A full score for an admitted shortfall is SCR-08's to say.
  if (band !== bands.achieved && compare(score, weight) >= 0) return []
  return [checkBand(row, band, { weight, score })]
})

function bandOf({ target, actual }: IndicatorRow, definition: CheckDefinition): Band | undefined {
  if (sortOf(target) !== 'words' || sortOf(actual) !== 'words') return undefined
  const words = bareWords(actual?.text ?? '')
  if (wordsOf(definition, 'missed').some((word) => words.includes(word))) return bands.missed
  if (wordsOf(definition, 'partly').some((word) => words.includes(word))) return bands.partly
  return words === bareWords(target?.text ?? '') ? bands.achieved : undefined
}

type Points = Readonly<{ weight: Decimal; score: Decimal }>

function checkBand(
  { name, actual, score: cell }: IndicatorRow,
  band: Band,
  { weight, score }: Points,
): Outcome {
  const [least, most] = [multiply(weight, band.from), multiply(weight, band.to)]
  if (compare(score, least) >= 0 && compare(score, most) <= 0) return quiet('holds', cell, actual)
  const range = `${toShortText(least)}—${toShortText(most)}`
  return {
    verdict: 'violated',
    places: placesOf([cell, actual, name]),
    message: `“${name.text}”实际完成值“${actual?.text}”属于“${band.name}”，应在 ${range} 分之间给分，表中填 ${toShortText(score)} 分。请改得分，或把完成情况写准确。`,
    expected: range,
    stated: toShortText(score),
    unit: '分',
  }
}
