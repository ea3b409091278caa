import { sql } from 'kysely'
import type { Trx } from './store.js'
import type { Unit } from './unit-store.js'
/** `path`: the unit's new one, from `pathUnder`. */
export type Move = Readonly<{ regionId: string; unit: Unit; parent: Unit; path: string }>

/** What a unit is called in paths: its code, so that paths sort as the tree does, unless that could be mistaken. */
export function pathUnder(
  { unit_id, code }: Pick<Unit, 'unit_id' | 'code'>,
  parent: Pick<Unit, 'path'> | undefined,
  taken: ReadonlySet<string>,
): string {
  const path = `${parent?.path ?? '/'}${code}/`
  return /^[0-9A-Za-z-]{1,40}$/.test(code) && !taken.has(path) ? path : `${parent?.path ?? '/'}${unit_id}/`
}

/**
 * Puts a unit with everything below it under another one: units, filings, rosters and uploads follow in the same
 * transaction, so that whoever sees the new place sees them too. Filings on their way go on to the reviewers of
 * the new place. The trail keeps the path of its day.
 *
 * @returns how many filings followed
 */
export async function recordMove(trx: Trx, move: Move): Promise<number> {
  const { regionId, unit, parent, path: to } = move
  await trx
    .updateTable('unit')
    .set({ parent_id: parent.unit_id })
    .where('region_id', '=', regionId)
    .where('unit_id', '=', unit.unit_id)
    .execute()
  const renewed = (column: string) =>
    sql<string>`${to} || substr(${sql.ref(column)}, ${unit.path.length + 1}::integer)`
  const below = (column: string) => sql<boolean>`starts_with(${sql.ref(column)}, ${unit.path})`
  await trx
    .updateTable('unit')
    .set({ path: renewed('path') })
    .where('region_id', '=', regionId)
    .where(below('path'))
    .execute()
  for (const table of ['roster_entry', 'upload'] as const)
    await trx
      .updateTable(table)
      .set({ unit_path: renewed('unit_path') })
      .where('region_id', '=', regionId)
      .where(below('unit_path'))
      .execute()
  const moved = await trx
    .updateTable('filing')
    .set({ unit_path: renewed('unit_path') })
    .where('region_id', '=', regionId)
    .where(below('unit_path'))
    .executeTakeFirstOrThrow()
  await renewReviewers(trx, regionId, to)
  return Number(moved.numUpdatedRows)
}

/** Who reviews follows from where the unit stands now. */
async function renewReviewers(trx: Trx, regionId: string, path: string): Promise<void> {
  await sql`
    update filing set
      under_bureau = place.under_bureau,
      waiting_for = case
        when filing.state = 'submitted' and place.under_bureau then 'financeReviewer'
        when filing.state = 'submitted' then 'departmentReviewer'
        else filing.waiting_for end
    from (
      select unit.region_id, unit.unit_id, parent.kind = 'bureau' as under_bureau
      from unit join unit as parent on parent.region_id = unit.region_id and parent.unit_id = unit.parent_id
      where unit.region_id = ${regionId} and starts_with(unit.path, ${path})
    ) as place
    where filing.region_id = place.region_id and filing.unit_id = place.unit_id
      and filing.under_bureau <> place.under_bureau`.execute(trx)
}
