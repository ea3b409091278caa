import { administrationRoutes } from '../../../contract/administration-routes.js'
import { roleNames } from '../../../core/workflow/role.js'
import { listTrail, type TrailEvent, type TrailQuestion } from '../../../store/trail-store.js'
import { verifyTrail } from '../../../store/verify-trail.js'
import { sendList } from '../../routing/send-list.js'
import { type Call, type Handler, type ServedRoute, serveRoute } from '../../routing/serve-route.js'
import { recordDone } from '../record-done.js'
import { actionLabels, eventWords } from './trail-words.js'

type ListCall = Call<typeof administrationRoutes.listTrail>
type Asking = Pick<ListCall, 'caller' | 'workplace'> & { query: Omit<ListCall['query'], 'page' | 'size'> }

async function readEvents(
  { caller, workplace, query }: Asking,
  range: Readonly<{ offset: number; limit: number }>,
) {
  const { from, until, ...rest } = query
  const question: TrailQuestion = {
    regionId: caller.regionId,
    ...rest,
    from: from === undefined ? undefined : new Date(`${from}T00:00:00+08:00`),
    until: until === undefined ? undefined : new Date(`${until}T24:00:00+08:00`),
  }
  return await workplace.store.asActor(caller, (trx) => listTrail(trx, question, range))
}

const answerTrail: Handler<typeof administrationRoutes.listTrail> = async ({ caller, workplace, query }) => {
  const { page, size } = query
  const range = { offset: (page - 1) * size, limit: size }
  const { total, rows } = await readEvents({ caller, workplace, query }, range)
  const actions = Object.entries(actionLabels).map(([action, words]) => ({ action, words }))
  return { page, size, total, items: rows.map(showEvent), actions }
}

const mostExported = 100_000

const exportTrail: Handler<typeof administrationRoutes.exportTrail> = async (call) => {
  const { total, rows } = await readEvents(call, { offset: 0, limit: mostExported })
  await call.workplace.store.asActor(call.caller, (trx) =>
    recordDone(trx, call, { action: 'exportTrail', data: { events: Math.min(total, mostExported) } }),
  )
  const cut =
    total > mostExported ? [['', '', '', '', `共 ${total} 条，本表是最近的 ${mostExported} 条`]] : []
  return sendList(call.reply, {
    title: '操作留痕',
    columns: [
      { title: '序号', width: 60 },
      { title: '时间', width: 130 },
      { title: '何人', width: 80 },
      { title: '岗位', width: 90 },
      { title: '何事', width: 420 },
      { title: '散列值', width: 300 },
    ],
    rows: [
      ...cut,
      ...rows.map((row) => {
        const { sequence, happenedAt, byName, roleName, words } = showEvent(row)
        return [sequence, happenedAt, byName, roleName ?? '', words, row.hash]
      }),
    ],
  })
}

const checkTrail: Handler<typeof administrationRoutes.checkTrail> = async (call) => {
  const { caller, workplace } = call
  const { events, head, broken } = await verifyTrail(workplace.store, caller.regionId)
  await workplace.store.asActor(caller, (trx) =>
    recordDone(trx, call, { action: 'verifyTrail', data: { events, intact: broken === undefined } }),
  )
  return {
    intact: broken === undefined,
    events,
    head: head.hash,
    brokenAt: broken?.sequence ?? null,
    words:
      broken === undefined
        ? `${events} 条留痕一环扣一环，没有一条被改动、删去或插入。`
        : `第 ${broken.sequence} 条起对不上（${brokenWords[broken.because]}），请保护好现场，用备份核对，并报告安全管理员。`,
    verifiedAt: workplace.now().toISOString(),
  }
}

const brokenWords = {
  changed: '内容被改过',
  missing: '有一条不见了',
  head: '链的末端和记录的不一致',
} as const

function showEvent(row: TrailEvent) {
  return {
    sequence: row.sequence,
    happenedAt: row.happened_at.toISOString(),
    byName: row.account_name,
    roleName: row.role === null ? null : roleNames[row.role],
    action: row.action,
    words: eventWords(row),
    version: row.version,
    revision: row.revision,
    cells: [],
  }
}

/** The trail, for its reader. */
export const trailHandlers: readonly ServedRoute[] = [
  serveRoute(administrationRoutes.listTrail, answerTrail),
  serveRoute(administrationRoutes.exportTrail, exportTrail),
  serveRoute(administrationRoutes.checkTrail, checkTrail),
]
