import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../core/errors/errors.js'

/**
 * The one file of a multipart request.
 * @throws DomainError FILE_MISSING, BODY_KIND_WRONG
 */
export async function readSentFile(
  request: FastifyRequest,
): Promise<Readonly<{ name: string; bytes: Uint8Array }>> {
  if (!request.isMultipart()) throw new DomainError('BODY_KIND_WRONG', { wanted: 'multipart/form-data' })
  const file = await request.file()
  if (file === undefined) throw new DomainError('FILE_MISSING')
  const bytes = await file.toBuffer()
  if (bytes.length === 0) throw new DomainError('FILE_EMPTY')
  return { name: file.filename, bytes }
}
