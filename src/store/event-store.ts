import { sql } from 'kysely'
import type { Role } from '../core/workflow/role.js'
import { canonicalJson, hashEvent } from './event-hash.js'
import { jsonText } from './json-text.js'
import type { Trx } from './store.js'

/** Something somebody did. `account` null: the system itself. */
export type NewEvent = Readonly<{
  regionId: string
  happenedAt: Date
  accountId: string | null
  accountName: string
  role: Role | null
  /** What was done: `edit`, `submit`, `signIn`, … */
  action: string
  unitId?: string | null
  /** Decides who may read the event in the trail of the filing. */
  unitPath?: string | null
  filingId?: string | null
  version?: number | null
  revision?: string | number | null
  data?: Readonly<Record<string, unknown>>
}>

/** Where an event stands in the chain of its region. */
export type Recorded = Readonly<{ sequence: string; hash: string }>

/**
 * Appends an event to the chain of its region. Put it last in the transaction: from here to the end everybody else
 * of the region waits.
 */
export async function recordEvent(trx: Trx, event: NewEvent): Promise<Recorded> {
  const head = await lockHead(trx, event.regionId)
  const data = jsonText(event.data ?? {})
  const row = {
    region_id: event.regionId,
    sequence: String(BigInt(head.sequence) + 1n),
    happened_at: event.happenedAt.toISOString(),
    account_id: event.accountId,
    account_name: wellFormed(event.accountName),
    role: event.role,
    action: event.action,
    unit_id: event.unitId ?? null,
    unit_path: event.unitPath ?? null,
    filing_id: event.filingId ?? null,
    version: event.version ?? null,
    revision: event.revision === undefined || event.revision === null ? null : String(event.revision),
    data,
    previous_hash: head.hash,
  }
  const hash = hashRow({ ...row, data: JSON.parse(data) })
  await trx
    .with('moved', (query) =>
      query
        .updateTable('trail_head')
        .set({ sequence: row.sequence, hash })
        .where('region_id', '=', event.regionId)
        .returning('region_id'),
    )
    .insertInto('event')
    .values({ ...row, hash })
    .execute()
  return { sequence: row.sequence, hash }
}

async function lockHead(trx: Trx, regionId: string) {
  const found = await findHead(trx, regionId)
  if (found !== undefined) return found
  await sql`insert into trail_head (region_id) values (${regionId}) on conflict do nothing`.execute(trx)
  return (await findHead(trx, regionId)) ?? { sequence: '0', hash: '' }
}

function findHead(trx: Trx, regionId: string) {
  return trx
    .selectFrom('trail_head')
    .select(['sequence', 'hash'])
    .where('region_id', '=', regionId)
    .forUpdate()
    .executeTakeFirst()
}

/** A row of the trail in the forms in which it is hashed; the same for one being written and one read back. */
export type EventRow = Readonly<{
  region_id: string
  sequence: string
  happened_at: string | Date
  account_id: string | null
  account_name: string
  role: string | null
  action: string
  unit_id: string | null
  unit_path: string | null
  filing_id: string | null
  version: number | null
  revision: string | null
  data: unknown
  previous_hash: string
}>

/** @returns the hash that the row must bear */
export function hashRow(row: EventRow): string {
  return hashEvent({
    regionId: row.region_id,
    sequence: row.sequence,
    happenedAt: row.happened_at instanceof Date ? row.happened_at.toISOString() : row.happened_at,
    accountId: row.account_id,
    accountName: row.account_name,
    role: row.role,
    action: row.action,
    unitId: row.unit_id,
    unitPath: row.unit_path,
    filingId: row.filing_id,
    version: row.version,
    revision: row.revision,
    data: row.data,
    previousHash: row.previous_hash,
  })
}

function wellFormed(text: string): string {
  const parsed: unknown = JSON.parse(jsonText(text))
  return typeof parsed === 'string' ? parsed : canonicalJson(parsed)
}
