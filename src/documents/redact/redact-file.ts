import { createHash } from 'node:crypto'
import { DomainError } from '../../core/errors/errors.js'
import { redactionRules } from '../../core/redact/passage.js'
import { findConverter } from '../convert/find-converter.js'
import { openArchive } from '../gate/archive.js'
import { type Detected, detect } from '../gate/detect.js'
import type { Redacted } from './redacted.js'
import { leftIn } from './second-reading.js'

/** The public copy with its proof, or where something personal would be left in it. */
export type PublicCopy =
  | Readonly<{ bytes: Uint8Array; format: Redacted['format']; manifest: RedactionManifest; left: undefined }>
  | Readonly<{ format: Redacted['format']; left: readonly string[] }>

/** `hengxiao.redaction/1`: what was removed by which rule, and the hashes of both files. */
export type RedactionManifest = Readonly<{
  schema: 'hengxiao.redaction/1'
  input: Readonly<{ sha256: string; format: string }>
  output: Readonly<{ sha256: string; format: string; setAnew: boolean }>
  removals: readonly Readonly<{ rule: string; name: string; place: string; characters: number }>[]
  parts: readonly Readonly<{ part: string; what: string }>[]
  warnings: readonly string[]
}>

/**
 * 脱敏: makes the public copy of a .docx, .xlsx, .pdf or .txt and reads it again; other formats become .docx or .xlsx
 * by way of LibreOffice.
 *
 * @throws DomainError CONVERTER_MISSING, CONVERSION_FAILED, and every refusal of the gate
 */
export async function redactFile(bytes: Uint8Array): Promise<PublicCopy> {
  const detected = detect(bytes)
  return prove(await redactDetected(detected, bytes), { bytes, format: detected.kind })
}

/** Reads a public copy again; only one that holds nothing personal is handed out, with its manifest. */
export async function prove(
  redacted: Redacted,
  input: Readonly<{ bytes: Uint8Array; format: string }>,
): Promise<PublicCopy> {
  const { bytes, format } = redacted
  const left = await leftIn(redacted)
  if (left.length > 0) return { format, left }
  return { bytes, format, manifest: manifestOf(redacted, input), left: undefined }
}

async function redactDetected(detected: Detected, bytes: Uint8Array): Promise<Redacted> {
  switch (detected.kind) {
    case 'txt':
      return (await import('./redact-text.js')).redactText(bytes)
    case 'pdf':
      return (await import('./redact-pdf.js')).redactPdf(bytes)
    case 'xlsx':
      if (detected.archive.names.includes('xl/workbook.bin')) return redactConverted(bytes, 'xlsb')
      return (await import('./redact-office.js')).redactOffice(detected.archive, 'xlsx')
    case 'docx':
      return (await import('./redact-office.js')).redactOffice(detected.archive, 'docx')
    default:
      return redactConverted(bytes, detected.kind)
  }
}

const becomesWorkbook = new Set(['xls', 'ods', 'xlsb'])

async function redactConverted(bytes: Uint8Array, kind: string): Promise<Redacted> {
  const soffice = findConverter()
  if (soffice === undefined) throw new DomainError('CONVERTER_MISSING', { format: `.${kind}` })
  const { convertTo } = await import('../convert/convert-to-docx.js')
  const target = becomesWorkbook.has(kind) ? 'xlsx' : 'docx'
  const converted = await convertTo(soffice, bytes, { kind: kind === 'wps' ? 'doc' : kind, target })
  const { redactOffice } = await import('./redact-office.js')
  return redactOffice(openArchive(converted), target)
}

function manifestOf(
  { bytes, format, setAnew, removals, parts, warnings }: Redacted,
  input: Readonly<{ bytes: Uint8Array; format: string }>,
): RedactionManifest {
  return {
    schema: 'hengxiao.redaction/1',
    input: { sha256: sha256(input.bytes), format: input.format },
    output: { sha256: sha256(bytes), format, setAnew },
    removals: removals.map(({ rule, place, characters }) => ({
      rule,
      name: redactionRules[rule],
      place,
      characters,
    })),
    parts,
    warnings,
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
