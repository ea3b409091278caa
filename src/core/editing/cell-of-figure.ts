import { cellOfField } from './cell-of-field.js'
import type { CellKey, FormContent } from './content.js'

/**
 * The cell that a figure of a printed or drafted report repeats, `forms[1].totalFunds.executedAmount`. Undefined for
 * figures that no cell states alone: differences, last year's, the unit's own words.
 */
export function cellOfFigure(
  field: string,
  formAt: (index: number) => FormContent | undefined,
): CellKey | undefined {
  const [, index = '', inForm = ''] = /^forms\[(\d+)\]\.(.+)$/.exec(field) ?? []
  const form = index === '' ? undefined : formAt(Number(index))
  return form && cellOfField(form, inForm)
}
