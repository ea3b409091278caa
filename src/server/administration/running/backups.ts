import { createReadStream } from 'node:fs'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { administrationRoutes } from '../../../contract/administration-routes.js'
import { DomainError } from '../../../core/errors/errors.js'
import { makeBackup } from '../../../store/backup/make-backup.js'
import type { Handler } from '../../routing/serve-route.js'
import type { Workplace } from '../../workplace/workplace.js'
import { recordDone } from '../record-done.js'

const ending = '.tar.gz'

/** One archive in the folder of backups. */
export type Kept = Readonly<{ name: string; bytes: string; madeAt: string }>

function folderOf({ dataFolder }: Workplace): string {
  return join(dataFolder, 'backups')
}

/** Archives made so far, the newest first. */
export async function listKept(workplace: Workplace): Promise<readonly Kept[]> {
  const folder = folderOf(workplace)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending))
  const kept = await Promise.all(names.map((name) => describe(folder, name)))
  return kept.toSorted((one, other) => other.madeAt.localeCompare(one.madeAt))
}

async function describe(folder: string, name: string): Promise<Kept> {
  const { size, mtime } = await stat(join(folder, name))
  return { name, bytes: String(size), madeAt: mtime.toISOString() }
}

export const listBackups: Handler<typeof administrationRoutes.listBackups> = async ({ workplace, query }) => {
  const { page, size } = query
  const all = await listKept(workplace)
  return { page, size, total: all.length, items: all.slice((page - 1) * size, page * size) }
}

/** Goes on while people work; what it holds is how everything stood at one moment. */
export const makeOne: Handler<typeof administrationRoutes.makeBackup> = async (call) => {
  const { workplace, caller } = call
  const folder = folderOf(workplace)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const madeAt = workplace.now()
  const name = `hengxiao-${madeAt.toISOString().replace(/[-:]/g, '').slice(0, 15)}${ending}`
  const filesFolder = join(workplace.dataFolder, 'files')
  await makeBackup(workplace.store, { filesFolder, file: join(folder, name), madeAt })
  await workplace.store.asActor(caller, (trx) =>
    recordDone(trx, call, { action: 'makeBackup', data: { name } }),
  )
  return await describe(folder, name)
}

/** @throws DomainError BACKUP_NOT_FOUND */
export const downloadBackup: Handler<typeof administrationRoutes.downloadBackup> = async (call) => {
  const { workplace, caller, params, reply } = call
  const found = (await listKept(workplace)).find(({ name }) => name === params.name)
  if (found === undefined) throw new DomainError('BACKUP_NOT_FOUND', { name: params.name })
  await workplace.store.asActor(caller, (trx) =>
    recordDone(trx, call, { action: 'downloadBackup', data: { name: found.name } }),
  )
  reply
    .header('content-type', 'application/gzip')
    .header('content-length', found.bytes)
    .header('content-disposition', `attachment; filename="${found.name}"`)
    .header('cache-control', 'no-store')
    .send(createReadStream(join(folderOf(workplace), found.name)))
  return undefined
}
