import { type Recorded, recordEvent } from '../../store/event-store.js'
import type { FilingRow } from '../../store/filing-store.js'
import type { Actor, Trx } from '../../store/store.js'

export type Deed = Readonly<{
  actor: Actor
  filing: Pick<FilingRow, 'filing_id' | 'unit_id' | 'unit_path' | 'version'>
  action: string
  at: Date
  /** Of a save or a move: the revision that it made. */
  revision?: string
  data?: Readonly<Record<string, unknown>>
}>

/** Appends to the trail what somebody did with a filing; last in the transaction. */
export async function recordFilingEvent(
  trx: Trx,
  { actor, filing, action, at, revision, data }: Deed,
): Promise<Recorded> {
  return recordEvent(trx, {
    regionId: actor.regionId,
    happenedAt: at,
    accountId: actor.accountId,
    accountName: actor.accountName,
    role: actor.role,
    action,
    unitId: filing.unit_id,
    unitPath: filing.unit_path,
    filingId: filing.filing_id,
    version: filing.version,
    revision: revision ?? null,
    data: data ?? {},
  })
}
