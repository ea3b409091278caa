import type { CheckKind } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { numberIn } from './indicator.js'

/** STR-02 for rates: a number in a percent column carries its %. */
export const percentSign: CheckKind = (filing) =>
  filing.forms.flatMap(({ fields }) => {
    const rate = fields['totalFunds.rate']
    const stated = numberIn(rate)
    if (stated === undefined) return []
    if (stated.unit === '%') return [quiet('holds', rate)]
    return [
      {
        verdict: 'violated' as const,
        places: placesOf([rate]),
        message: `执行率“${rate?.text}”没有写百分号。请写成“${rate?.text}%”。`,
        expected: `${rate?.text}%`,
        stated: rate?.text ?? '',
      },
    ]
  })
