import type { z } from 'zod'
import { filingRoutes } from '../../contract/filing-routes.js'
import type { FilingShown } from '../../contract/filing-shapes.js'
import { dayOf } from '../../core/workflow/calendar.js'
import { listFilings } from '../../store/filing-list-store.js'
import { sendList } from '../routing/send-list.js'
import { serveRoute } from '../routing/serve-route.js'
import { filingQuery } from './filing-query.js'
import { filingShown } from './filing-shown.js'

/** 自评名单 as a workbook: every row that the filters let through. */
export const exportFilings = serveRoute(
  filingRoutes.exportFilings,
  async ({ query: { sort, ...filter }, caller, workplace: { store, now }, reply }) => {
    const rows = await store.asActor(caller, async (trx) => {
      const query = await filingQuery(trx, filter, { regionId: caller.regionId, now: now() })
      return listFilings(trx, query, { order: sort })
    })
    const shown = rows.map((row) => filingShown(row, caller))
    return sendList(reply, listOf(shown, filter.year))
  },
)

type Shown = z.output<typeof FilingShown>

const columns = [
  { title: '单位', width: 150, of: (row: Shown) => row.unitName },
  { title: '主管部门', width: 120, of: (row: Shown) => row.departmentName ?? '' },
  { title: '自评', width: 200, of: (row: Shown) => row.title },
  { title: '项目', width: 120, of: (row: Shown) => row.projectName ?? '' },
  { title: '年度', width: 45, kind: 'number', of: (row: Shown) => String(row.budgetYear) },
  { title: '状态', width: 130, of: (row: Shown) => row.stateName },
  { title: '等谁办理', width: 90, of: (row: Shown) => row.waitingForName ?? '' },
  { title: '从何时起', width: 80, of: (row: Shown) => dayOf(new Date(row.waitingSince)) },
  { title: '截止日期', width: 80, of: (row: Shown) => row.dueOn ?? '' },
  { title: '资金总额（万元）', width: 90, kind: 'number', of: (row: Shown) => row.totalFunds ?? '' },
  { title: '自评总分', width: 60, kind: 'number', of: (row: Shown) => row.statedTotal ?? '' },
  { title: '计算总分', width: 60, kind: 'number', of: (row: Shown) => row.computedTotal ?? '' },
  { title: '复核总分', width: 60, kind: 'number', of: (row: Shown) => row.proposedTotal ?? '' },
  { title: '错误', width: 40, kind: 'number', of: (row: Shown) => String(row.errors) },
  { title: '提示', width: 40, kind: 'number', of: (row: Shown) => String(row.warnings) },
  { title: '已填', width: 40, kind: 'number', of: (row: Shown) => String(row.filled) },
  { title: '应填', width: 40, kind: 'number', of: (row: Shown) => String(row.required) },
  { title: '风险', width: 40, kind: 'number', of: (row: Shown) => String(row.risk) },
  { title: '风险原因', width: 260, of: (row: Shown) => row.riskReasons.join('；') },
] as const

function listOf(rows: readonly Shown[], year: number | undefined) {
  return {
    title: year === undefined ? '绩效自评名单' : `${year}年度绩效自评名单`,
    columns,
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  }
}
