import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

/** Names one filing. */
export type FilingId = Readonly<{ regionId: string; filingId: string }>

/** A filing with the names that every list shows, and how its version in hand was opened. */
export type FilingRow = Readonly<
  Selectable<Database['filing']> & {
    unit_name: string
    department_name: string | null
    project_name: string | null
    opened_by: Database['filing_version']['opened_by']
    flags: number
    proposed_total: string | null
  }
>

/** Asked in the list of columns: with a limit, only for the rows shown. */
const openedBy = sql<Database['filing_version']['opened_by']>`(
  select opened_by from filing_version where filing_version.region_id = filing.region_id
    and filing_version.filing_id = filing.filing_id and filing_version.version = filing.version)`
/** The departments' names are gathered once for all rows, then looked up by the paths above the unit's own. */
const departmentOf = sql<string | null>`(
  select above.name from (
    select stroke, (select jsonb_object_agg(region_id || path, name) from unit where kind = 'department')
      ->> (filing.region_id || left(filing.unit_path, stroke)) as name
    from generate_series(1, length(filing.unit_path)) as stroke
    where substr(filing.unit_path, stroke, 1) = '/') as above
  where above.name is not null order by above.stroke desc limit 1)`
const flagsOf = sql<number>`(
  select count(*)::int from flag where flag.region_id = filing.region_id
    and flag.filing_id = filing.filing_id and flag.version = filing.version)`

/** The unit's total with 复核分 in the place of its own points; null where none are proposed. */
const proposedTotal = sql<string | null>`(
  select trim_scale(coalesce(filing.stated_total, filing.computed_total) + sum(points - coalesce(self_points, 0)))::text
  from proposed_score where proposed_score.region_id = filing.region_id
    and proposed_score.filing_id = filing.filing_id and proposed_score.version = filing.version)`

/** Filings joined with unit and project. */
export function filingsWithNames(trx: Trx) {
  return trx
    .selectFrom('filing')
    .innerJoin('unit', (join) =>
      join.onRef('unit.region_id', '=', 'filing.region_id').onRef('unit.unit_id', '=', 'filing.unit_id'),
    )
    .leftJoin('project', (join) =>
      join
        .onRef('project.region_id', '=', 'filing.region_id')
        .onRef('project.project_id', '=', 'filing.project_id'),
    )
}

/** The columns of {@link FilingRow}. */
export function selectNames(query: ReturnType<typeof filingsWithNames>) {
  return query
    .selectAll('filing')
    .select([
      'unit.name as unit_name',
      'project.name as project_name',
      openedBy.as('opened_by'),
      departmentOf.as('department_name'),
      flagsOf.as('flags'),
      proposedTotal.as('proposed_total'),
    ])
}

/** One filing inside the actor's reach. */
export async function findFiling(trx: Trx, { regionId, filingId }: FilingId): Promise<FilingRow | undefined> {
  return selectNames(filingsWithNames(trx))
    .where('filing.region_id', '=', regionId)
    .where('filing.filing_id', '=', filingId)
    .executeTakeFirst()
}

/** Takes the filing in hand until the transaction ends: whoever comes second waits and sees what the first did. */
export async function lockFiling(trx: Trx, { regionId, filingId }: FilingId): Promise<void> {
  await trx
    .selectFrom('filing')
    .select('filing_id')
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .forUpdate()
    .execute()
}

/** Same unit and project, the year before. */
export async function findYearBefore(
  trx: Trx,
  filing: Pick<FilingRow, 'region_id' | 'unit_id' | 'project_id' | 'budget_year'>,
) {
  return trx
    .selectFrom('filing')
    .select(['filing_id', 'budget_year', 'version'])
    .where('region_id', '=', filing.region_id)
    .where('unit_id', '=', filing.unit_id)
    .where('project_id', 'is not distinct from', filing.project_id)
    .where('budget_year', '=', filing.budget_year - 1)
    .executeTakeFirst()
}

/** The filing of the same unit, year and project. @returns its id */
export async function findSame(
  trx: Trx,
  filing: Pick<FilingRow, 'region_id' | 'unit_id' | 'project_id' | 'budget_year'>,
): Promise<string | undefined> {
  const found = await trx
    .selectFrom('filing')
    .select('filing_id')
    .where('region_id', '=', filing.region_id)
    .where('unit_id', '=', filing.unit_id)
    .where('project_id', 'is not distinct from', filing.project_id)
    .where('budget_year', '=', filing.budget_year)
    .executeTakeFirst()
  return found?.filing_id
}

/** Whether a unit as a whole, not one of its projects, has a filing of a year. */
export async function hasWholeFiling(
  trx: Trx,
  { regionId, unitId, budgetYear }: Readonly<{ regionId: string; unitId: string; budgetYear: number }>,
): Promise<boolean> {
  const of = { region_id: regionId, unit_id: unitId, project_id: null, budget_year: budgetYear }
  return (await findSame(trx, of)) !== undefined
}

/** A filing to begin. @returns its id; undefined when the unit has one for that year and project already */
export async function createFiling(
  trx: Trx,
  filing: Insertable<Database['filing']>,
): Promise<string | undefined> {
  const created = await trx
    .insertInto('filing')
    .values(filing)
    .onConflict((conflict) => conflict.doNothing())
    .returning('filing_id')
    .executeTakeFirst()
  return created?.filing_id
}

/** Writes new columns of a filing and counts its revision up. @returns the new revision */
export async function updateFiling(
  trx: Trx,
  { regionId, filingId }: FilingId,
  columns: Updateable<Database['filing']>,
): Promise<string> {
  const { revision } = await trx
    .updateTable('filing')
    .set({ ...columns, revision: sql<string>`revision + 1` })
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return revision
}

/** Writes columns that follow from others, such as counts after an answer: the revision stays. */
export async function recordSummary(
  trx: Trx,
  { regionId, filingId }: FilingId,
  columns: Pick<Updateable<Database['filing']>, 'errors' | 'warnings' | 'risk' | 'risk_reasons'>,
): Promise<void> {
  await trx
    .updateTable('filing')
    .set(columns)
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .execute()
}

/** What decides who may do what with a filing; undefined outside the actor's reach. */
export function findStandingRow(trx: Trx, { regionId, filingId }: FilingId) {
  return trx
    .selectFrom('filing')
    .innerJoin('filing_version', (join) =>
      join
        .onRef('filing_version.region_id', '=', 'filing.region_id')
        .onRef('filing_version.filing_id', '=', 'filing.filing_id')
        .onRef('filing_version.version', '=', 'filing.version'),
    )
    .select(['filing.state', 'filing.unit_path', 'filing.under_bureau', 'filing_version.opened_by'])
    .where('filing.region_id', '=', regionId)
    .where('filing.filing_id', '=', filingId)
    .executeTakeFirst()
}

/** The budget year that a filing is of. */
export async function findBudgetYear(
  trx: Trx,
  { regionId, filingId }: FilingId,
): Promise<number | undefined> {
  const row = await trx
    .selectFrom('filing')
    .select('budget_year')
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .executeTakeFirst()
  return row?.budget_year
}
