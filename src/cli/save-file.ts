import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { DomainError } from '../core/errors/errors.js'

/**
 * Where one result goes: the path after -o, checked before any work is done.
 *
 * @param inputs files that are read and must not be overwritten
 * @throws DomainError OUTPUT_MISSING, OUTPUT_IS_FOLDER, OUTPUT_FOLDER_MISSING, OUTPUT_IS_INPUT
 */
export async function outputFile(
  given: string | undefined,
  { example, inputs }: { example: string; inputs: readonly string[] },
): Promise<string> {
  if (given === undefined) throw new DomainError('OUTPUT_MISSING', { example })
  if (await isFolder(given))
    throw new DomainError('OUTPUT_IS_FOLDER', { given, example: join(given, example) })
  const folder = dirname(given)
  if (!(await isFolder(folder))) throw new DomainError('OUTPUT_FOLDER_MISSING', { folder })
  if (inputs.some((input) => resolve(input) === resolve(given))) {
    throw new DomainError('OUTPUT_IS_INPUT', { given })
  }
  return given
}

/** True for a folder that is there. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/**
 * Writes a file whole or not at all: to a temporary file beside it, which then takes its name.
 *
 * @throws DomainError OUTPUT_NOT_WRITABLE
 */
export async function saveFile(path: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    await writeFile(temporary, bytes)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new DomainError('OUTPUT_NOT_WRITABLE', { given: path, reason })
  }
}
