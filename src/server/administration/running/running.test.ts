import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectStore } from '../../../store/connect-store.js'
import { createFilingDesk, type FilingDesk } from '../../../testing/filing-desk.js'
import { root } from '../../../testing/repository.js'
import { createTestDatabase } from '../../../testing/test-database.js'

const program = join(root, 'dist/program/main.js')
const run = promisify(execFile)

let desk: FilingDesk
let home: string

beforeAll(async () => {
  desk = await createFilingDesk()
  home = await mkdtemp(join(tmpdir(), 'running-'))
})
afterAll(async () => {
  await desk.close()
  await rm(home, { recursive: true, force: true })
})

function ask(path: string, method: 'GET' | 'POST' = 'GET') {
  return desk.ask(desk.region.actors.systemAdministrator, path, { method })
}

type Item = Readonly<{ id: string; title: string; state: string; words: string }>

async function healthOf(id: string): Promise<Item | undefined> {
  const { status, body } = await ask('/api/health')
  expect(status).toBe(200)
  return body.items.find((item: Item) => item.id === id)
}

describe('the health page', () => {
  it('says of every part how it is, and what to do where something is missing', async () => {
    const { items } = (await ask('/api/health')).body
    expect(items.map(({ id }: Item) => id)).toEqual([
      ...['database', 'disk', 'queue', 'converter', 'trail', 'backup', 'versions'],
    ])
    for (const { words } of items) expect(words).toMatch(/。$/)
    expect(await healthOf('database')).toMatchObject({
      state: 'well',
      words: expect.stringMatching(/PostgreSQL \d+/),
    })
    expect(await healthOf('queue')).toMatchObject({ state: 'well', words: '没有排队的文件。' })
    expect(await healthOf('backup')).toMatchObject({ state: 'attention' })
  })

  it('is for the system administrator', async () => {
    expect((await desk.ask(desk.region.actors.financeReviewer, '/api/health')).status).toBe(403)
  })
})

describe('a backup made on the page', () => {
  it('is listed, sent, and restored by the command with every filing', async () => {
    const filingId = await desk.begin()
    const made = (await ask('/api/backups', 'POST')).body
    expect(made.name).toMatch(/^hengxiao-\d{8}T\d{6}\.tar\.gz$/)
    expect((await ask('/api/backups')).body).toMatchObject({ total: 1, items: [{ name: made.name }] })
    expect(await healthOf('backup')).toMatchObject({ state: 'well' })
    const sent = await ask(`/api/backups/${made.name}`)
    expect(sent.headers['content-type']).toBe('application/gzip')
    expect(String(sent.body.length)).toBe(made.bytes)
    expect((await ask('/api/backups/hengxiao-none.tar.gz')).body.code).toBe('BACKUP_NOT_FOUND')
    const file = join(home, made.name)
    await writeFile(file, sent.body)
    const DATABASE_URL = await createTestDatabase({ migrated: false })
    const args = [program, 'restore', file, '--data', join(home, 'restored')]
    const { stdout } = await run(process.execPath, args, { env: { ...process.env, DATABASE_URL } })
    expect(stdout).toContain('逐表核对行数和内容一致')
    const store = connectStore(DATABASE_URL)
    const there = await store.asSystem('upkeep', (trx) =>
      trx.selectFrom('filing').select('filing_id').execute(),
    )
    await store.close()
    expect(there).toEqual([{ filing_id: filingId }])
  })
})
