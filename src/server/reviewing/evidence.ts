import { reviewRoutes } from '../../contract/review-routes.js'
import { DomainError } from '../../core/errors/errors.js'
import { detectEvidence, evidenceTypes, parseEvidenceKind } from '../../documents/gate/detect-evidence.js'
import {
  type EvidenceRow,
  findEvidence,
  listEvidence as listRows,
  recordEvidence,
  recordRemoval,
  recordStoredFile,
} from '../../store/evidence-store.js'
import { isThere } from '../filings/check-needs.js'
import { standingOf } from '../filings/filing-shown.js'
import { filingOf, getContent, getLockedFiling } from '../filings/get-filing.js'
import { recordFilingEvent } from '../filings/record-filing-event.js'
import { checkStanding } from '../routing/filing-standing.js'
import { readSentFile } from '../routing/read-sent-file.js'
import { sendFile } from '../routing/send-list.js'
import { type Call, serveRoute } from '../routing/serve-route.js'

/** 佐证材料, oldest first. */
export const listEvidence = serveRoute(
  reviewRoutes.listEvidence,
  async ({ params: { filingId }, caller, workplace: { store } }) =>
    store.asActor(caller, async (trx) =>
      (await listRows(trx, filingOf(caller, filingId))).map(evidenceShown),
    ),
)

/** Takes a file as evidence: what it is decide its bytes, and it is kept under their hash. */
export const addEvidence = serveRoute(reviewRoutes.addEvidence, async (call) => {
  const file = await readSentFile(call.request)
  const kind = detectEvidence(file.bytes)
  const sha256 = await call.workplace.files.keep(file.bytes)
  return { evidenceId: await record(call, { ...file, kind, sha256 }) }
})

type Kept = Readonly<{ name: string; bytes: Uint8Array; kind: string; sha256: string }>

async function record(
  { params, query, caller, workplace }: Call<typeof reviewRoutes.addEvidence>,
  { name, bytes, kind, sha256 }: Kept,
): Promise<string> {
  const at = workplace.now()
  const cell = query.cell ?? null
  return workplace.store.asActor(caller, async (trx) => {
    const id = filingOf(caller, params.filingId)
    const filing = await getLockedFiling(trx, id)
    checkStanding(caller, standingOf(filing), 'edit')
    if (cell !== null && !isThere(await getContent(trx, filing), cell))
      throw new DomainError('FLAG_UNKNOWN', { cell })
    const size = String(bytes.length)
    await recordStoredFile(trx, { region_id: id.regionId, sha256, bytes: size, kind, stored_at: at })
    const by = { account_id: caller.accountId, account_name: caller.accountName, added_at: at }
    const evidenceId = await recordEvidence(trx, id, { cell, name: plainName(name), sha256, ...by })
    const data = { name: plainName(name), sha256, cell }
    await recordFilingEvent(trx, { actor: caller, filing, action: 'addEvidence', at, data })
    return evidenceId
  })
}

/** A name without folders and control characters. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\u0000-\u001f\u007f]/g, '').trim()
  return plain === '' ? '未命名' : plain.slice(0, 200)
}

/** Sends evidence as a file to be saved, never to be shown by the browser. */
export const downloadEvidence = serveRoute(
  reviewRoutes.downloadEvidence,
  async ({ params: { filingId, evidenceId }, caller, workplace, reply }) => {
    const row = await workplace.store.asActor(caller, (trx) =>
      findEvidence(trx, filingOf(caller, filingId), evidenceId),
    )
    if (row === undefined) throw new DomainError('EVIDENCE_NOT_FOUND')
    const bytes = await workplace.files.read(row.sha256)
    reply.header('x-content-type-options', 'nosniff')
    return sendFile(reply, { name: row.name, type: evidenceTypes[parseEvidenceKind(row.kind)], bytes })
  },
)

/** Takes evidence out of the list; the trail keeps that it was there. */
export const removeEvidence = serveRoute(
  reviewRoutes.removeEvidence,
  async ({ params: { filingId, evidenceId }, caller, workplace }) => {
    const at = workplace.now()
    await workplace.store.asActor(caller, async (trx) => {
      const id = filingOf(caller, filingId)
      const filing = await getLockedFiling(trx, id)
      checkStanding(caller, standingOf(filing), 'edit')
      const row = await findEvidence(trx, id, evidenceId)
      if (row === undefined) throw new DomainError('EVIDENCE_NOT_FOUND')
      await recordRemoval(trx, { ...id, evidenceId }, at)
      const data = { name: row.name, sha256: row.sha256 }
      await recordFilingEvent(trx, { actor: caller, filing, action: 'removeEvidence', at, data })
    })
    return undefined
  },
)

function evidenceShown(row: EvidenceRow) {
  return {
    evidenceId: row.evidence_id,
    cell: row.cell,
    name: row.name,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    byName: row.account_name,
    addedAt: row.added_at.toISOString(),
  }
}
