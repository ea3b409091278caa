import { createHash } from 'node:crypto'
import { checkDocument } from '../core/checks/check-document.js'
import { explainMisfit } from '../core/recognise/explain-misfit.js'
import { readDocument } from '../documents/read-document.js'
import { loadChosenPacks } from './chosen-packs.js'
import { readBytes } from './read-bytes.js'
import { refusalOf } from './refusal-of.js'
import type { FileReport } from './report.js'
import { type Detail, reportOf } from './report-of.js'

/** What is asked of every file. */
export type CheckRequest = Readonly<{
  /** Pack id or folder of packs; undefined lets the engine find the pack for each form. */
  pack: string | undefined
  detail: Detail
}>

/** Reads one file, checks it, and tells everything about it as plain data. Never throws. */
export async function checkFile(file: string, { pack, detail }: CheckRequest): Promise<FileReport> {
  let sha256: string | undefined
  try {
    const bytes = await readBytes(file)
    sha256 = createHash('sha256').update(bytes).digest('hex')
    const { document, readAs } = await readDocument(bytes)
    const { packs, laws, pack: only } = await loadChosenPacks(pack)
    const checked = checkDocument(document, packs, { pack: only })
    const report = reportOf(checked, { file, sha256, readAs, packs, laws, detail })
    if (pack === undefined) return report
    const wanted = packs.filter(({ id }) => only === undefined || id === only)
    return { ...report, notes: [...report.notes, ...explainMisfit(checked.filing, wanted)] }
  } catch (error) {
    const { code, message } = refusalOf(error)
    return { status: 'unreadable', file, sha256, error: { code, message } }
  }
}
