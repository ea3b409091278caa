import { compare, toShortText } from '../../../exact/decimal.js'
import type { CheckKind } from '../../../law/check.js'
import { figures, placesOf } from '../../outcome.js'
import { sumOf } from '../form-kinds/sum-of-points.js'
import { rowsWithoutTotal } from './rows-without-total.js'

/** SCR-04 over several tables: all scores together are the total that the report states. */
export const scoresOfTables: CheckKind = (filing) => {
  const scores = rowsWithoutTotal(filing).map(({ score }) => score)
  const sum = sumOf(scores)
  const claim = filing.narrative.claims.find(({ kind }) => kind === 'score')
  const total = claim?.kind === 'score' ? claim.total : undefined
  if (sum === undefined || total === undefined) return []
  const places = [total.place, ...placesOf(scores)]
  const gap = compare(sum, total.stated.value)
  if (gap === 0) return [{ verdict: 'holds', places, message: '' }]
  return [
    {
      verdict: 'violated',
      places,
      message: `正文写总得分 ${toShortText(total.stated.value)} 分，各表得分合计是 ${toShortText(sum)} 分，对不上。请核对各指标得分和总分。`,
      ...figures(sum, total.stated.value, '分'),
    },
  ]
}
