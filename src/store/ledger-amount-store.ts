import type { Transaction } from 'kysely'
import type { Database } from './schema.js'

/** Amounts of the budget execution ledger for one unit, year and project. `amount`: decimal text. */
export async function listLedgerAmounts(
  trx: Transaction<Database>,
  filing: Readonly<{ region_id: string; unit_id: string; budget_year: number; project_id: string | null }>,
) {
  return trx
    .selectFrom('ledger_amount')
    .select(['quantity', 'stage', 'amount', 'unit_of_amount as unit'])
    .where('region_id', '=', filing.region_id)
    .where('unit_id', '=', filing.unit_id)
    .where('budget_year', '=', filing.budget_year)
    .where('project_id', 'is not distinct from', filing.project_id)
    .orderBy('quantity')
    .orderBy('stage')
    .execute()
}
