import { createHash } from 'node:crypto'
import { realpath, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Held until released; the system takes it away when the process dies, however it dies. */
export type FolderLock = Readonly<{ release(): Promise<void> }>

/** Takes the lock of a folder, or gives undefined when a living process of this machine holds it. */
export async function holdFolder(folder: string): Promise<FolderLock | undefined> {
  const name = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 40)
  const address = addressOf(name)
  const server = (await listen(address)) ?? (await listenAfterDeath(address))
  if (server === undefined) return undefined
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** An abstract socket on Linux and a pipe on Windows leave nothing behind; elsewhere it is a socket file. */
function addressOf(name: string): string {
  if (process.platform === 'linux') return `\0hengxiao-${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\hengxiao-${name}`
  return join(tmpdir(), `hengxiao-${name.slice(0, 20)}.lock`)
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(address, () => resolve(server.unref()))
  })
}

/** Only where the lock is a file: a killed process leaves it, and nobody answers on it. */
async function listenAfterDeath(address: string): Promise<Server | undefined> {
  if (process.platform === 'linux' || process.platform === 'win32' || (await answers(address)))
    return undefined
  await rm(address, { force: true })
  return listen(address)
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('close', () => socket.destroy())
  })
}
