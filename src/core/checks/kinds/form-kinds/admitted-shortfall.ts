import { compare, toShortText } from '../../../exact/decimal.js'
import { placesOf, quiet } from '../../outcome.js'
import { wordsOf } from '../../parameters.js'
import { sortOf } from './completion.js'
import { givesNoReason, ofEachIndicator, pointsIn } from './indicator.js'

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
