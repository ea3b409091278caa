import { compare, type Decimal, decimal, multiply, toShortText } from '../../../exact/decimal.js'
import { placesOf, quiet } from '../../outcome.js'
import { numberOf } from '../../parameters.js'
import { givesNoReason, numberIn, ofEachIndicator } from './indicator.js'

/** IND-05: an actual far above its target is explained, or the target was too low. */
export const farAboveTarget = ofEachIndicator((definition) => {
  const most = numberOf(definition, 'percent')
  return ({ name, target, actual, reason, dimension }) => {
    const goal = numberIn(target)
    const done = numberIn(actual)
    if (goal === undefined || done === undefined || dimension === 'satisfaction' || dimension === 'cost')
      return []
    if (goal.relation === 'atMost' || goal.relation === 'lessThan' || goal.value.digits <= 0n) return []
    if (goal.unit !== done.unit && goal.unit !== undefined && done.unit !== undefined) return []
    const limit = multiply(goal.value, most)
    const within = compare(multiply(done.value, decimal('100')), limit) <= 0
    if (within || !givesNoReason(reason)) return [quiet('holds', target, actual)]
    return [
      {
        verdict: 'violated' as const,
        places: placesOf([actual, target, name]),
        message: `“${name.text}”实际完成 ${actual?.text}，超过目标 ${target?.text} 的 ${toShortText(most)}%。请说明原因；如果年初目标定低了，请按规定调减得分。`,
        expected: `≤ ${targetTimes(goal.value, most)}`,
        stated: toShortText(done.value),
      },
    ]
  }
})

function targetTimes(value: Decimal, percent: Decimal): string {
  return toShortText(multiply(multiply(value, percent), decimal('0.01')))
}
