import { sql } from 'kysely'
import { hashRow } from './event-store.js'
import type { Store } from './store.js'

type WholeStore = Pick<Store, 'asSystem'>

/** What checking the trail of a region found. */
export type TrailReport = Readonly<{
  /** Events read, up to the first that does not fit. */
  events: number
  head: Readonly<{ sequence: string; hash: string }>
  /** The first place that does not fit: an event changed, missing, added, or a head that is not the last event's. */
  broken: Readonly<{ sequence: string; because: 'changed' | 'missing' | 'head' }> | undefined
}>

const batch = 1000

/** Recomputes the whole chain of a region, a batch at a time. Events appended meanwhile are part of it or not, never half. */
export async function verifyTrail(store: WholeStore, regionId: string): Promise<TrailReport> {
  const head = await findHead(store, regionId)
  let last = { sequence: '0', hash: '' }
  for (;;) {
    const rows = await findEvents(store, regionId, { after: last.sequence, until: head.sequence })
    for (const row of rows) {
      const next = String(BigInt(last.sequence) + 1n)
      const events = Number(last.sequence)
      if (row.sequence !== next) return { events, head, broken: { sequence: next, because: 'missing' } }
      if (row.previous_hash !== last.hash || row.hash !== hashRow(row)) {
        return { events, head, broken: { sequence: row.sequence, because: 'changed' } }
      }
      last = { sequence: row.sequence, hash: row.hash }
    }
    if (rows.length < batch) return compareHead(store, regionId, head, last)
  }
}

async function compareHead(
  store: WholeStore,
  regionId: string,
  head: TrailReport['head'],
  last: TrailReport['head'],
): Promise<TrailReport> {
  const events = Number(last.sequence)
  const next = String(BigInt(last.sequence) + 1n)
  if (last.sequence !== head.sequence) return { events, head, broken: { sequence: next, because: 'missing' } }
  if (last.hash !== head.hash) return { events, head, broken: { sequence: head.sequence, because: 'head' } }
  const beyond = await isBeyondHead(store, regionId)
  return { events, head, broken: beyond ? { sequence: next, because: 'head' } : undefined }
}

async function findHead(store: WholeStore, regionId: string) {
  const head = await store.asSystem('upkeep', (trx) =>
    trx
      .selectFrom('trail_head')
      .select(['sequence', 'hash'])
      .where('region_id', '=', regionId)
      .executeTakeFirst(),
  )
  return head ?? { sequence: '0', hash: '' }
}

function findEvents(store: WholeStore, regionId: string, { after, until }: { after: string; until: string }) {
  return store.asSystem('upkeep', (trx) =>
    trx
      .selectFrom('event')
      .selectAll()
      .where('region_id', '=', regionId)
      .where('sequence', '>', after)
      .where('sequence', '<=', until)
      .orderBy('sequence')
      .limit(batch)
      .execute(),
  )
}

/** Head and last event change together, so one question sees both as they were at one moment. */
async function isBeyondHead(store: WholeStore, regionId: string): Promise<boolean> {
  const { rows } = await store.asSystem('upkeep', (trx) =>
    sql`select 1 from event where region_id = ${regionId} and sequence >
      coalesce((select sequence from trail_head where region_id = ${regionId}), 0) limit 1`.execute(trx),
  )
  return rows.length > 0
}
