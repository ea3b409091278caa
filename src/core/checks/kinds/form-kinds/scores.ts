import { compare, type Decimal, decimal, subtract, toShortText } from '../../../exact/decimal.js'
import { bareWords } from '../../../exact/normalise.js'
import { fromDecimal, multiplyRational, toDecimal } from '../../../exact/rational.js'
import type { Outcome } from '../../../law/check.js'
import { figures, placesOf, quiet } from '../../outcome.js'
import { wordsOf } from '../../parameters.js'
import { completionOf, sortOf } from './completion.js'
import { givesNoReason, type IndicatorRow, ofEachIndicator, pointsIn } from './indicator.js'

const slack = decimal('0.01')

/** SCR-02: a missed target earns points in proportion; more than that is too much. */
export const quantitativeScore = ofEachIndicator(() => checkScore)

function checkScore(indicator: IndicatorRow): Outcome[] {
  const { name, target, actual, weight, score } = indicator
  const completion = completionOf(indicator)
  const points = pointsIn(weight)
  const stated = pointsIn(score)
  if (sortOf(target) === 'words' && sortOf(actual) === 'words') return []
  if (completion?.ratio === undefined || points === undefined || stated === undefined) {
    return [quiet('cannotCheck', name, target, actual)]
  }
  const deserved = toDecimal(multiplyRational(fromDecimal(points), completion.ratio), 2)
  if (compare(subtract(stated, deserved), slack) <= 0) return [quiet('holds', target, actual, score)]
  if (completion.met) return []
  return [tooHigh(indicator, deserved, stated)]
}

function tooHigh(
  { name, target, actual, weight, score }: IndicatorRow,
  deserved: Decimal,
  stated: Decimal,
): Outcome {
  return {
    verdict: 'violated',
    places: placesOf([score, actual, target, name]),
    message:
      `“${name.text}”目标 ${target?.text}，实际 ${actual?.text}，没有达到，按完成比例应得 ${toShortText(deserved)} 分` +
      `（分值 ${weight?.text}），表中填 ${toShortText(stated)} 分。请改得分，并在偏差原因栏说明。`,
    ...figures(deserved, stated, '分'),
    ...(score === undefined
      ? {}
      : {
          suggestion: { place: score.place, value: toShortText(deserved), because: '分值 × 完成值 ÷ 目标值' },
        }),
  }
}

/** SCR-07: points are deducted only with a reason. Asked only where the form has a column for it. */
export const deductionReason = ofEachIndicator(() => (indicator) => {
  const { name, weight, score, reason, target, actual } = indicator
  const points = pointsIn(weight)
  const stated = pointsIn(score)
  if (points === undefined || stated === undefined || reason === undefined) return []
  if (compare(stated, points) >= 0) return [quiet('holds', score)]
  if (!givesNoReason(reason)) return [quiet('holds', score, reason)]
  const met = completionOf(indicator)?.met === true
  const lost = toShortText(subtract(points, stated))
  const said = bareWords(reason.text) === '' ? '原因栏是空的' : `原因栏却写“${reason.text}”`
  return [
    {
      verdict: 'violated' as const,
      places: placesOf([score, reason, weight, name]),
      message: met
        ? `“${name.text}”实际 ${actual?.text} 已达到目标 ${target?.text}，分值 ${weight?.text}，却只得 ${toShortText(stated)} 分，${said}。请改为满分，或写明扣 ${lost} 分的原因。`
        : `“${name.text}”扣了 ${lost} 分，${said}。请写明扣分原因和改进措施。`,
      ...figures(points, stated, '分'),
      ...(met && score !== undefined
        ? {
            suggestion: { place: score.place, value: toShortText(points), because: '目标已达到，应得满分' },
          }
        : {}),
    },
  ]
})

/** SCR-08, SCR-03: words that admit a shortfall go with fewer points and a reason. */
export const admittedShortfall = ofEachIndicator((definition) => {
  const words = wordsOf(definition, 'words')
  return ({ name, actual, weight, score, reason }) => {
    const points = pointsIn(weight)
    const stated = pointsIn(score)
    if (points === undefined || stated === undefined || sortOf(actual) !== 'words') return []
    const word = words.find((candidate) => actual?.text.includes(candidate))
    if (word === undefined || compare(stated, points) < 0 || !givesNoReason(reason))
      return [quiet('holds', actual, score)]
    return [
      {
        verdict: 'violated' as const,
        places: placesOf([score, actual, name]),
        message: `“${name.text}”实际完成值写“${actual?.text}”，却得满分 ${toShortText(stated)} 分。请按实际完成情况扣分，或说明理由。`,
        stated: toShortText(stated),
        unit: '分',
      },
    ]
  }
})
