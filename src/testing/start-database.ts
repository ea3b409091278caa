import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type Embedded, startEmbedded } from '../store/embedded/start-embedded.js'
import { migrate } from '../store/migrate.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Port on loopback that answers with the address of the database of this run, starting it first. */
    testDatabasePort: number
  }
}

/** A server and the name of a migrated database in it that tests copy. */
export type TestServer = Readonly<{ serverUrl: string; template: string }>

/** Tests may lose everything when the machine stops; only the store's own kill tests may not. */
const quick = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=300']

/** Once per run, and only when the first test asks: the embedded server, or the one `DATABASE_URL` names. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Running> | undefined
  const server = createServer((socket) => {
    started ??= start()
    void answer(socket, started)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  project.provide('testDatabasePort', portOf(server))
  return async () => {
    await new Promise((resolve) => server.close(resolve))
    await (await started)?.stop()
  }
}

type Running = TestServer & Readonly<{ stop(): Promise<void> }>

async function answer(socket: Socket, started: Promise<Running>): Promise<void> {
  socket.on('error', () => undefined)
  const { serverUrl, template } = await started.catch((error: unknown) => ({
    serverUrl: '',
    template: String(error),
  }))
  socket.end(JSON.stringify({ serverUrl, template }))
}

async function start(): Promise<Running> {
  const given = process.env.DATABASE_URL
  const embedded = given ? undefined : await startQuick()
  const serverUrl = given ?? embedded?.superuserUrl ?? ''
  const template = `hengxiao_test_${randomBytes(5).toString('hex')}`
  try {
    await ask(serverUrl, `create database ${template} template template0`)
    await migrate(databaseUrl(serverUrl, template))
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  return { serverUrl, template, stop: () => stop({ serverUrl, template }, embedded) }
}

async function startQuick(): Promise<Embedded & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'hengxiao-test-'))
  return { ...(await startEmbedded({ dataFolder: folder, settings: quick })), folder }
}

async function stop(
  { serverUrl, template }: TestServer,
  embedded: (Embedded & { folder: string }) | undefined,
): Promise<void> {
  if (embedded !== undefined) {
    await embedded.stop()
    await rm(embedded.folder, { recursive: true, force: true })
    return
  }
  const names = await ask(serverUrl, `select datname from pg_database where datname like '${template}%'`)
  for (const { datname } of names) await ask(serverUrl, `drop database if exists ${datname} with (force)`)
}

/** Asks the server one question on a connection of its own. */
export async function ask(url: string, question: string): Promise<{ datname: string }[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ datname: string }>(question)).rows
  } finally {
    await client.end()
  }
}

/** The address of another database of the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
