import type { Insertable } from 'kysely'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

/** Amounts of the budget execution ledger for one unit, year and project. `amount`: decimal text. */
export async function listLedgerAmounts(
  trx: Trx,
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

type NewAmount = Omit<
  Insertable<Database['ledger_amount']>,
  'region_id' | 'unit_id' | 'budget_year' | 'project_id'
>

/** Puts the amounts of an export in the place of those that were there before. */
export async function recordLedgerAmounts(
  trx: Trx,
  owner: Readonly<{ region_id: string; unit_id: string; budget_year: number; project_id: string | null }>,
  amounts: readonly NewAmount[],
): Promise<void> {
  await trx
    .deleteFrom('ledger_amount')
    .where('region_id', '=', owner.region_id)
    .where('unit_id', '=', owner.unit_id)
    .where('budget_year', '=', owner.budget_year)
    .where('project_id', 'is not distinct from', owner.project_id)
    .execute()
  await trx
    .insertInto('ledger_amount')
    .values(amounts.map((amount) => ({ ...owner, ...amount })))
    .execute()
}
