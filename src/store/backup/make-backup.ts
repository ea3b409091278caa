import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Store, Trx } from '../store.js'
import type { SystemReason } from '../system-reasons.js'
import { verifyTrail } from '../verify-trail.js'
import { type ArchiveWriter, writeArchive } from './archive-file.js'
import { type BackupHead, type BackupManifest, type BackupTable, backupTables, orderOf } from './manifest.js'

/** `filesFolder`: where stored files lie, `ab/abcd…`; `file`: the archive to write, replaced if it is there. */
export type BackupOptions = Readonly<{ filesFolder: string; file: string; madeAt: Date }>

/** Rows asked for at a time, and bytes after which a new member begins. */
const rowsAtOnce = 500
const memberBytes = 4_000_000

/**
 * Writes everything into one archive while the system goes on working: tables as they stood at one moment, then the
 * stored files. Files are kept before their rows, so none that a row names is missing.
 *
 * @throws DomainError BACKUP_NOT_WRITTEN
 */
export async function makeBackup(
  store: Store,
  { filesFolder, file, madeAt }: BackupOptions,
): Promise<BackupManifest> {
  return writeArchive(file, async (archive) => {
    const { named, ...inTables } = await store.asSystem('upkeep', (trx) => writeTables(trx, archive, madeAt))
    const { files, damagedFiles } = await writeFiles(filesFolder, named, archive)
    const manifest: BackupManifest = { ...inTables, files, damagedFiles }
    await archive.add('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
    return manifest
  })
}

async function writeTables(trx: Trx, archive: ArchiveWriter, madeAt: Date) {
  await sql`set transaction isolation level repeatable read, read only`.execute(trx)
  const head: BackupHead = {
    schema: 'hengxiao.backup/1',
    madeAt: madeAt.toISOString(),
    migrations: await findMigrations(trx),
  }
  await archive.add('hengxiao.json', Buffer.from(`${JSON.stringify(head, null, 2)}\n`))
  const tables: BackupManifest['tables'] = {}
  for (const table of backupTables) tables[table] = await writeTable(trx, table, archive)
  const files = await trx.selectFrom('stored_file').select('sha256').distinct().execute()
  return { tables, trails: await verifyTrails(trx), named: files.map(({ sha256 }) => sha256) }
}

async function findMigrations(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(trx)
  return rows.map(({ name }) => name)
}

/** One JSON object per line and row, texts exactly as the database has them. */
async function writeTable(trx: Trx, table: BackupTable, archive: ArchiveWriter) {
  const order = orderOf[table] === undefined ? '' : ` order by ${orderOf[table]}`
  await sql
    .raw(`declare backup no scroll cursor for select to_jsonb(${table})::text as line from ${table}${order}`)
    .execute(trx)
  const hash = createHash('sha256')
  let count = 0
  let part: Buffer[] = []
  let parts = 0
  for (let isEnd = false; !isEnd; ) {
    const { rows } = await sql.raw<{ line: string }>(`fetch ${rowsAtOnce} from backup`).execute(trx)
    const bytes = Buffer.from(rows.map(({ line }) => `${line}\n`).join(''))
    hash.update(bytes)
    count += rows.length
    part.push(bytes)
    isEnd = rows.length < rowsAtOnce
    const whole = Buffer.concat(part)
    if (whole.length === 0 || (!isEnd && whole.length < memberBytes)) continue
    parts += 1
    await archive.add(`tables/${table}.${String(parts).padStart(6, '0')}.jsonl`, whole)
    part = []
  }
  await sql`close backup`.execute(trx)
  return { rows: count, sha256: hash.digest('hex') }
}

/** Every region's trail as it stands in the snapshot of this transaction. */
export async function verifyTrails(trx: Trx): Promise<BackupManifest['trails']> {
  const inside = {
    asSystem: <Result>(_reason: SystemReason, work: (trx: Trx) => Promise<Result>) => work(trx),
  }
  const regions = await trx.selectFrom('region').select('region_id').orderBy('region_id').execute()
  const trails: BackupManifest['trails'] = []
  for (const { region_id: regionId } of regions) {
    const { events, broken } = await verifyTrail(inside, regionId)
    trails.push({ regionId, events, brokenAt: broken?.sequence ?? null })
  }
  return trails
}

async function writeFiles(folder: string, named: readonly string[], archive: ArchiveWriter) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const there = found.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
  const present = new Set(there.map(({ name }) => name))
  const damagedFiles = named.filter((name) => !present.has(name))
  for (const { name, parentPath } of there) {
    const bytes = await readFile(join(parentPath, name))
    if (createHash('sha256').update(bytes).digest('hex') === name) await archive.add(`files/${name}`, bytes)
    else damagedFiles.push(name)
  }
  return {
    files: there.length - there.filter(({ name }) => damagedFiles.includes(name)).length,
    damagedFiles,
  }
}
