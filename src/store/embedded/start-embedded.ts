import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { DomainError } from '../../core/errors/errors.js'
import { findBinaries } from './binaries.js'
import { type DatabaseFolder, letThrough, openDatabaseFolder, turnLog } from './database-folder.js'
import { type FolderLock, holdFolder } from './folder-lock.js'
import { applicationUrl, makeCluster, makeRoles } from './initialise.js'
import { findPostmaster, stopPostmaster } from './postmaster.js'
import type { ServerPlan } from './run-server.js'
import { supervise } from './supervise.js'
import { findRunner } from './system-user.js'

/** The embedded server, watched over: one that dies is started again on the same port. */
export type Embedded = Readonly<{
  url: string
  /** Of the superuser; for tests and setting up. */
  superuserUrl: string
  stop(): Promise<void>
}>

export type EmbeddedOptions = Readonly<{
  dataFolder: string
  /** A free one is chosen when absent. */
  port?: number | undefined
  /** Settings of the server, `name=value`, on top of ours. */
  settings?: readonly string[]
}>

/**
 * Starts the PostgreSQL that npm brought, in the data folder; makes it the first time. A server left over from a
 * killed program is stopped first. It stops with this process, unless that is killed.
 *
 * @throws DomainError DATA_FOLDER_IN_USE, DATA_FOLDER_NOT_WRITABLE, DATABASE_PLATFORM, DATABASE_PORT_TAKEN,
 *   DATABASE_USER_MISSING, DATABASE_FAILED
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = await openDatabaseFolder(options.dataFolder)
  const lock = await waitForFolder(folder.folder)
  try {
    return await startLocked(folder, options, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

/**
 * The address of the server that another process of ours is running in the data folder; undefined when none is.
 * For what works beside a running server: backup, checking the trail.
 */
export async function findRunning(dataFolder: string): Promise<string | undefined> {
  const folder = await openDatabaseFolder(dataFolder)
  const lock = await holdFolder(folder.folder)
  if (lock !== undefined) {
    await lock.release()
    return undefined
  }
  const server = await findPostmaster(folder.cluster)
  return server?.ready ? applicationUrl(server.port, folder) : undefined
}

/** Two seconds for a program that is just going out. */
async function waitForFolder(folder: string): Promise<FolderLock> {
  for (let turn = 0; turn < 20; turn += 1) {
    const lock = await holdFolder(folder)
    if (lock !== undefined) return lock
    await setTimeout(100)
  }
  throw new DomainError('DATA_FOLDER_IN_USE', { folder })
}

async function startLocked(
  folder: DatabaseFolder,
  options: EmbeddedOptions,
  lock: FolderLock,
): Promise<Embedded> {
  const plan = await prepare(folder, options.settings ?? [])
  const server = await supervise(plan, options.port === undefined ? await freePort() : options.port, {
    nextPort: options.port === undefined ? freePort : undefined,
  })
  const stop = async () => {
    await server.stop()
    await lock.release()
  }
  try {
    await makeRoles(server.port, folder)
    const url = applicationUrl(server.port, folder)
    const superuserUrl = `postgresql://postgres:${folder.superuserPassword}@127.0.0.1:${server.port}/postgres`
    return { url, superuserUrl, stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function prepare(folder: DatabaseFolder, settings: readonly string[]): Promise<ServerPlan> {
  const binaries = await findBinaries()
  if (process.getuid?.() === 0) await letThrough(folder.folder)
  const runner = await findRunner([folder.folder, binaries.folder])
  const left = await findPostmaster(folder.cluster)
  if (left !== undefined) await stopPostmaster(left.pid)
  await makeCluster(folder, binaries, runner)
  await turnLog(folder.log)
  return { postgres: binaries.postgres, cluster: folder.cluster, log: folder.log, runner, settings }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
