import { filingRoutes } from '../../contract/filing-routes.js'
import { checkContent } from '../../core/editing/check-content.js'
import { renderInWorker } from '../../documents/rendering-thread.js'
import { sendFile } from '../routing/send-list.js'
import { serveRoute } from '../routing/serve-route.js'
import { filingOf, getFiling, getVersion } from './get-filing.js'

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

/** The filing, or one of its versions, as the official file with its computed cells filled in. */
export const downloadFiling = serveRoute(
  filingRoutes.downloadFiling,
  async ({ params: { filingId }, query: { as: format, version }, caller, workplace, reply }) => {
    const packs = await workplace.packs(caller.regionId)
    const { filing, row } = await workplace.store.asActor(caller, async (trx) => {
      const id = filingOf(caller, filingId)
      const filing = await getFiling(trx, id)
      return { filing, row: await getVersion(trx, id, version ?? filing.version) }
    })
    const { printed } = checkContent(row.content, packs)
    const used = packs.filter(({ id, form }) => form === 'report' || filing.packs.includes(id))
    const bytes = await renderInWorker(printed, { format, packs: used })
    const suffix = version === undefined ? '' : `（第${version}版）`
    const name = `${filing.budget_year}年度${filing.unit_name}${filing.title}${suffix}.${format}`
    return sendFile(reply, { name: name.replace(/[\\/:*?"<>|]/g, ''), type: types[format], bytes })
  },
)
