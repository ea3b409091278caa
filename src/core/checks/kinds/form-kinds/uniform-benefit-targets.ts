import { compare, decimal } from '../../../exact/decimal.js'
import { normalise } from '../../../exact/normalise.js'
import type { CheckKind } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { numberOf } from '../../parameters.js'
import { indicatorsOfForm, numberIn } from './indicator.js'

/** IND-11: benefit targets that are all the same high percentage need a source. */
export const uniformBenefitTargets: CheckKind = (filing, definition) => {
  const least = numberOf(definition, 'least')
  return filing.forms.flatMap((form) => {
    const rows = indicatorsOfForm(form).filter(
      ({ dimension, target }) => dimension === 'benefit' && numberIn(target)?.unit === '%',
    )
    const texts = new Set(rows.map(({ target }) => normalise(target?.text ?? '')))
    if (rows.length < 3) return []
    if (
      texts.size > 1 ||
      !rows.every(({ target }) => compare(numberIn(target)?.value ?? decimal('0'), least) >= 0)
    ) {
      return [quiet('holds', ...rows.map(({ target }) => target))]
    }
    return [
      {
        verdict: 'violated' as const,
        places: placesOf(rows.map(({ target }) => target)),
        message: `${rows.length} 个效益指标的指标值都是“${[...texts][0]}”，看不出怎么测算。请写明计算方法或数据来源。`,
      },
    ]
  })
}
