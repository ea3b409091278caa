import { toShortText } from '../../../exact/decimal.js'
import type { CheckKind } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { indicatorsOfForm } from '../form-kinds/indicator.js'

/** IND-10: a count of people or visits claimed as done can be found in the report. */
export const actualValueInReport: CheckKind = (filing) => {
  const { sentences } = filing.narrative
  if (sentences.length < 20) return []
  return filing.forms.flatMap(indicatorsOfForm).flatMap(({ name, actual, aspect }) => {
    const stated = actual?.stated
    if (!/^数量/.test(aspect) || stated?.kind !== 'number' || stated.value.digits < 10n) return []
    const text = toShortText(stated.value)
    if (sentences.some((sentence) => sentence.text.includes(text))) return [quiet('holds', actual)]
    return [
      {
        verdict: 'violated' as const,
        places: placesOf([actual, name]),
        message: `“${name.text}”的实际完成值 ${actual?.text} 在报告正文里找不到。请在正文写明，或核对这个数。`,
        stated: text,
      },
    ]
  })
}
