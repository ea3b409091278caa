import type { CheckKind } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { type IndicatorRow, indicatorsOfForm } from './indicator.js'
import { repeatsOf } from './repeated-indicators.js'

/** IND-03: no third-level indicator stands twice on one form. */
export const uniqueNames: CheckKind = (filing) =>
  filing.forms.flatMap((form) => {
    const rows = indicatorsOfForm(form)
    const repeated = repeatsOf(rows)
    if (rows.length > 0 && repeated.length === 0) return [quiet('holds', ...rows.map(({ name }) => name))]
    return repeated.map(({ first, again }) => ({
      verdict: 'violated' as const,
      places: placesOf([again.name, first.name]),
      message: `三级指标“${again.name.text}”在${groupWords(first)}和${groupWords(again)}各出现一次，同一件事计了两次分。请保留一个，另一个换成不同的指标。`,
    }))
  })

function groupWords({ aspect }: IndicatorRow): string {
  return aspect === '' ? '表中' : `“${aspect}”`
}
