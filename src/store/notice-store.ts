import { sql } from 'kysely'
import type { Trx } from './store.js'

/** What a notice of the year says about a unit's filing: the roster's entry for it, if any, and the day it is due. */
export async function findNoticeOf(
  trx: Trx,
  given: Readonly<{ regionId: string; unitId: string; budgetYear: number; projectId: string | null }>,
): Promise<Readonly<{ entry_id: string | null; due_on: string | null }> | undefined> {
  return trx
    .selectFrom('notice')
    .leftJoin('roster_entry', (join) =>
      join
        .onRef('roster_entry.region_id', '=', 'notice.region_id')
        .onRef('roster_entry.notice_id', '=', 'notice.notice_id')
        .on('roster_entry.unit_id', '=', given.unitId)
        .on('roster_entry.project_id', 'is not distinct from', given.projectId)
        .on('roster_entry.excused_because', 'is', null),
    )
    .select([
      'roster_entry.entry_id',
      sql<string | null>`coalesce(roster_entry.due_on, notice.due_on)`.as('due_on'),
    ])
    .where('notice.region_id', '=', given.regionId)
    .where('notice.budget_year', '=', given.budgetYear)
    .orderBy(sql`roster_entry.entry_id is null`)
    .orderBy('notice.issued_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Budget years that have notices or filings within the actor's reach, the newest first. */
export async function listBudgetYears(trx: Trx, regionId: string): Promise<number[]> {
  const { rows } = await sql<{ budget_year: number }>`
    select budget_year from notice where region_id = ${regionId}
    union select budget_year from filing where region_id = ${regionId}
    order by budget_year desc`.execute(trx)
  return rows.map((row) => row.budget_year)
}
