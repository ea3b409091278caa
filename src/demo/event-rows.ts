import { hashRow } from '../store/event-store.js'
import type { Trx } from '../store/store.js'
import { insertAll } from './insert-all.js'
import type { Person } from './people.js'
import type { LooseEvent } from './tables.js'
import type { ToldFiling } from './told-filing.js'

type Standing = Readonly<{ told: ToldFiling; version: number; revision: number }>
type Happened = Readonly<{
  by: Person
  at: Date
  action: string
  data: Readonly<Record<string, unknown>>
}>

/** Saves and moves count the revision up; what else is done to a filing leaves it. */
const countedActions = [
  'start',
  'edit',
  'submit',
  'acceptByDepartment',
  'acceptByBureau',
  'publish',
  'sendBack',
  'correct',
]

/** Something that somebody did with a filing, as the trail will have it. */
export function eventRow(
  { told, version, revision }: Standing,
  { by, at, action, data }: Happened,
): LooseEvent {
  return {
    happenedAt: at,
    accountId: by.accountId,
    accountName: by.name,
    role: by.role,
    action,
    unitId: told.unit.unitId,
    unitPath: told.unit.path,
    filingId: told.filingId,
    version,
    revision: countedActions.includes(action) ? String(revision) : null,
    data,
  }
}

/**
 * Puts all events into one chain in the order in which they happened, and gives every submitted version its receipt.
 * Only for a region without a trail.
 */
export async function recordChain(trx: Trx, regionId: string, events: readonly LooseEvent[]): Promise<void> {
  const ordered = [...events].sort((one, other) => one.happenedAt.getTime() - other.happenedAt.getTime())
  let previous = ''
  const rows = ordered.map(({ sealed, totalScore, ...event }, index) => {
    const row = chained(event, { regionId, sequence: String(index + 1), previous })
    previous = row.hash
    if (sealed !== undefined)
      sealed.receipt = JSON.stringify(receiptOf(event, sealed, { eventHash: row.hash, totalScore }))
    return row
  })
  await insertAll(trx, 'event', rows)
  const head = { sequence: String(rows.length), hash: previous }
  await trx
    .insertInto('trail_head')
    .values({ region_id: regionId, ...head })
    .execute()
}

function chained(
  event: Omit<LooseEvent, 'sealed' | 'totalScore'>,
  { regionId, sequence, previous }: Readonly<{ regionId: string; sequence: string; previous: string }>,
) {
  const row = {
    region_id: regionId,
    sequence,
    happened_at: event.happenedAt.toISOString(),
    account_id: event.accountId,
    account_name: event.accountName,
    role: event.role,
    action: event.action,
    unit_id: event.unitId,
    unit_path: event.unitPath,
    filing_id: event.filingId,
    version: event.version,
    revision: event.revision,
    previous_hash: previous,
  }
  const hash = hashRow({ ...row, data: event.data })
  return { ...row, data: JSON.stringify(event.data), hash }
}

function receiptOf(
  event: Omit<LooseEvent, 'sealed' | 'totalScore'>,
  version: NonNullable<LooseEvent['sealed']>,
  { eventHash, totalScore }: Readonly<{ eventHash: string; totalScore: string | null | undefined }>,
): object {
  return {
    filingId: event.filingId,
    version: event.version,
    contentHash: version.content_hash,
    previousHash: version.previous_hash,
    eventHash,
    submittedAt: event.happenedAt.toISOString(),
    byName: event.accountName,
    signedBy: event.data.signedBy,
    totalScore: totalScore ?? null,
  }
}
