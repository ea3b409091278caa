import { sql } from 'kysely'
import type { Trx } from './store.js'

/** A project of a unit, and whether last year has a filing of it and this year one already. */
export type ProjectRow = Readonly<{ name: string; has_last_year: boolean; has_begun: boolean }>

/** Names a unit's filings of one year. */
export type UnitYear = Readonly<{ regionId: string; unitId: string; budgetYear: number }>

/** Projects of a unit that have not ended, by name. */
export async function listProjects(
  trx: Trx,
  { regionId, unitId, budgetYear }: UnitYear,
): Promise<readonly ProjectRow[]> {
  const hasFiling = (year: number) => sql<boolean>`exists (select 1 from filing
    where filing.region_id = project.region_id and filing.unit_id = project.unit_id
      and filing.project_id = project.project_id and filing.budget_year = ${year})`
  return trx
    .selectFrom('project')
    .select(['name', hasFiling(budgetYear - 1).as('has_last_year'), hasFiling(budgetYear).as('has_begun')])
    .where('region_id', '=', regionId)
    .where('unit_id', '=', unitId)
    .where('ended_year', 'is', null)
    .orderBy('name')
    .execute()
}

/**
 * The unit's project of that name, made when there is none. Two who name the same one at once get the same: the second
 * waits until the first's transaction ends.
 */
export async function takeProject(
  trx: Trx,
  { regionId, unitId, budgetYear, name }: UnitYear & Readonly<{ name: string }>,
): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`project ${regionId} ${unitId} ${name}`}, 0))`.execute(
    trx,
  )
  const known = await trx
    .selectFrom('project')
    .select('project_id')
    .where('region_id', '=', regionId)
    .where('unit_id', '=', unitId)
    .where('name', '=', name)
    .where('ended_year', 'is', null)
    .executeTakeFirst()
  if (known !== undefined) return known.project_id
  const { project_id } = await trx
    .insertInto('project')
    .values({
      region_id: regionId,
      unit_id: unitId,
      name,
      code: null,
      began_year: budgetYear,
      ended_year: null,
    })
    .returning('project_id')
    .executeTakeFirstOrThrow()
  return project_id
}

/** Pack ids that the region's rosters and filings name. */
export async function listUsedPacks(trx: Trx, regionId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ pack: string }>`
    select pack_id as pack from roster_entry where region_id = ${regionId}
    union select unnest(packs) from filing where region_id = ${regionId}
    order by pack`.execute(trx)
  return rows.map(({ pack }) => pack)
}

/** A project's name and code; undefined outside the actor's reach. */
export function findProject(
  trx: Trx,
  { regionId, projectId }: Readonly<{ regionId: string; projectId: string }>,
): Promise<Readonly<{ name: string; code: string | null }> | undefined> {
  return trx
    .selectFrom('project')
    .select(['name', 'code'])
    .where('region_id', '=', regionId)
    .where('project_id', '=', projectId)
    .executeTakeFirst()
}
