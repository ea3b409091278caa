import { recordEvent } from '../../store/event-store.js'
import type { AccountRow } from '../../store/sign-in-store.js'
import type { Trx } from '../../store/store.js'
import type { Workplace } from '../workplace/workplace.js'

/** What happened at the door, for the trail. */
export type AtTheDoor = Readonly<{ action: string; data: Readonly<Record<string, string>> }>

/** Leaves in the trail that an account came in, was refused or was locked; within a transaction. */
export async function recordOf(
  trx: Trx,
  account: AccountRow,
  { action, data, now }: AtTheDoor & Readonly<{ now: Date }>,
): Promise<void> {
  await recordEvent(trx, {
    regionId: account.region_id,
    happenedAt: now,
    accountId: account.account_id,
    accountName: account.name,
    role: null,
    action,
    data,
  })
}

/** The same, in a transaction of its own. */
export async function recordSignIn(
  { store, now }: Workplace,
  account: AccountRow,
  event: AtTheDoor,
): Promise<void> {
  await store.asSystem('door', (trx) => recordOf(trx, account, { ...event, now: now() }))
}
