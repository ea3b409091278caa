import { uploadRoutes } from '../../contract/upload-routes.js'
import { findFiling } from '../../store/filing-store.js'
import { listUploads } from '../../store/upload-store.js'
import { openStream } from '../routing/open-stream.js'
import { type ServedRoute, serveRoute } from '../routing/serve-route.js'
import { getUpload } from './get-upload.js'
import { importUpload } from './import-upload.js'
import { findLedgerQuestion } from './ledger-question.js'
import { uploadFiles } from './upload-files.js'
import { uploadShown, uploadWhole } from './upload-shown.js'

/** Routes of uploaded files. */
export const uploadHandlers: readonly ServedRoute[] = [
  uploadFiles,
  importUpload,
  serveRoute(uploadRoutes.listUploads, async ({ query: { state, page, size }, caller, workplace }) => {
    const { total, rows } = await workplace.store.asActor(caller, (trx) =>
      listUploads(trx, { regionId: caller.regionId, state }, { offset: (page - 1) * size, limit: size }),
    )
    return { total, items: rows.map(uploadShown) }
  }),
  serveRoute(uploadRoutes.readUpload, async ({ params: { uploadId }, caller, workplace }) => {
    const { regionId } = caller
    return workplace.store.asActor(caller, async (trx) => {
      const row = await getUpload(trx, { regionId, uploadId })
      const filing =
        row.filing_id === null ? undefined : await findFiling(trx, { regionId, filingId: row.filing_id })
      return uploadWhole(row, await findLedgerQuestion(trx, filing ?? { ...row, project_id: null }))
    })
  }),
  serveRoute(uploadRoutes.watchUploads, async (call) => openStream(call, `uploads/${call.caller.regionId}`)),
]
