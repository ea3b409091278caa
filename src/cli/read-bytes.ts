import { readFile } from 'node:fs/promises'
import { DomainError } from '../core/errors/errors.js'

/**
 * The bytes of a file the user named.
 *
 * @throws DomainError FILE_NOT_FOUND, FILE_IS_FOLDER, FILE_NOT_READABLE
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw refusalOf(file, error)
  }
}

function refusalOf(file: string, error: unknown): DomainError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return new DomainError('FILE_NOT_FOUND')
  if (code === 'EISDIR')
    return new DomainError('FILE_IS_FOLDER', { example: `${file.replace(/[\\/]+$/, '')}/*.docx` })
  if (code === 'ERR_FS_FILE_TOO_LARGE')
    return new DomainError('FILE_TOO_LARGE', { megabytes: 2048, limit: 64 })
  return new DomainError('FILE_NOT_READABLE', { reason: code })
}
