import { compare, type Decimal, decimal, subtract, toShortText } from '../../../exact/decimal.js'
import { fromDecimal, multiplyRational, toDecimal } from '../../../exact/rational.js'
import type { Outcome } from '../../../law/check.js'
import { figures, placesOf, quiet } from '../../outcome.js'
import { completionOf, sortOf } from './completion.js'
import { type IndicatorRow, ofEachIndicator, pointsIn } from './indicator.js'

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
