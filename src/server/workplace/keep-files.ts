import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DomainError } from '../../core/errors/errors.js'
import type { FileKeeper } from './workplace.js'

/** Keeps files in a folder by the hash of their bytes, `ab/abcd…`, each durable before its hash is told. */
export function keepFiles(folder: string): FileKeeper {
  return {
    keep: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const place = placeOf(folder, sha256)
      if (!(await isThere(place.file))) await writeDurably(place, bytes)
      return sha256
    },
    read: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) throw new DomainError('NOT_FOUND', { what: '文件' })
      try {
        return await readFile(placeOf(folder, sha256).file)
      } catch {
        throw new DomainError('NOT_FOUND', { what: '文件' })
      }
    },
  }
}

type Place = Readonly<{ folder: string; file: string }>

function placeOf(root: string, sha256: string): Place {
  const folder = join(root, sha256.slice(0, 2))
  return { folder, file: join(folder, sha256) }
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

/** Written under another name first: what bears a hash is always whole. */
async function writeDurably({ folder, file }: Place, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true })
  const unfinished = `${file}.${randomUUID()}`
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    await handle.writeFile(bytes)
    await handle.sync()
    await handle.close()
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** A new name is durable only with its folder; Windows cannot open one, and needs not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
