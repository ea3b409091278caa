import { compare, toShortText } from '../../../exact/decimal.js'
import type { CheckKind } from '../../../law/check.js'
import { figures, placesOf } from '../../outcome.js'
import { numberOf } from '../../parameters.js'
import { sumOf } from '../form-kinds/sum-of-points.js'
import { rowsWithoutTotal } from './rows-without-total.js'

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
