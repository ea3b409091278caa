import { compare, toShortText } from '../../../exact/decimal.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind } from '../../../law/check.js'
import { figures, placesOf } from '../../outcome.js'
import { numberOf } from '../../parameters.js'
import { type IndicatorRow, indicatorsOfForm } from '../form-kinds/indicator.js'
import { sumOf } from '../form-kinds/weights.js'

/** Rows of a report that gives its indicators in several tables without a total row. */
function rowsWithoutTotal(filing: Filing): readonly IndicatorRow[] {
  const tables = filing.forms.filter(({ form }) => form === 'indicatorTable')
  const others = filing.forms.some(({ form }) => /SelfEvaluation$/.test(form))
  const totals = tables.some(({ fields }) => fields['total.score'] ?? fields['total.weight'])
  return others || totals ? [] : tables.flatMap(indicatorsOfForm)
}

/** WGT-01 over several tables: all weights together are 100. */
export const weightsOfTables: CheckKind = (filing, definition) => {
  const rows = rowsWithoutTotal(filing)
  const weights = rows.map(({ weight }) => weight)
  const sum = sumOf(weights)
  if (sum === undefined) return []
  const full = numberOf(definition, 'total')
  if (compare(sum, full) === 0) return [{ verdict: 'holds', places: placesOf(weights), message: '' }]
  return [
    {
      verdict: 'violated',
      places: placesOf(weights),
      message: `各表指标的分值合计是 ${toShortText(sum)} 分，应为 ${toShortText(full)} 分。请核对各指标的分值。`,
      ...figures(full, sum, '分'),
    },
  ]
}

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
