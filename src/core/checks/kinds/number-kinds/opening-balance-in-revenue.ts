import { toShortText } from '../../../exact/decimal.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { sumRelation } from '../../../narrative/relations.js'
import { amountWords, claimsOfKind, figuresOf, placesOfFacts, quietAt } from './wording.js'

/** CAT-01: 年初结转和结余 is counted inside 本年收入. */
export const openingBalanceInRevenue: CheckKind = (filing) =>
  claimsOfKind(filing, 'parts').flatMap(({ whole, parts }): readonly Outcome[] => {
    const opening = parts.find(({ quantity }) => quantity === 'openingBalance')
    if (opening === undefined || whole.quantity !== 'totalRevenue' || /总计/.test(whole.label)) return []
    if (whole.stage !== 'executedAmount' || opening.stated.value.digits === 0n) return []
    const places = placesOfFacts([opening, whole])
    const all = sumRelation(whole, parts)
    const revenue = sumRelation(
      whole,
      parts.filter((part) => part !== opening),
    )
    if (revenue !== undefined && revenue.verdict !== 'violated') return [quietAt(revenue.verdict, places)]
    if (revenue === undefined || all === undefined || all.verdict === 'violated')
      return [quietAt('cannotCheck', places)]
    return [
      {
        verdict: 'violated',
        places,
        message: `“${opening.place.quote}”算进了收入：年初结转不是本年收入。本年收入应为 ${toShortText(revenue.expected)}${revenue.unit}；${amountWords(whole)} 是收入加年初结转的“总计”。请改写为“收入总计”，或把年初结转单列。`,
        ...figuresOf(revenue, whole),
      },
    ]
  })
