import { randomBytes } from 'node:crypto'
import { access, chmod, constants, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DomainError } from '../../core/errors/errors.js'

/** What lies in a data folder for the embedded server. */
export type DatabaseFolder = Readonly<{
  folder: string
  /** PostgreSQL's own folder. */
  cluster: string
  log: string
  /** Password of the superuser, used for setting up only. */
  superuserPassword: string
  /** Password of the role the application signs in as. */
  password: string
}>

/**
 * Makes the data folder if need be and reads its passwords; the first time they are drawn at random and written
 * to a file that only its owner may read.
 *
 * @throws DomainError DATA_FOLDER_NOT_WRITABLE
 */
export async function openDatabaseFolder(dataFolder: string): Promise<DatabaseFolder> {
  const folder = resolve(dataFolder)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
    const [superuserPassword = '', password = ''] = await loadPasswords(join(folder, 'database-password'))
    return {
      folder,
      cluster: join(folder, 'database'),
      log: join(folder, 'database.log'),
      superuserPassword,
      password,
    }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new DomainError('DATA_FOLDER_NOT_WRITABLE', { folder, reason })
  }
}

async function loadPasswords(file: string): Promise<readonly string[]> {
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return kept.trim().split('\n')
  const drawn = [randomBytes(24).toString('hex'), randomBytes(24).toString('hex')]
  const temporary = `${file}.${process.pid}`
  await writeFile(temporary, `${drawn.join('\n')}\n`, { mode: 0o600 })
  await rename(temporary, file)
  return drawn
}

/** A log above 10 MB becomes `.1` and a new one begins. */
export async function turnLog(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  )
  if (size > 10_000_000) {
    await rm(`${log}.1`, { force: true })
    await rename(log, `${log}.1`)
  }
}

/** Lets the database's user pass through the data folder without seeing what is in it. */
export async function letThrough(folder: string): Promise<void> {
  const { mode } = await stat(folder)
  if ((mode & 0o001) === 0) await chmod(folder, mode | 0o011)
}
