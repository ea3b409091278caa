import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../src/store/embedded/start-embedded.js'

/**
 * `npm run test:database-url [folders]`: the tests of store, server and demonstration on a PostgreSQL given by
 * `DATABASE_URL`. Unless one is set already, a second server is started, with a user that may make databases and
 * nothing else.
 */
const wanted = process.argv.slice(2)
const folders = wanted.length === 0 ? ['src/store', 'src/server', 'src/demo'] : wanted
const home = await mkdtemp(join(tmpdir(), 'hengxiao-second-'))
const second = process.env.DATABASE_URL ? undefined : await startSecond(join(home, 'data'))
try {
  const env = { ...process.env, DATABASE_URL: second?.url ?? process.env.DATABASE_URL }
  const { status } = spawnSync('npx', ['vitest', 'run', ...folders], { env, stdio: 'inherit' })
  process.exitCode = status ?? 1
} finally {
  await second?.stop()
  await rm(home, { recursive: true, force: true })
}

async function startSecond(dataFolder: string) {
  const server = await startEmbedded({ dataFolder, settings: ['max_connections=300'] })
  const client = new pg.Client({ connectionString: server.superuserUrl })
  await client.connect()
  await client.query('alter role hengxiao createdb')
  await client.end()
  return server
}
