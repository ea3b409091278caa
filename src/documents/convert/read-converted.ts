import type { Document } from '../../core/document/document.js'
import { DomainError } from '../../core/errors/errors.js'
import { readDocx } from '../word/read-docx.js'
import { convertToDocx } from './convert-to-docx.js'
import { findConverter } from './find-converter.js'

/**
 * Reads .doc .wps .rtf .odt by way of LibreOffice; without it, the text of a .doc alone.
 *
 * @throws DomainError CONVERTER_MISSING: no LibreOffice and no other way
 */
export async function readConverted(
  bytes: Uint8Array,
  kind: 'doc' | 'wps' | 'rtf' | 'odt',
): Promise<Document> {
  const soffice = findConverter()
  if (soffice !== undefined)
    return readDocx(await convertToDocx(soffice, bytes, kind === 'wps' ? 'doc' : kind))
  if (kind === 'doc') return (await import('./read-word-text.js')).readWordText(bytes)
  throw new DomainError('CONVERTER_MISSING', { format: `.${kind}` })
}
