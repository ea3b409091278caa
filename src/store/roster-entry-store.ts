import { sql } from 'kysely'
import { likePattern } from './filing-list-store.js'
import type { Trx } from './store.js'

/** 应报名单 entries that nobody has begun. */
export type EntryQuery = Readonly<{
  regionId: string
  year?: number | undefined
  departmentPath?: string | undefined
  words?: string | undefined
  overdueOn?: string | undefined
}>

/** One entry with unit, project and notice. `due_on`: its own date, else the notice's. */
export type EntryRow = Readonly<{
  entry_id: string
  unit_id: string
  unit_path: string
  unit_name: string
  parent_kind: 'bureau' | 'department' | 'unit' | null
  budget_year: number
  project_id: string | null
  project_name: string | null
  pack_id: string
  due_on: string | null
  has_last_year: boolean
}>

/** Entries without a filing, inside the actor's reach. */
export async function listNotBegun(trx: Trx, query: EntryQuery): Promise<readonly EntryRow[]> {
  return selectEntry(notBegun(trx, query)).orderBy('due_on').orderBy('roster_entry.entry_id').execute()
}

/** How many entries have no filing. */
export async function countNotBegun(trx: Trx, query: EntryQuery): Promise<number> {
  const { count } = await notBegun(trx, query)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** One entry that is not excused, begun or not. */
export async function findEntry(
  trx: Trx,
  { regionId, entryId }: Readonly<{ regionId: string; entryId: string }>,
): Promise<EntryRow | undefined> {
  return selectEntry(entries(trx, { regionId }))
    .where('roster_entry.entry_id', '=', entryId)
    .executeTakeFirst()
}

const due = sql<string | null>`coalesce(roster_entry.due_on, notice.due_on)`

function entries(trx: Trx, { regionId, year, departmentPath, words, overdueOn }: EntryQuery) {
  const pattern = likePattern(words ?? '')
  return trx
    .selectFrom('roster_entry')
    .innerJoin('notice', (join) =>
      join
        .onRef('notice.region_id', '=', 'roster_entry.region_id')
        .onRef('notice.notice_id', '=', 'roster_entry.notice_id'),
    )
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.region_id', '=', 'roster_entry.region_id')
        .onRef('unit.unit_id', '=', 'roster_entry.unit_id'),
    )
    .leftJoin('project', (join) =>
      join
        .onRef('project.region_id', '=', 'roster_entry.region_id')
        .onRef('project.project_id', '=', 'roster_entry.project_id'),
    )
    .where('roster_entry.region_id', '=', regionId)
    .where('roster_entry.excused_because', 'is', null)
    .$if(year !== undefined, (rows) => rows.where('notice.budget_year', '=', year ?? 0))
    .$if(departmentPath !== undefined, (rows) =>
      rows.where('roster_entry.unit_path', 'like', `${departmentPath ?? ''}%`),
    )
    .$if(overdueOn !== undefined, (rows) => rows.where(due, '<', overdueOn ?? ''))
    .$if(words !== undefined && words.trim() !== '', (rows) =>
      rows.where(({ or, eb }) =>
        or([
          eb('unit.name', 'like', pattern),
          eb('unit.code', 'like', pattern),
          eb('project.name', 'like', pattern),
        ]),
      ),
    )
}

function notBegun(trx: Trx, query: EntryQuery) {
  return entries(trx, query).where(
    sql<boolean>`not exists (select 1 from filing where filing.region_id = roster_entry.region_id
      and filing.unit_id = roster_entry.unit_id and filing.budget_year = notice.budget_year
      and filing.project_id is not distinct from roster_entry.project_id)`,
  )
}

function selectEntry(query: ReturnType<typeof entries>) {
  return query.select([
    'roster_entry.entry_id',
    'roster_entry.unit_id',
    'roster_entry.unit_path',
    'roster_entry.project_id',
    'roster_entry.pack_id',
    'notice.budget_year',
    'unit.name as unit_name',
    'project.name as project_name',
    due.as('due_on'),
    sql<EntryRow['parent_kind']>`(select parent.kind from unit as parent
      where parent.region_id = unit.region_id and parent.unit_id = unit.parent_id)`.as('parent_kind'),
    sql<boolean>`exists (select 1 from filing where filing.region_id = roster_entry.region_id
      and filing.unit_id = roster_entry.unit_id and filing.budget_year = notice.budget_year - 1
      and filing.project_id is not distinct from roster_entry.project_id)`.as('has_last_year'),
  ])
}
