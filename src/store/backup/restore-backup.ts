import { createHash, type Hash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import { DomainError } from '../../core/errors/errors.js'
import { connectStore } from '../connect-store.js'
import { findApplied, migrate } from '../migrate.js'
import { migrations } from '../migrations/all.js'
import type { Trx } from '../store.js'
import { verifyTrails } from './make-backup.js'
import { BackupHead, BackupManifest, type BackupTable, backupTables } from './manifest.js'
import { type Member, readTar } from './tar.js'

/** `url`: an empty database; `filesFolder`: where stored files go. */
export type RestoreOptions = Readonly<{ file: string; url: string; filesFolder: string }>

/**
 * Puts a backup into an empty database, all of it or nothing, and then brings the tables to this version. Before it
 * is done every row count, every hash and the trail of every region are compared with what the backup says.
 *
 * @returns what the backup says of itself
 * @throws DomainError BACKUP_UNREADABLE, BACKUP_NEWER, BACKUP_TARGET_NOT_EMPTY, BACKUP_DIFFERS
 */
export async function restoreBackup({ file, url, filesFolder }: RestoreOptions): Promise<BackupManifest> {
  const members = readMembers(file)
  const head = await readHead(members, file)
  await prepareTarget(url, head)
  const store = connectStore(url)
  try {
    return await store.asSystem('upkeep', async (trx) => {
      const manifest = await putBack(trx, members, { file, filesFolder })
      await compareTrails(trx, manifest)
      return manifest
    })
  } finally {
    await store.close()
    await migrate(url)
  }
}

/**
 * What a backup says of itself before anything is done with it.
 *
 * @throws DomainError BACKUP_UNREADABLE, BACKUP_NEWER
 */
export async function readBackupHead(file: string): Promise<BackupHead> {
  const members = readMembers(file)
  const head = await readHead(members, file)
  await members.return(undefined)
  return head
}

/** @throws DomainError BACKUP_UNREADABLE */
async function* readMembers(file: string): AsyncGenerator<Member> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  source.once('error', (error) => gunzip.destroy(error))
  try {
    yield* readTar(source.pipe(gunzip))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw error instanceof DomainError ? error : new DomainError('BACKUP_UNREADABLE', { file, reason })
  } finally {
    source.destroy()
  }
}

async function readHead(members: AsyncGenerator<Member>, file: string): Promise<BackupHead> {
  const first = await members.next()
  const parsed = first.done ? undefined : BackupHead.safeParse(parseJson(first.value.bytes))
  if (!parsed?.success) throw new DomainError('BACKUP_UNREADABLE', { file, reason: '不是衡效的备份' })
  if (parsed.data.migrations.some((name) => !(name in migrations)))
    throw new DomainError('BACKUP_NEWER', { file })
  return parsed.data
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Tables as the backup had them: rows are put back before later migrations change them. */
async function prepareTarget(url: string, { migrations: wanted }: BackupHead): Promise<void> {
  const applied = await findApplied(url)
  if (applied.length > wanted.length) throw new DomainError('BACKUP_TARGET_NOT_EMPTY')
  await migrate(url, wanted.at(-1))
  const store = connectStore(url)
  try {
    const found = await store.asSystem('upkeep', (trx) =>
      trx.selectFrom('region').select('region_id').limit(1).execute(),
    )
    if (found.length > 0) throw new DomainError('BACKUP_TARGET_NOT_EMPTY')
  } finally {
    await store.close()
  }
}

async function putBack(
  trx: Trx,
  members: AsyncGenerator<Member>,
  { file, filesFolder }: { file: string; filesFolder: string },
): Promise<BackupManifest> {
  const hashes = new Map<string, Hash>(backupTables.map((table) => [table, createHash('sha256')]))
  let files = 0
  for await (const { name, bytes } of members) {
    if (name === 'manifest.json') {
      const manifest = BackupManifest.safeParse(parseJson(bytes))
      if (!manifest.success) break
      await compareTables(trx, manifest.data, hashes)
      if (files !== manifest.data.files) throw differs(`文件 ${files} 个`, `${manifest.data.files} 个`)
      return manifest.data
    }
    const table = backupTables.find((one) => name.startsWith(`tables/${one}.`))
    if (table !== undefined) {
      hashes.get(table)?.update(bytes)
      await insertLines(trx, table, bytes)
    } else if (name.startsWith('files/')) {
      await keepFile(filesFolder, name.slice('files/'.length), bytes)
      files += 1
    }
  }
  throw new DomainError('BACKUP_UNREADABLE', { file, reason: '没有清单' })
}

async function insertLines(trx: Trx, table: BackupTable, bytes: Buffer): Promise<void> {
  const lines = bytes.toString('utf8').trimEnd().split('\n')
  for (let from = 0; from < lines.length; from += 500) {
    const rows = `[${lines.slice(from, from + 500).join(',')}]`
    await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb)`.execute(
      trx,
    )
  }
}

/** A file that is there already under its hash is the same file. */
async function keepFile(folder: string, sha256: string, bytes: Buffer): Promise<void> {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw differs(`文件 ${sha256}`, '原来的内容')
  const place = join(folder, sha256.slice(0, 2), sha256)
  const size = await stat(place)
    .then((found) => found.size)
    .catch(() => -1)
  if (size === bytes.length) return
  await mkdir(dirname(place), { recursive: true })
  const unfinished = `${place}.${randomUUID()}`
  const handle = await open(unfinished, 'wx', 0o600)
  await handle.writeFile(bytes)
  await handle.sync().finally(() => handle.close())
  await rename(unfinished, place)
}

async function compareTables(trx: Trx, manifest: BackupManifest, hashes: Map<string, Hash>): Promise<void> {
  for (const [table, { rows, sha256 }] of Object.entries(manifest.tables)) {
    const found = await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(trx)
    const count = Number(found.rows[0]?.count)
    if (count !== rows) throw differs(`表 ${table} ${count} 行`, `${rows} 行`)
    if (hashes.get(table)?.digest('hex') !== sha256) throw differs(`表 ${table} 的内容`, '备份时的内容')
  }
}

async function compareTrails(trx: Trx, manifest: BackupManifest): Promise<void> {
  const found = await verifyTrails(trx)
  if (JSON.stringify(found) !== JSON.stringify(manifest.trails)) throw differs('操作留痕', '备份时的留痕')
}

function differs(found: string, expected: string): DomainError {
  return new DomainError('BACKUP_DIFFERS', { found, expected })
}
