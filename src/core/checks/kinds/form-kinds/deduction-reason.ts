import { compare, subtract, toShortText } from '../../../exact/decimal.js'
import { bareWords } from '../../../exact/normalise.js'
import { figures, placesOf, quiet } from '../../outcome.js'
import { completionOf } from './completion.js'
import { givesNoReason, ofEachIndicator, pointsIn } from './indicator.js'

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
