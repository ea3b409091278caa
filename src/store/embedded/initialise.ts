import { execFile } from 'node:child_process'
import { chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { DomainError } from '../../core/errors/errors.js'
import type { Binaries } from './binaries.js'
import type { DatabaseFolder } from './database-folder.js'
import type { Runner } from './system-user.js'

const execute = promisify(execFile)

/**
 * Makes the cluster if there is none, beside its place first, so that one broken off half-way is never taken for whole.
 *
 * @throws DomainError DATABASE_FAILED
 */
export async function makeCluster(
  { folder, cluster, log, superuserPassword }: DatabaseFolder,
  { initdb }: Binaries,
  runner: Runner,
): Promise<void> {
  if (await exists(join(cluster, 'PG_VERSION'))) return
  const fresh = `${cluster}.new`
  const passwordFile = join(folder, 'database-password.new')
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  await writeFile(passwordFile, `${superuserPassword}\n`, { mode: 0o600 })
  try {
    if (runner.owner !== undefined) {
      await chown(fresh, runner.owner.uid, runner.owner.gid)
      await chown(passwordFile, runner.owner.uid, runner.owner.gid)
    }
    const [program = initdb, ...args] = [...runner.prefix, initdb, ...initdbArguments(fresh, passwordFile)]
    await execute(program, args, { ...runner.ids, cwd: '/', env: { ...process.env, LC_ALL: 'C' } })
    await rename(fresh, cluster)
  } catch (error) {
    const reason = error instanceof Error ? lastLine(error.message) : String(error)
    throw new DomainError('DATABASE_FAILED', { reason, log })
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function initdbArguments(cluster: string, passwordFile: string): readonly string[] {
  return [
    `--pgdata=${cluster}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ]
}

/** The application's role without any power over the server, the role that row security speaks of, and the database. */
export async function makeRoles(port: number, folder: DatabaseFolder): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: folder.superuserPassword,
    database: 'postgres',
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query("select 1 from pg_database where datname = 'hengxiao'")
    if (rows.length === 0) await makeDatabase(client, folder.password)
  } finally {
    await client.end()
  }
}

/** Where the application's database is, with its password: keep it out of logs. */
export function applicationUrl(port: number, { password }: DatabaseFolder): string {
  return `postgresql://hengxiao:${password}@127.0.0.1:${port}/hengxiao`
}

async function makeDatabase(client: pg.Client, password: string): Promise<void> {
  const quoted = client.escapeLiteral(password)
  await client.query('drop role if exists hengxiao')
  await client.query(`create role hengxiao login nosuperuser password ${quoted}`)
  await client.query(
    'do $$ begin create role hengxiao_app nologin; exception when duplicate_object then null; end $$',
  )
  await client.query('grant hengxiao_app to hengxiao')
  await client.query('create database hengxiao owner hengxiao template template0')
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}
