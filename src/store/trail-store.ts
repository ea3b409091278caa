import { type Selectable, sql } from 'kysely'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

export type TrailEvent = Readonly<Selectable<Database['event']>>

/** `until` is the moment after the last. */
export type TrailQuestion = Readonly<{
  regionId: string
  from?: Date | undefined
  until?: Date | undefined
  query?: string | undefined
  action?: string | undefined
  accountId?: string | undefined
}>

function matching(trx: Trx, question: TrailQuestion) {
  const { regionId, from, until, query, action, accountId } = question
  let found = trx.selectFrom('event').where('region_id', '=', regionId)
  if (from !== undefined) found = found.where('happened_at', '>=', from)
  if (until !== undefined) found = found.where('happened_at', '<', until)
  if (action !== undefined && action !== '') found = found.where('action', '=', action)
  if (accountId !== undefined) found = found.where('account_id', '=', accountId)
  if (query !== undefined && query !== '')
    found = found.where(
      sql<boolean>`(position(${query} in account_name) > 0 or position(${query} in data::text) > 0)`,
    )
  return found
}

/** One page of a region's trail, newest first, and how much there is in all. */
export async function listTrail(
  trx: Trx,
  question: TrailQuestion,
  { offset, limit }: Readonly<{ offset: number; limit: number }>,
): Promise<Readonly<{ total: number; rows: readonly TrailEvent[] }>> {
  const { total } = await matching(trx, question)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const rows = await matching(trx, question)
    .selectAll()
    .orderBy('sequence', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return { total, rows }
}

/** The end of a region's chain; undefined while it has none. */
export function findTrailHead(trx: Trx, regionId: string) {
  return trx
    .selectFrom('trail_head')
    .select(['sequence', 'hash'])
    .where('region_id', '=', regionId)
    .executeTakeFirst()
}
