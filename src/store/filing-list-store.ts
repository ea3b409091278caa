import { type ExpressionBuilder, sql } from 'kysely'
import type { Role } from '../core/workflow/role.js'
import type { FilingState } from '../core/workflow/transition.js'
import { orderByName } from './chinese-order.js'
import { type FilingRow, filingsWithNames, selectNames } from './filing-store.js'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

/** Which filings a list shows. `overdueOn`: due before that day and not submitted. */
export type FilingQuery = Readonly<{
  regionId: string
  year?: number | undefined
  state?: FilingState | undefined
  waitingFor?: Role | undefined
  departmentPath?: string | undefined
  words?: string | undefined
  overdueOn?: string | undefined
}>

export type FilingOrder =
  | 'risk'
  | 'dueOn'
  | 'waitingSince'
  | 'errors'
  | 'totalFunds'
  | 'unitName'
  | 'changedAt'

/** `offset` and `limit` undefined: all rows. */
export type FilingPage = Readonly<{ order: FilingOrder; offset?: number; limit?: number }>

/** Rows of a list in their order. */
export async function listFilings(
  trx: Trx,
  query: FilingQuery,
  { order, offset, limit }: FilingPage,
): Promise<readonly FilingRow[]> {
  const byName = await orderByName(trx, 'unit.name')
  const rows = selectNames(chosen(trx, query))
  const ordered = order === 'unitName' ? rows : rows.orderBy(orders[order])
  const paged = ordered.orderBy(byName).orderBy('filing.filing_id')
  return limit === undefined
    ? paged.execute()
    : paged
        .limit(limit)
        .offset(offset ?? 0)
        .execute()
}

const orders = {
  risk: sql`filing.risk desc`,
  dueOn: sql`filing.due_on asc nulls last`,
  waitingSince: sql`filing.waiting_since asc`,
  errors: sql`filing.errors desc, filing.warnings desc`,
  totalFunds: sql`filing.total_funds desc nulls last`,
  changedAt: sql`filing.changed_at desc`,
} as const

/** How many filings in each state, and with which of the other filters. */
export async function countFilings(trx: Trx, query: FilingQuery): Promise<Readonly<Record<string, number>>> {
  const rows = await chosen(trx, { ...query, state: undefined })
    .select(['filing.state', sql<number>`count(*)::int`.as('count')])
    .groupBy('filing.state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** Filings of the tasks page: those not published yet, or waiting for one of the roles. */
export async function listUnfinished(
  trx: Trx,
  { regionId, year }: Readonly<{ regionId: string; year?: number | undefined }>,
): Promise<readonly FilingRow[]> {
  return selectNames(chosen(trx, { regionId, year }))
    .where('filing.state', '<>', 'published')
    .orderBy(sql`filing.due_on asc nulls last`)
    .orderBy('filing.waiting_since')
    .orderBy('filing.filing_id')
    .execute()
}

function chosen(trx: Trx, query: FilingQuery) {
  const { regionId, year, state, waitingFor, departmentPath, words, overdueOn } = query
  return filingsWithNames(trx)
    .where('filing.region_id', '=', regionId)
    .$if(year !== undefined, (rows) => rows.where('filing.budget_year', '=', year ?? 0))
    .$if(state !== undefined, (rows) => rows.where('filing.state', '=', state ?? 'draft'))
    .$if(waitingFor !== undefined, (rows) => rows.where('filing.waiting_for', '=', waitingFor ?? 'preparer'))
    .$if(departmentPath !== undefined, (rows) =>
      rows.where('filing.unit_path', 'like', `${departmentPath ?? ''}%`),
    )
    .$if(words !== undefined && words.trim() !== '', (rows) => rows.where(mentions(words ?? '')))
    .$if(overdueOn !== undefined, (rows) =>
      rows.where('filing.due_on', '<', overdueOn ?? '').where('filing.state', 'in', ['draft', 'returned']),
    )
}

type Searched = Database & { project: Database['project'] }

/** Words looked for in unit, code, project and title; `%` and `_` are signs like any other. */
function mentions(words: string) {
  const pattern = likePattern(words)
  return ({ or, eb }: ExpressionBuilder<Searched, 'filing' | 'unit' | 'project'>) =>
    or([
      eb('unit.name', 'like', pattern),
      eb('unit.code', 'like', pattern),
      eb('project.name', 'like', pattern),
      eb('filing.title', 'like', pattern),
    ])
}

/** `%words%` for LIKE with its signs escaped. */
export function likePattern(words: string): string {
  return `%${words.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
