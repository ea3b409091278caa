import { chmod, chown, mkdir, mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, startProcess } from '../../testing/node-process.js'
import { linkLibraries } from './binaries.js'
import { findPostmaster } from './postmaster.js'
import { type Embedded, findRunning, startEmbedded } from './start-embedded.js'

const isRoot = process.getuid?.() === 0
const program = './embedded-process.ts'
let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'store-launcher-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded server', () => {
  let folder: string
  let server: Embedded

  beforeAll(async () => {
    folder = join(home, 'first', 'data')
    server = await startEmbedded({ dataFolder: folder })
  })
  afterAll(() => server.stop())

  it('writes to the disk before it says done, and listens on loopback only', async () => {
    const settings = 'fsync full_page_writes synchronous_commit listen_addresses unix_socket_directories'
    const [row] = await ask(
      server.superuserUrl,
      `select ${settings.split(' ').map((name) => `current_setting('${name}') as ${name}`)}`,
    )
    expect(row).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
    })
  })

  it('gives the application a role without power over the server', async () => {
    const [row] = await ask(
      server.url,
      'select rolsuper, rolcreaterole from pg_roles where rolname = current_user',
    )
    expect(row).toEqual({ rolsuper: false, rolcreaterole: false })
  })

  it('sorts and upper-cases alike on every machine', async () => {
    const [row] = await ask(
      server.url,
      'select datlocprovider, datlocale, encoding = 6 as utf8 from pg_database where datname = current_database()',
    )
    expect(row).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8', utf8: true })
  })

  it('keeps its passwords in a file for its owner only, and out of the log', async () => {
    const file = join(folder, 'database-password')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await ask(server.url, "select 'Geheim' || 1/0").catch(() => undefined)
    const log = await readFile(join(folder, 'database.log'), 'utf8')
    for (const secret of [...(await readFile(file, 'utf8')).trim().split('\n'), 'Geheim']) {
      expect(log).not.toContain(secret)
    }
    expect(log).toContain('division by zero')
  })

  it('refuses whoever comes without the password', async () => {
    const url = new URL(server.url)
    url.password = 'falsch'
    await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  it('is not started twice on one folder, but can be joined', async () => {
    const second = startProcess(program, [folder])
    expect(await second.line()).toBe('DATA_FOLDER_IN_USE')
    expect(await findRunning(folder)).toBe(server.url)
  })

  it('comes back by itself on the same address when it is killed', async () => {
    await ask(server.url, 'create table if not exists kept (words text)')
    await ask(server.url, "insert into kept values ('留下')")
    const before = await findPostmaster(join(folder, 'database'))
    process.kill(before?.pid ?? 0, 'SIGKILL')
    const rows = await eventually(async () => {
      const now = await findPostmaster(join(folder, 'database'))
      return now?.pid === before?.pid ? undefined : ask(server.url, 'select words from kept')
    })
    expect(rows).toEqual([{ words: '留下' }])
  })
})

describe('a program that ends', () => {
  it('by SIGTERM takes its server with it', async () => {
    const folder = join(home, 'term')
    const first = startProcess(program, [folder])
    await first.line()
    const server = await findPostmaster(join(folder, 'database'))
    expect(server?.ready).toBe(true)
    await first.kill('SIGTERM')
    await eventually(async () => ((await findPostmaster(join(folder, 'database'))) ? undefined : true))
  })

  it('by kill -9 leaves a server that the next start puts in order, with every row', async () => {
    const folder = join(home, 'killed')
    const first = startProcess(program, [folder])
    const url = (await first.line()) ?? ''
    await ask(url, 'create table kept as select 1 as number')
    await first.kill('SIGKILL')
    const orphan = await findPostmaster(join(folder, 'database'))
    expect(orphan?.ready).toBe(true)
    const next = await startEmbedded({ dataFolder: folder })
    expect(await ask(next.url, 'select number from kept')).toEqual([{ number: 1 }])
    expect((await findPostmaster(join(folder, 'database')))?.pid).not.toBe(orphan?.pid)
    await next.stop()
    expect(await findPostmaster(join(folder, 'database'))).toBeUndefined()
  })
})

describe('a start', () => {
  it('on a port that is taken is refused with its number', async () => {
    const taken = createServer().listen(6110, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const start = startEmbedded({ dataFolder: join(home, 'port'), port: 6110 })
    await expect(start).rejects.toMatchObject({ code: 'DATABASE_PORT_TAKEN', parameters: { port: 6110 } })
    await new Promise((resolve) => taken.close(resolve))
  })

  it('after one broken off half-way begins anew', async () => {
    const folder = join(home, 'half')
    await mkdir(join(folder, 'database.new'), { recursive: true })
    await writeFile(join(folder, 'database.new', 'PG_VERSION'), '18\n')
    const server = await startEmbedded({ dataFolder: folder })
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
  })

  it('on files that are no database names the log', async () => {
    const folder = join(home, 'damaged')
    await mkdir(join(folder, 'database'), { recursive: true })
    await writeFile(join(folder, 'database', 'PG_VERSION'), '18\n')
    if (isRoot) await chown(join(folder, 'database'), 65_534, 65_534)
    await expect(startEmbedded({ dataFolder: folder })).rejects.toMatchObject({
      code: 'DATABASE_FAILED',
      message: expect.stringContaining('database.log'),
    })
  })

  it.runIf(isRoot)('as root works below a folder that only root may enter', async () => {
    const closed = join(home, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const server = await startEmbedded({ dataFolder: join(closed, 'inner', 'data') })
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await stat(closed)).mode & 0o777).toBe(0o700)
    await server.stop()
  })

  it.runIf(isRoot)('works for a user who is not root', async () => {
    const folder = join(home, 'somebody')
    await chmod(home, 0o755)
    await mkdir(folder)
    await chown(folder, 65_534, 65_534)
    const started = startProcess(program, [folder], { uid: 65_534, gid: 65_534 })
    expect(await started.line()).toMatch(/^postgresql:/)
    expect((await stat(join(folder, 'database'))).uid).toBe(65_534)
    await started.kill('SIGTERM')
  })

  it('on a folder that cannot be written says so', async () => {
    const file = join(home, 'file')
    await writeFile(file, '')
    await expect(startEmbedded({ dataFolder: join(file, 'data') })).rejects.toMatchObject({
      code: 'DATA_FOLDER_NOT_WRITABLE',
    })
  })
})

describe('an install without scripts', () => {
  it('gets the links between library names that it lacks', async () => {
    const native = join(home, 'native')
    await mkdir(join(native, 'lib'), { recursive: true })
    await writeFile(join(native, 'lib', 'libpq.so.5.18'), '')
    await writeFile(
      join(native, 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    )
    await linkLibraries(native)
    await linkLibraries(native)
    expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
  })
})
