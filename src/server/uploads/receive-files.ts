import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../core/errors/errors.js'
import { fileLimit } from '../routing/problem.js'
import type { Workplace } from '../workplace/workplace.js'

/** A file that was sent and is kept. */
export type ReceivedFile = Readonly<{ name: string; sha256: string; bytes: number }>

const mebibyte = 1_048_576
const longestName = 200

/**
 * Takes every file of a multipart request: streamed to disk as it arrives, then kept by its hash. Nothing of it is
 * opened or looked into here.
 *
 * @throws DomainError BODY_KIND_WRONG, FILE_MISSING, FILE_TOO_LARGE
 */
export async function receiveFiles(
  request: FastifyRequest,
  { files, dataFolder }: Workplace,
): Promise<readonly ReceivedFile[]> {
  if (!request.isMultipart()) throw new DomainError('BODY_KIND_WRONG', { wanted: 'multipart/form-data' })
  const folder = join(dataFolder, 'incoming')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const received: ReceivedFile[] = []
  for await (const part of request.files()) {
    const place = join(folder, randomUUID())
    try {
      await pipeline(part.file, createWriteStream(place, { flags: 'wx', mode: 0o600 }))
      if (part.file.truncated) throw tooLarge()
      const bytes = await readFile(place)
      const sha256 = await files.keep(bytes)
      received.push({ name: nameOf(part.filename), sha256, bytes: bytes.length })
    } finally {
      await rm(place, { force: true })
    }
  }
  if (received.length === 0) throw new DomainError('FILE_MISSING')
  return received
}

function tooLarge(): DomainError {
  const limit = fileLimit / mebibyte
  return new DomainError('FILE_TOO_LARGE', { megabytes: `${limit} 以上`, limit })
}

/** Only for people to see: without folders, control and direction characters. */
function nameOf(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .trim()
    .slice(0, longestName)
  return clean === '' ? '未命名' : clean
}
