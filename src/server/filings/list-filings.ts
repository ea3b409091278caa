import { filingRoutes } from '../../contract/filing-routes.js'
import { countFilings, listFilings as listRows } from '../../store/filing-list-store.js'
import { countNotBegun } from '../../store/roster-entry-store.js'
import { serveRoute } from '../routing/serve-route.js'
import { filingQuery } from './filing-query.js'
import { filingShown } from './filing-shown.js'

/** 自评名单: one page, the exact total, and how many there are in each state under the other filters. */
export const listFilings = serveRoute(
  filingRoutes.listFilings,
  async ({ query: { page, size, sort, ...filter }, caller, workplace: { store, now } }) =>
    store.asActor(caller, async (trx) => {
      const query = await filingQuery(trx, filter, { regionId: caller.regionId, now: now() })
      const counts = await countFilings(trx, query)
      const rows = await listRows(trx, query, { order: sort, offset: (page - 1) * size, limit: size })
      const notBegun = await countNotBegun(trx, query)
      const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
      const total = query.state === undefined ? all : (counts[query.state] ?? 0)
      return { total, page, size, items: rows.map((row) => filingShown(row, caller)), counts, notBegun }
    }),
)
