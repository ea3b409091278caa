import { recordEvent } from '../../store/event-store.js'
import type { Trx } from '../../store/store.js'
import type { Caller } from '../door/visitor.js'
import type { Workplace } from '../workplace/workplace.js'
import type { AdministrationAction } from './trail/administration-words.js'

/** Something an administrator did. `data`: names and figures as they were then, from which the trail's words are made. */
export type Done = Readonly<{
  action: AdministrationAction
  unit?: Readonly<{ unit_id: string; path: string }>
  data: Readonly<Record<string, unknown>>
}>

/** Appends what was done to the trail, in the transaction that did it. */
export async function recordDone(
  trx: Trx,
  { caller, workplace }: Readonly<{ caller: Caller; workplace: Workplace }>,
  { action, unit, data }: Done,
): Promise<void> {
  await recordEvent(trx, {
    regionId: caller.regionId,
    happenedAt: workplace.now(),
    accountId: caller.accountId,
    accountName: caller.accountName,
    role: caller.role,
    action,
    unitId: unit?.unit_id ?? null,
    unitPath: unit?.path ?? null,
    data,
  })
}
