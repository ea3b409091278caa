import { uploadRoutes } from '../../contract/upload-routes.js'
import { DomainError } from '../../core/errors/errors.js'
import { recordStoredFile } from '../../store/evidence-store.js'
import type { Trx } from '../../store/store.js'
import { findUnit } from '../../store/unit-store.js'
import { recordUploads } from '../../store/upload-store.js'
import { getFiling } from '../filings/get-filing.js'
import { type Call, serveRoute } from '../routing/serve-route.js'
import { type ReceivedFile, receiveFiles } from './receive-files.js'
import { queueTopic } from './upload-reader.js'
import { uploadShown } from './upload-shown.js'

type UploadCall = Call<typeof uploadRoutes.uploadFiles>

/** Keeps what was sent and puts it into the queue; reading comes after the answer. */
export const uploadFiles = serveRoute(uploadRoutes.uploadFiles, async (call) => {
  const { caller, workplace, request } = call
  const place = await findPlace(call)
  const received = await receiveFiles(request, workplace)
  const at = workplace.now()
  const rows = await workplace.store.asActor(caller, async (trx) => {
    await recordFiles(trx, received, { regionId: caller.regionId, at })
    return recordUploads(
      trx,
      received.map(({ name, sha256 }) => ({
        region_id: caller.regionId,
        account_id: caller.accountId,
        ...place,
        purpose: call.query.purpose,
        ...{ name, sha256, uploaded_at: at },
      })),
    )
  })
  workplace.streams.tell({
    topic: queueTopic,
    event: 'queued',
    data: { count: rows.length },
    unitPath: place.unit_path,
  })
  return { uploads: rows.map(uploadShown) }
})

/** Under which unit the files stand: the filing's, the one named, or the caller's own; always inside its reach. */
async function findPlace({ caller, workplace, query: { unitId, filingId } }: UploadCall) {
  return workplace.store.asActor(caller, async (trx) => {
    if (filingId !== undefined) {
      const filing = await getFiling(trx, { regionId: caller.regionId, filingId })
      return { unit_id: filing.unit_id, unit_path: filing.unit_path, filing_id: filingId }
    }
    const unit = await findUnit(trx, caller.regionId, unitId ?? caller.unitId)
    if (unit === undefined || !unit.path.startsWith(caller.path)) throw new DomainError('UNIT_NOT_FOUND')
    return { unit_id: unit.unit_id, unit_path: unit.path, filing_id: null }
  })
}

async function recordFiles(
  trx: Trx,
  received: readonly ReceivedFile[],
  { regionId, at }: Readonly<{ regionId: string; at: Date }>,
): Promise<void> {
  for (const { sha256, bytes } of new Map(received.map((file) => [file.sha256, file])).values())
    await recordStoredFile(trx, {
      region_id: regionId,
      sha256,
      bytes: String(bytes),
      kind: 'upload',
      stored_at: at,
    })
}
