import { compare, type decimal, subtract, toShortText } from '../../../exact/decimal.js'
import type { FieldValue, Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { claimsOfKind, placesOfFacts, quietAt } from './wording.js'

/** SCR-05: the total score in the text is the one on the form. Asked only where it is clear which form is meant. */
export const proseScoreIsFormScore: CheckKind = (filing) => {
  const totals = formTotals(filing)
  return claimsOfKind(filing, 'score').flatMap(({ total, place }): readonly Outcome[] => {
    if (total === undefined || totals.length === 0) return []
    const stated = total.stated.value
    const same = totals.find(({ value }) => compare(value, stated) === 0)
    if (same !== undefined) return [quietAt('holds', [place, same.field.place])]
    const [only, ...more] = totals
    if (only === undefined || more.length > 0) return [quietAt('cannotCheck', [place])]
    return [
      {
        verdict: 'violated',
        places: [...placesOfFacts([total]), only.field.place],
        message: `正文写“${total.place.quote}”，自评表总分是 ${toShortText(only.value)} 分，相差 ${toShortText(subtract(stated, only.value)).replace('-', '')} 分。请按自评表统一。`,
        expected: toShortText(only.value),
        stated: toShortText(stated),
        difference: toShortText(subtract(stated, only.value)),
        unit: '分',
      },
    ]
  })
}

function formTotals(filing: Filing): readonly { field: FieldValue; value: ReturnType<typeof decimal> }[] {
  return filing.forms.flatMap(({ fields }) => {
    const field = fields['total.score']
    return field?.stated.kind === 'number' ? [{ field, value: field.stated.value }] : []
  })
}
