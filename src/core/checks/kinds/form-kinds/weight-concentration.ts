import { compare, toShortText } from '../../../exact/decimal.js'
import { placesOf, quiet } from '../../outcome.js'
import { numberOf } from '../../parameters.js'
import { ofEachIndicator, pointsIn } from './indicator.js'

/** WGT-06: no single indicator holds more than a share of all points. */
export const weightConcentration = ofEachIndicator((definition) => {
  const most = numberOf(definition, 'most')
  return ({ name, weight }) => {
    const points = pointsIn(weight)
    if (points === undefined) return []
    if (compare(points, most) <= 0) return [quiet('holds', weight)]
    return [
      {
        verdict: 'violated' as const,
        places: placesOf([weight, name]),
        message: `“${name.text}”一项占 ${toShortText(points)} 分，过于集中（一般不超过 ${toShortText(most)} 分）。请看看能否拆细。`,
        expected: toShortText(most),
        stated: toShortText(points),
        unit: '分',
      },
    ]
  }
})
