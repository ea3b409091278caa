import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { DomainError } from '../../core/errors/errors.js'
import { tarEnd, tarMember } from './tar.js'

/** An archive being written. */
export type ArchiveWriter = Readonly<{ add(name: string, bytes: Uint8Array): Promise<void> }>

/**
 * Writes a .tar.gz that bears its name only when it is whole and on the disk, readable by its owner only.
 *
 * @throws DomainError BACKUP_NOT_WRITTEN
 */
export async function writeArchive<Result>(
  file: string,
  fill: (archive: ArchiveWriter) => Promise<Result>,
): Promise<Result> {
  const unfinished = `${file}.${process.pid}.part`
  const gzip = createGzip({ level: 4 })
  try {
    await mkdir(dirname(file), { recursive: true })
    const done = finished(gzip.pipe(createWriteStream(unfinished, { mode: 0o600, flags: 'w' })))
    done.catch(() => undefined)
    const failed = done.then(() => new Promise<never>(() => undefined))
    const add = async (bytes: Buffer) => {
      if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), failed])
    }
    const result = await fill({ add: (name, bytes) => add(tarMember(name, bytes)) })
    gzip.end(tarEnd)
    await done
    await makeDurable(unfinished)
    await rename(unfinished, file)
    return result
  } catch (error) {
    gzip.destroy()
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw asNotWritten(error, file)
  }
}

async function makeDurable(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}

function asNotWritten(error: unknown, file: string): unknown {
  const isOfDisk = error instanceof Error && 'syscall' in error && 'code' in error
  return isOfDisk ? new DomainError('BACKUP_NOT_WRITTEN', { file, reason: String(error.code) }) : error
}
