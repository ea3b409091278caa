import { filingRoutes } from '../../contract/filing-routes.js'
import type { Pack } from '../../core/pack/pack.js'
import { dayOf } from '../../core/workflow/calendar.js'
import type { Role } from '../../core/workflow/role.js'
import { listUnfinished } from '../../store/filing-list-store.js'
import type { FilingRow } from '../../store/filing-store.js'
import { type EntryRow, listNotBegun } from '../../store/roster-entry-store.js'
import { serveRoute } from '../routing/serve-route.js'
import { filingShown } from './filing-shown.js'
import { titleOf } from './filing-title.js'

/** 我的任务: what nobody has begun, what waits for the caller, and what waits for others. */
export const readTasks = serveRoute(
  filingRoutes.readTasks,
  async ({ query: { year }, caller, workplace: { store, now, packs } }) => {
    const { regionId, role } = caller
    const [rows, entries] = await store.asActor(caller, async (trx) => [
      await listUnfinished(trx, { regionId, year }),
      fillsIn(role) ? await listNotBegun(trx, { regionId, year }) : [],
    ])
    const known = await packs(regionId)
    const mine = rows.filter(({ waiting_for }) => standsInFor(role, waiting_for))
    const others = rows.filter((row) => !mine.includes(row) && concerns(role, row))
    return {
      today: dayOf(now()),
      notBegun: entries.map((entry) => entryShown(entry, known)),
      mine: mine.map((row) => filingShown(row, caller)),
      waiting: others.map((row) => filingShown(row, caller)),
    }
  },
)

function fillsIn(role: Role): boolean {
  return role === 'preparer' || role === 'headOfUnit'
}

/** Who may do the work that waits for another role. */
const standIns: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  headOfUnit: ['preparer'],
  performanceSection: ['financeReviewer'],
}

function standsInFor(role: Role, waiting: Role | null): boolean {
  return waiting !== null && (waiting === role || (standIns[role] ?? []).includes(waiting))
}

/** A reviewer does not wait for drafts that nobody has submitted yet. */
function concerns(role: Role, { state }: FilingRow): boolean {
  return fillsIn(role) || state !== 'draft'
}

function entryShown(entry: EntryRow, packs: readonly Pack[]) {
  return {
    entryId: entry.entry_id,
    unitId: entry.unit_id,
    unitName: entry.unit_name,
    budgetYear: entry.budget_year,
    title: titleOf(entry, packs),
    projectName: entry.project_name,
    packId: entry.pack_id,
    dueOn: entry.due_on,
    hasLastYear: entry.has_last_year,
  }
}
