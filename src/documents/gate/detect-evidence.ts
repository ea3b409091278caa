import { detect } from './detect.js'

/** What evidence may be, with the type under which it is sent; pictures besides everything that can be read. */
export const evidenceTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  xls: 'application/vnd.ms-excel',
  doc: 'application/msword',
  wps: 'application/octet-stream',
  pdf: 'application/pdf',
  rtf: 'application/rtf',
  txt: 'text/plain; charset=utf-8',
  html: 'application/octet-stream',
  png: 'image/png',
  jpeg: 'image/jpeg',
  unknown: 'application/octet-stream',
} as const

export type EvidenceKind = keyof typeof evidenceTypes

const pictures = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
] as const

/**
 * What a piece of evidence is, by its bytes.
 * @throws DomainError as the gate does for programs, archives, encrypted and damaged files
 */
export function detectEvidence(bytes: Uint8Array): EvidenceKind {
  const picture = pictures.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))
  return picture?.[0] ?? detect(bytes).kind
}

/** A kind as it was stored. */
export function parseEvidenceKind(text: string): EvidenceKind {
  return Object.hasOwn(evidenceTypes, text) ? (text as EvidenceKind) : 'unknown'
}
