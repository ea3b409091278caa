import { filingRoutes } from '../../contract/filing-routes.js'
import { eventInWords } from '../../core/workflow/event-words.js'
import { parseMadeChanges } from '../../core/workflow/made-change.js'
import { roleNames } from '../../core/workflow/role.js'
import { type EventRow, listFilingEvents as listRows } from '../../store/filing-event-store.js'
import { serveRoute } from '../routing/serve-route.js'
import { filingOf } from './get-filing.js'

/** 操作留痕 of one filing in words, newest first. */
export const listFilingEvents = serveRoute(
  filingRoutes.listFilingEvents,
  async ({ params: { filingId }, query: { page, size }, caller, workplace: { store } }) => {
    const { total, rows } = await store.asActor(caller, (trx) =>
      listRows(trx, filingOf(caller, filingId), { offset: (page - 1) * size, limit: size }),
    )
    return { total, page, size, items: rows.map(eventShown) }
  },
)

function eventShown(row: EventRow) {
  const { happened_at: happenedAt, account_name: byName, action, data, role } = row
  return {
    sequence: row.sequence,
    happenedAt: happenedAt.toISOString(),
    byName,
    roleName: role === null ? null : roleNames[role],
    action,
    words: eventInWords({ happenedAt, byName, action, data }),
    version: row.version,
    revision: row.revision,
    cells: [...new Set(parseMadeChanges(data).map(({ cell }) => cell))],
  }
}
