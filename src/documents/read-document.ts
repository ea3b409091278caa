import type { Document } from '../core/document/document.js'
import { DomainError } from '../core/errors/errors.js'
import { type Detected, detect } from './gate/detect.js'

export type ReadAs = 'txt' | 'docx' | 'xlsx' | 'xls' | 'ods' | 'html' | 'pdf' | 'doc' | 'wps' | 'rtf' | 'odt'
export type ReadResult = Readonly<{ document: Document; readAs: ReadAs }>

const largestMegabytes = 64
const mebibyte = 1024 * 1024

/** Reads any file that a unit may hand in. Every refusal is a `DomainError`. Reads nothing but the bytes. */
export async function readDocument(bytes: Uint8Array): Promise<ReadResult> {
  if (bytes.length > largestMegabytes * mebibyte) {
    const megabytes = Math.ceil(bytes.length / mebibyte)
    throw new DomainError('FILE_TOO_LARGE', { megabytes, limit: largestMegabytes })
  }
  const detected = detect(bytes)
  const document = await readDetected(detected, bytes)
  if (document.blocks.length === 0) throw new DomainError('FILE_EMPTY')
  return { document, readAs: detected.kind }
}

/** Libraries are loaded only for the format at hand: the command line must start within half a second. */
async function readDetected(detected: Detected, bytes: Uint8Array): Promise<Document> {
  switch (detected.kind) {
    case 'docx':
      return (await import('./word/read-docx.js')).readDocxArchive(detected.archive)
    case 'txt':
      return (await import('./text/read-text.js')).readText(detected.text)
    case 'html':
      return (await import('./html/read-html.js')).readHtml(detected.text, bytes)
    case 'xlsx':
    case 'ods':
      return (await import('./excel/read-workbook.js')).readWorkbookArchive(detected.archive)
    case 'xls':
      return (await import('./excel/read-workbook.js')).readWorkbook(bytes)
    case 'pdf':
      return (await import('./pdf/read-pdf.js')).readPdf(bytes)
    default:
      return (await import('./convert/read-converted.js')).readConverted(bytes, detected.kind)
  }
}
