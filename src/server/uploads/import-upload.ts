import { uploadRoutes } from '../../contract/upload-routes.js'
import { applyChanges } from '../../core/editing/apply-changes.js'
import { changesBetween } from '../../core/editing/changes-between.js'
import type { ContentChange, FilingContent } from '../../core/editing/content.js'
import { textAt } from '../../core/editing/text-at.js'
import { DomainError } from '../../core/errors/errors.js'
import type { Pack } from '../../core/pack/pack.js'
import type { FilingRow } from '../../store/filing-store.js'
import { recordLedgerAmounts } from '../../store/ledger-amount-store.js'
import type { Trx } from '../../store/store.js'
import type { UploadRow } from '../../store/upload-store.js'
import { checkRevision } from '../filings/change-content.js'
import { standingOf } from '../filings/filing-shown.js'
import { filingOf, getContent, getLockedFiling } from '../filings/get-filing.js'
import { parseChanges } from '../filings/parse-changes.js'
import { saveChanges } from '../filings/save-changes.js'
import { tellFiling } from '../filings/tell-filing.js'
import { checkStanding } from '../routing/filing-standing.js'
import { type Call, serveRoute } from '../routing/serve-route.js'
import { getUpload } from './get-upload.js'
import { findLedgerQuestion } from './ledger-question.js'
import { takeLastYear, takeThisYear } from './take-over.js'
import { parseReadUpload, uploadWhole } from './upload-shown.js'

type ImportCall = Call<typeof uploadRoutes.importUpload>

/** Takes a file over into a draft on the same way as typing: one save, one event, one revision. */
export const importUpload = serveRoute(uploadRoutes.importUpload, async (call) => {
  const { caller, workplace, params, body } = call
  const packs = await workplace.packs(caller.regionId)
  const { filing, revision } = await workplace.store.asActor(caller, async (trx) => {
    const filing = await getLockedFiling(trx, filingOf(caller, params.filingId))
    checkStanding(caller, standingOf(filing), 'edit')
    await checkRevision(trx, filing, body.revision)
    const upload = await getUpload(trx, { regionId: caller.regionId, uploadId: body.uploadId })
    const content = await getContent(trx, filing)
    const changes = changesOf(call, { upload, content, packs })
    if (body.as === 'ledger') await recordLedger(trx, { filing, upload, at: workplace.now() })
    const saving = { actor: caller, filing, content, changes, packs, at: workplace.now() }
    const data = { file: upload.name, uploadId: upload.upload_id, as: body.as }
    const { revision } = await saveChanges(trx, { ...saving, action: 'import', data })
    return { filing, revision }
  })
  tellFiling(workplace, filing, { event: 'saved', data: { revision, byName: caller.accountName } })
  return { revision }
})

type UploadInHand = Readonly<{ upload: UploadRow; content: FilingContent; packs: readonly Pack[] }>

/** @throws DomainError UPLOAD_NOT_READ, UPLOAD_WITHOUT_FORMS */
function changesOf({ body }: ImportCall, { upload, content, packs }: UploadInHand): readonly ContentChange[] {
  const extra = parseChanges(body.extra)
  if (body.as === 'ledger') return extra
  const read = parseReadUpload(upload)
  if (read === undefined) throw new DomainError('UPLOAD_NOT_READ', { name: upload.name })
  if (read.content === null || (read.content.forms.length === 0 && read.content.report.length === 0))
    throw new DomainError('UPLOAD_WITHOUT_FORMS', { name: upload.name })
  const placed = body.placements.map(
    ({ cell, text }): ContentChange => ({
      kind: 'cell',
      cell,
      from: textAt(read.content ?? content, cell),
      to: text,
    }),
  )
  const file = applyChanges(read.content, placed)
  const take = body.as === 'thisYear' ? takeThisYear : takeLastYear
  return [...changesBetween(content, take(content, file, packs)), ...extra]
}

type LedgerImport = Readonly<{ filing: FilingRow; upload: UploadRow; at: Date }>

/** @throws DomainError LEDGER_EMPTY when nothing in it is this unit's or project's */
async function recordLedger(trx: Trx, { filing, upload, at }: LedgerImport): Promise<void> {
  const { ledger } = uploadWhole(upload, await findLedgerQuestion(trx, filing))
  if (ledger.length === 0)
    throw new DomainError('LEDGER_EMPTY', {
      name: upload.name,
      unit: filing.project_name ?? filing.unit_name,
    })
  const { region_id, unit_id, budget_year, project_id } = filing
  await recordLedgerAmounts(
    trx,
    { region_id, unit_id, budget_year, project_id },
    ledger.map(({ quantity, stage, amount, unit }) => ({
      ...{ quantity, stage, amount, unit_of_amount: unit, upload_id: upload.upload_id, recorded_at: at },
    })),
  )
}
