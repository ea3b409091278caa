import type { Filing } from '../../../filing/filing.js'
import { type IndicatorRow, indicatorsOfForm } from '../form-kinds/indicator.js'

/** Rows of a report that gives its indicators in several tables without a total row. */
export function rowsWithoutTotal(filing: Filing): readonly IndicatorRow[] {
  const tables = filing.forms.filter(({ form }) => form === 'indicatorTable')
  const others = filing.forms.some(({ form }) => /SelfEvaluation$/.test(form))
  const totals = tables.some(({ fields }) => fields['total.score'] ?? fields['total.weight'])
  return others || totals ? [] : tables.flatMap(indicatorsOfForm)
}
