import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DomainError } from '../core/errors/errors.js'

type Content = Readonly<{ path: string; bytes: Uint8Array | string }>

/**
 * Writes several files, all of them or none: each to a temporary file beside its place first. What already took
 * its name is taken back when a later one cannot.
 *
 * @throws DomainError OUTPUT_NOT_WRITABLE
 */
export async function saveTogether(files: readonly Content[]): Promise<void> {
  const renamed: string[] = []
  try {
    for (const { path, bytes } of files) await writeFile(temporaryOf(path), bytes)
    for (const { path } of files) {
      await rename(temporaryOf(path), path)
      renamed.push(path)
    }
  } catch (error) {
    const left = [...files.map(({ path }) => temporaryOf(path)), ...renamed]
    await Promise.all(left.map((path) => rm(path, { force: true })))
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new DomainError('OUTPUT_NOT_WRITABLE', { given: files.at(-1)?.path ?? '', reason })
  }
}

function temporaryOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
}
