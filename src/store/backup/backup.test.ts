import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filingUnits, fillEveryTable, sha } from '../../testing/filled-region.js'
import { buildRegion, type TestRegion } from '../../testing/region.js'
import { createTestDatabase, createTestStore } from '../../testing/test-database.js'
import { connectStore, type OpenedStore } from '../connect-store.js'
import { recordEvent } from '../event-store.js'
import { verifyTrail } from '../verify-trail.js'
import { makeBackup } from './make-backup.js'
import { backupTables } from './manifest.js'
import { restoreBackup } from './restore-backup.js'
import { readTar, tarEnd, tarMember } from './tar.js'

let store: OpenedStore
let region: TestRegion
let home: string
let file: string
const madeAt = new Date('2026-03-05T00:00:00Z')

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'store-backup-'))
  file = join(home, 'made', 'backup.tar.gz')
  store = await createTestStore()
  region = await buildRegion(store)
  await fillEveryTable(store, region)
  for (const key of filingUnits) await keep(join(home, 'files'), region.units[key].code)
  await makeBackup(store, { filesFolder: join(home, 'files'), file, madeAt })
})
afterAll(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

async function keep(folder: string, text: string): Promise<void> {
  const sha256 = sha(text)
  await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
  await writeFile(join(folder, sha256.slice(0, 2), sha256), text)
}

async function rowsOf(one: OpenedStore): Promise<Record<string, string[]>> {
  return one.asSystem('upkeep', async (trx) => {
    const all: Record<string, string[]> = {}
    for (const table of backupTables) {
      const found = await sql<{
        row: string
      }>`select t::text as row from ${sql.table(table)} t order by 1`.execute(trx)
      all[table] = found.rows.map(({ row }) => row)
    }
    return all
  })
}

async function restoreInto(from: string) {
  const url = await createTestDatabase({ migrated: false })
  const filesFolder = join(home, url.slice(-10))
  const manifest = await restoreBackup({ file: from, url, filesFolder })
  return { manifest, filesFolder, restored: connectStore(url) }
}

/** The archive again, with some of its members changed. */
async function changed(change: (name: string, bytes: Buffer) => Buffer | undefined): Promise<string> {
  const parts: Buffer[] = []
  const whole = gunzipSync(await readFile(file))
  for await (const { name, bytes } of readTar(
    (async function* () {
      yield whole
    })(),
  )) {
    const now = change(name, bytes)
    if (now !== undefined) parts.push(tarMember(name, now))
  }
  const path = join(
    home,
    `changed-${parts.length}-${sha(Buffer.concat(parts).toString('latin1')).slice(0, 8)}.tar.gz`,
  )
  await writeFile(path, gzipSync(Buffer.concat([...parts, tarEnd])))
  return path
}

describe('a backup', () => {
  it('covers every table but the sessions', async () => {
    const { rows } = await store.asSystem('upkeep', (trx) =>
      sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'
        and tablename not like 'kysely%' and tablename <> 'session'`.execute(trx),
    )
    expect(rows.map(({ name }) => name).sort()).toEqual([...backupTables].sort())
  })

  it('is readable by its owner only', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('comes back row for row, file for file, with its trail', async () => {
    const { manifest, filesFolder, restored } = await restoreInto(file)
    expect(await rowsOf(restored)).toEqual(await rowsOf(store))
    expect(manifest.files).toBe(4)
    const sha256 = sha(region.units.school.code)
    expect(await readFile(join(filesFolder, sha256.slice(0, 2), sha256), 'utf8')).toBe('202001')
    await restored.asActor(region.actors.preparer, (trx) =>
      recordEvent(trx, { ...region.actors.preparer, happenedAt: madeAt, action: 'edit' }),
    )
    expect(await verifyTrail(restored, region.regionId)).toMatchObject({ events: 6, broken: undefined })
    await restored.close()
  })

  it('made while people save shows one moment: every event it has, and nothing half', async () => {
    const writing = { on: true, saved: 0 }
    const save = async () => {
      while (writing.on) {
        await store.asActor(region.actors.preparer, async (trx) => {
          await trx
            .updateTable('filing')
            .set((eb) => ({ revision: eb('revision', '+', '1') }))
            .execute()
          await recordEvent(trx, { ...region.actors.preparer, happenedAt: madeAt, action: 'edit' })
        })
        writing.saved += 1
      }
    }
    const writers = [save(), save(), save()]
    const online = join(home, 'online.tar.gz')
    for (let turn = 0; turn < 3; turn += 1)
      await makeBackup(store, { filesFolder: join(home, 'files'), file: online, madeAt })
    writing.on = false
    await Promise.all(writers)
    expect(writing.saved).toBeGreaterThan(3)
    const { manifest, restored } = await restoreInto(online)
    const { revision } = await restored.asActor(region.actors.preparer, (trx) =>
      trx.selectFrom('filing').select('revision').executeTakeFirstOrThrow(),
    )
    expect(Number(revision) - 1).toBe((manifest.trails[0]?.events ?? 0) - 5)
    await restored.close()
  })

  it('tells of stored files that are missing or no longer what they were', async () => {
    const folder = join(home, 'damaged')
    const [gone, spoilt, ...whole] = filingUnits.map((key) => region.units[key].code)
    for (const code of whole) await keep(folder, code)
    await keep(folder, spoilt ?? '')
    await writeFile(join(folder, sha(spoilt ?? '').slice(0, 2), sha(spoilt ?? '')), 'verdorben')
    const out = join(home, 'damaged.tar.gz')
    const manifest = await makeBackup(store, { filesFolder: folder, file: out, madeAt })
    expect(manifest).toMatchObject({ files: 2, damagedFiles: [sha(gone ?? ''), sha(spoilt ?? '')] })
  })

  it('is not written where there is no room for it', async () => {
    const out = join(file, 'inside.tar.gz')
    await expect(makeBackup(store, { filesFolder: home, file: out, madeAt })).rejects.toMatchObject({
      code: 'BACKUP_NOT_WRITTEN',
    })
  })
})

describe('restoring', () => {
  it('never touches a database with something in it', async () => {
    const before = await rowsOf(store)
    const restore = restoreBackup({ file, url: store.url, filesFolder: join(home, 'never') })
    await expect(restore).rejects.toMatchObject({ code: 'BACKUP_TARGET_NOT_EMPTY' })
    expect(await rowsOf(store)).toEqual(before)
  })

  const spoil = (table: string, from: string, to: string) => (name: string, bytes: Buffer) =>
    name.startsWith(`tables/${table}.`) ? Buffer.from(bytes.toString('utf8').replace(from, to)) : bytes

  it.each([
    ['a word was changed in it', spoil('comment', '请核对', '不用核对')],
    [
      'a row is missing',
      (name: string, bytes: Buffer) =>
        name.startsWith('tables/comment.') ? bytes.subarray(bytes.indexOf('\n') + 1) : bytes,
    ],
    ['an event was changed in it', spoil('event', '"edit"', '"sign"')],
    [
      'a file was changed in it',
      (name: string, bytes: Buffer) => (name.startsWith('files/') ? Buffer.from('x') : bytes),
    ],
    ['a file is missing', (name: string, bytes: Buffer) => (name.endsWith(sha('301')) ? undefined : bytes)],
  ])('refuses one of which %s, and leaves the database empty', async (_, change) => {
    const url = await createTestDatabase({ migrated: true })
    const restore = restoreBackup({ file: await changed(change), url, filesFolder: join(home, 'wrong') })
    await expect(restore).rejects.toMatchObject({ code: 'BACKUP_DIFFERS' })
    const empty = connectStore(url)
    const rows = await empty.asSystem('upkeep', (trx) => trx.selectFrom('region').selectAll().execute())
    expect(rows).toEqual([])
    await empty.close()
  })

  it('refuses one that is cut off, no backup at all, or of a later version', async () => {
    const url = await createTestDatabase({ migrated: false })
    const cut = join(home, 'cut.tar.gz')
    await writeFile(cut, (await readFile(file)).subarray(0, -200))
    const other = join(home, 'other.tar.gz')
    await writeFile(other, 'nothing of ours')
    const later = await changed((name, bytes) =>
      name === 'hengxiao.json' ? Buffer.from(bytes.toString('utf8').replace('0004', '0999')) : bytes,
    )
    for (const [path, code] of [
      [cut, 'BACKUP_UNREADABLE'],
      [other, 'BACKUP_UNREADABLE'],
      [join(home, 'absent.tar.gz'), 'BACKUP_UNREADABLE'],
      [later, 'BACKUP_NEWER'],
    ] as const) {
      const restore = restoreBackup({ file: path, url, filesFolder: join(home, 'wrong') })
      await expect(restore).rejects.toMatchObject({ code })
    }
  })
})
