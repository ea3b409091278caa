import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { DomainError } from '../../core/errors/errors.js'

const execute = promisify(execFile)

/** How the server's programs are started. PostgreSQL refuses root, so root hands over to another user. */
export type Runner = Readonly<{
  /** Program and arguments that must stand before the program itself. */
  prefix: readonly string[]
  /** User and group for the child process; absent: our own. */
  ids: Readonly<{ uid?: number; gid?: number }>
  /** Who must own the cluster; absent: we do. */
  owner: Readonly<{ uid: number; gid: number }> | undefined
}>

/**
 * Finds how to run the server, given the folders that it must reach.
 *
 * @throws DomainError DATABASE_USER_MISSING
 */
export async function findRunner(paths: readonly string[]): Promise<Runner> {
  if (process.getuid?.() !== 0) return { prefix: [], ids: {}, owner: undefined }
  const owner = await findUser()
  const closed = (await Promise.all(paths.map(findClosedFolder))).find((folder) => folder !== undefined)
  if (closed === undefined) return { prefix: [], ids: owner, owner }
  // A clone under a folder only root may enter: the database's user gets the one capability to pass through.
  const prefix = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', ...passThrough]
  const works = await execute(prefix[0] ?? '', [...prefix.slice(1), 'ls', '-d', ...paths]).then(
    () => true,
    () => false,
  )
  if (!works) throw new DomainError('DATABASE_USER_MISSING', { folder: closed })
  return { prefix, ids: {}, owner }
}

const passThrough = ['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override']

/** The first folder on the way to a path that others may not enter. */
async function findClosedFolder(path: string): Promise<string | undefined> {
  const above = dirname(path)
  const closed = above === path ? undefined : await findClosedFolder(above)
  if (closed !== undefined) return closed
  const { mode } = await stat(path)
  return (mode & 0o001) === 0 ? path : undefined
}

/** `postgres`, made when missing; in a system that cannot make users, `nobody`. */
async function findUser(): Promise<{ uid: number; gid: number }> {
  const known = await idsOf('postgres')
  if (known !== undefined) return known
  await execute('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(() =>
    execute('adduser', ['-S', '-D', '-H', 'postgres']).catch(() => undefined),
  )
  return (await idsOf('postgres')) ?? (await idsOf('nobody')) ?? { uid: 65_534, gid: 65_534 }
}

async function idsOf(name: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([execute('id', ['-u', name]), execute('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}
