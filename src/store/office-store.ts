import type { Trx } from './store.js'

/** Offices that an account holds now, the oldest first. */
export function listOwnOffices(
  trx: Trx,
  { regionId, accountId }: Readonly<{ regionId: string; accountId: string }>,
) {
  return trx
    .selectFrom('office')
    .innerJoin('unit', (join) =>
      join.onRef('unit.region_id', '=', 'office.region_id').onRef('unit.unit_id', '=', 'office.unit_id'),
    )
    .select(['office.office_id', 'office.role', 'unit.unit_id', 'unit.name'])
    .where('office.region_id', '=', regionId)
    .where('office.account_id', '=', accountId)
    .where('office.ended_at', 'is', null)
    .orderBy('office.given_at')
    .orderBy('office.office_id')
    .execute()
}

/** Offices in use by their ids, with who holds them. */
export function listOfficesById(trx: Trx, officeIds: readonly string[]) {
  return trx
    .selectFrom('office')
    .innerJoin('account', (join) =>
      join
        .onRef('account.region_id', '=', 'office.region_id')
        .onRef('account.account_id', '=', 'office.account_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.region_id', '=', 'office.region_id').onRef('unit.unit_id', '=', 'office.unit_id'),
    )
    .select(['office.region_id', 'office.account_id', 'office.office_id', 'office.role'])
    .select(['account.name as account_name', 'unit.name as unit_name'])
    .where('office.office_id', 'in', officeIds)
    .where('office.ended_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .execute()
}
