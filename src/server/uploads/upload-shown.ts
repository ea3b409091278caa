import type { z } from 'zod'
import type { UploadShown, UploadWhole } from '../../contract/upload-routes.js'
import { amountsOf, type LedgerQuestion } from '../../core/ledger/ledger-amounts.js'
import type { UploadLine, UploadRow } from '../../store/upload-store.js'
import type { ReadUpload } from './read-upload.js'

/** One line of a list of uploads. */
export function uploadShown(row: UploadLine): z.output<typeof UploadShown> {
  return {
    uploadId: row.upload_id,
    name: row.name,
    sha256: row.sha256,
    purpose: row.purpose,
    state: row.state,
    refusal: row.refusal,
    uploadedAt: row.uploaded_at.toISOString(),
  }
}

/** What was read; undefined until then. Written by our own reader. */
export function parseReadUpload({ state, result }: UploadRow): ReadUpload | undefined {
  return state === 'read' && result !== null ? (result as unknown as ReadUpload) : undefined
}

const quantityNames = {
  totalExpenditure: '年度资金总额',
  basicExpenditure: '基本支出',
  projectExpenditure: '项目支出',
} as const

/** An upload with everything that was read. `question`: whose amounts of a ledger are asked for. */
export function uploadWhole(row: UploadRow, question: LedgerQuestion): z.output<typeof UploadWhole> {
  const read = parseReadUpload(row)
  const ledger = read?.ledger ?? undefined
  const answer = ledger && amountsOf(ledger, question)
  const unclear = [...(ledger?.unclear ?? []), ...(answer?.unclear ?? [])]
  return {
    upload: uploadShown(row),
    document: read?.document ?? null,
    content: read?.content ?? null,
    recognised: [...(read?.recognised ?? [])],
    findings: [...(read?.findings ?? [])],
    ledger: (answer?.amounts ?? []).map(({ quantity, stage, amount, quote }) => ({
      ...{ quantity, label: quantityNames[quantity], stage, amount, unit: '万元', quote },
    })),
    unclear: unclear.map(({ place, because }) => ({ quote: place.quote, because })),
  }
}
