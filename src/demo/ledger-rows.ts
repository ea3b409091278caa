import type { Insertable } from 'kysely'
import type { Database } from '../store/schema.js'
import type { Money } from './figures.js'
import { printHundredths } from './printed-figures.js'
import type { DemoUnit } from './units.js'

type LedgerRow = Insertable<Database['ledger_amount']>

/** This year's budget execution of a unit and of its main project, as the bureau's export has it. */
export function ledgerRows(
  { unitId, projectId, figures: { now } }: DemoUnit,
  regionId: string,
): readonly LedgerRow[] {
  const rows = (project: string | null, quantity: string, { initial, adjusted, executed }: Money) =>
    Object.entries({ initialBudget: initial, adjustedBudget: adjusted, executedAmount: executed }).map(
      ([stage, amount]) => ({
        ...{ region_id: regionId, unit_id: unitId, budget_year: now.year, project_id: project },
        ...{ quantity, stage, amount: printHundredths(amount), unit_of_amount: '万元', upload_id: null },
      }),
    )
  const project: Money = {
    initial: now.task.initial + now.business.initial,
    adjusted: now.task.adjusted + now.business.adjusted,
    executed: now.task.executed + now.business.executed,
  }
  return [
    ...rows(null, 'totalExpenditure', now.total),
    ...rows(null, 'basicExpenditure', now.basic),
    ...rows(null, 'projectExpenditure', project),
    ...rows(projectId, 'projectExpenditure', now.task),
  ]
}
