import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LoadClient } from './server/load-client.js'
import { type ProcessorTime, processorTime } from './server/processor-time.js'
import type { LoadUser } from './server/seed-load.js'
import { builtFolder, startBuilt } from './server/start-built.js'

/**
 * The built server with 500 units and 50 users: what each kind of request costs alone in processor time, then all at
 * once, as people who type (`typing`: something about once a second each) and as machines that never pause
 * (`closed`). p50 and p95 stand beside a plain answer of the same server under the same load.
 * `npx tsx bench/server.ts [seconds of a round] [rounds] [typing|closed|alone …]`.
 */
const seconds = Number(process.argv[2] ?? '15')
const rounds = Number(process.argv[3] ?? '3')
const modes = process.argv.length > 4 ? process.argv.slice(4) : ['alone', 'typing', 'closed']
const users = 50
/** Seconds before anything counts: every clerk has opened and saved his filing some times, as on any day but the first minute. */
const warmUp = 20
const port = 6300
const bars: Readonly<Record<string, number>> = { read: 50, save: 100, export: 300 }

type Clerk = Readonly<{ client: LoadClient; user: LoadUser; until: number; pause: number }>

/** Types for a while: most steps save, some read again, few look at the tasks or download. */
async function clerk({ client, user, until, pause }: Clerk): Promise<void> {
  await sleep(Math.random() * pause)
  let revision = await client.read(user)
  for (let round = 0; performance.now() < until; round++) {
    if (round % 2 === 0) revision = await client.save(user, revision, round)
    else if (round % 8 === 7 && pause > 0) await client.call('tasks', '/api/tasks', { user })
    else revision = await client.read(user)
    const file = `/api/filings/${user.filingId}/file?as=`
    if (pause > 0 && round % 30 === 29) await client.call('download', `${file}pdf`, { user })
    if (pause > 0 && round % 30 === 14) await client.call('download', `${file}docx`, { user })
    await sleep(pause * (0.5 + Math.random()))
  }
}

async function reviewer({ client, user, until }: Clerk): Promise<void> {
  while (performance.now() < until) {
    await client.list(user)
    await client.export(user)
    await client.floor()
    await sleep(1000)
  }
}

async function round(signedIn: readonly LoadUser[], forSeconds: number, pause: number): Promise<LoadClient> {
  const client = new LoadClient(port)
  const until = performance.now() + forSeconds * 1000
  const clerks = signedIn.slice(0, users).map((user) => clerk({ client, user, until, pause }))
  await Promise.all([
    ...clerks,
    ...signedIn.slice(users).map((user) => reviewer({ client, user, until, pause })),
  ])
  return client
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Medians over rounds, so that one noisy moment of the machine does not decide. */
function report(name: string, clients: readonly LoadClient[]): void {
  const over = (kind: string, share: number) =>
    at(
      clients.map(({ taken }) => at(taken[kind] ?? [], share)),
      0.5,
    )
  const kinds = [...new Set(clients.flatMap(({ taken }) => Object.keys(taken)))]
  const all = clients.map(({ taken }) => Object.values(taken).reduce((sum, times) => sum + times.length, 0))
  const failures = clients.reduce((sum, client) => sum + client.failures, 0)
  write(`\n${name}: ${(at(all, 0.5) / seconds).toFixed(0)} requests a second, ${failures} failures`)
  for (const kind of kinds) {
    const [half, most, bar] = [over(kind, 0.5), over(kind, 0.95), bars[kind]]
    const verdict = bar === undefined ? '' : ` · bar ${bar} ms ${most <= bar ? 'met' : 'MISSED'}`
    const ratio = (half / over('floor', 0.5)).toFixed(1)
    write(
      `${kind.padEnd(9)} p50 ${half.toFixed(1)} ms · p95 ${most.toFixed(1)} ms · ${ratio}× floor${verdict}`,
    )
  }
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** One after the other, nothing beside it: what a request costs. */
async function alone(signedIn: readonly LoadUser[], timeNow: () => ProcessorTime): Promise<void> {
  const [user, reviewing] = [signedIn[0], signedIn[users]]
  if (user === undefined || reviewing === undefined) return
  const client = new LoadClient(port)
  let revision = await client.read(user)
  const kinds = {
    floor: () => client.floor(),
    health: () => client.call('health', '/healthz'),
    read: () => client.read(user),
    save: async (time: number) => {
      revision = await client.save(user, revision, time)
    },
    list: () => client.list(reviewing),
    export: () => client.export(reviewing),
    tasks: () => client.call('tasks', '/api/tasks', { user }),
  }
  write('\nalone:')
  for (const [kind, ask] of Object.entries(kinds)) {
    const times = kind === 'export' ? 30 : 200
    for (let time = 0; time < 20; time++) await ask(time)
    client.taken[kind] = []
    const before = timeNow()
    for (let time = 0; time < times; time++) await ask(time)
    const after = timeNow()
    const [server, database] = [
      (after.server - before.server) / times,
      (after.database - before.database) / times,
    ]
    const half = at(client.taken[kind] ?? [], 0.5).toFixed(1)
    write(
      `${kind.padEnd(9)} p50 ${half} ms · processor: server ${server.toFixed(2)} ms, database ${database.toFixed(2)} ms`,
    )
  }
}

const folder = await mkdtemp(join(tmpdir(), 'filings-bench-'))
const { child, users: signedIn } = await startBuilt(folder, { port, users })
try {
  if (modes.includes('alone')) await alone(signedIn, () => processorTime(child.pid ?? 0, folder))
  for (const [mode, pause] of [
    ['typing', 1000],
    ['closed', 0],
  ] as const) {
    if (!modes.includes(mode)) continue
    await round(signedIn, warmUp, pause)
    const clients: LoadClient[] = []
    for (let count = 0; count < rounds; count++) clients.push(await round(signedIn, seconds, pause))
    report(mode, clients)
  }
} finally {
  child.kill('SIGTERM')
  await once(child, 'exit')
  await Promise.all([folder, builtFolder].map((path) => rm(path, { recursive: true, force: true })))
}
