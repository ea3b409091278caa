import { toShortText } from '../../../exact/decimal.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { claimsOfKind, quietAt } from './wording.js'

/** XREF-04: a stated number of offices is the number of offices listed. */
export const statedCount: CheckKind = (filing) =>
  claimsOfKind(filing, 'count').map(({ stated, listed, label, place, listedAt }): Outcome => {
    const places = [place, ...listedAt.filter(({ quote }) => quote !== place.quote)]
    const number = toShortText(stated.stated.value)
    if (number === String(listed)) return quietAt('holds', places)
    return {
      verdict: 'violated',
      places,
      message: `“${place.quote.trim()}”，列出的${label}却是 ${listed} 个。请核对个数，或补上（删去）相应的${label}。`,
      expected: String(listed),
      stated: number,
      difference: String(Number.parseInt(number, 10) - listed),
      unit: '个',
    }
  })
