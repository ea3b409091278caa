import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { LoadUser } from './server/seed-load.js'

/**
 * 500 units, 50 users who read and save at once, each doing something about once in `pause` milliseconds; lists,
 * exports and downloads between them. Prints p50 and p95 of each beside a plain answer of the same server, under the
 * same load. `npx tsx bench/server.ts [seconds] [pause]`.
 */
const seconds = Number(process.argv[2] ?? '30')
const pause = Number(process.argv[3] ?? '1000')
const users = 50
const port = 6300
const origin = `http://127.0.0.1:${port}`
const bars: Readonly<Record<string, number>> = { read: 50, save: 100, export: 300 }
const taken: Record<string, number[]> = {}
let failures = 0

async function call(kind: string, path: string, { user, ...init }: RequestInit & { user?: LoadUser }) {
  const began = performance.now()
  const headers: Record<string, string> = { ...(init.headers as Record<string, string>) }
  if (user !== undefined) {
    headers.cookie = user.cookie
    headers['x-csrf-token'] = user.csrfToken
  }
  const answer = await fetch(`${origin}${path}`, { ...init, headers })
  const bytes = Buffer.from(await answer.arrayBuffer())
  taken[kind] ??= []
  taken[kind].push(performance.now() - began)
  if (answer.ok || answer.status === 304) return bytes
  failures += 1
  if (failures < 4) process.stderr.write(`${kind} ${answer.status} ${bytes.toString('utf8').slice(0, 300)}\n`)
  return undefined
}

async function read(user: LoadUser): Promise<string> {
  const bytes = await call('read', `/api/filings/${user.filingId}`, { user })
  return bytes === undefined ? '1' : JSON.parse(bytes.toString('utf8')).revision
}

async function save(user: LoadUser, revision: string, round: number): Promise<string> {
  const cell = 'f1/actualAccomplishment'
  const body = { changeId: randomUUID(), changes: [{ kind: 'cell', cell, from: '', to: `新增${round}人` }] }
  const headers = { 'content-type': 'application/json', 'if-match': revision }
  const path = `/api/filings/${user.filingId}/content`
  const bytes = await call('save', path, { user, method: 'PATCH', headers, body: JSON.stringify(body) })
  return bytes === undefined ? revision : JSON.parse(bytes.toString('utf8')).revision
}

/** Types for a while: most steps save, some read again, few look at the tasks or download. */
async function clerk(user: LoadUser, until: number): Promise<void> {
  await sleep(Math.random() * pause)
  let revision = await read(user)
  for (let round = 0; performance.now() < until; round++) {
    if (round % 2 === 0) revision = await save(user, revision, round)
    else if (round % 8 === 7) await call('tasks', '/api/tasks', { user })
    else revision = await read(user)
    if (round % 30 === 29) await call('download', `/api/filings/${user.filingId}/file?as=pdf`, { user })
    if (round % 30 === 14) await call('download', `/api/filings/${user.filingId}/file?as=docx`, { user })
    await sleep(pause * (0.5 + Math.random()))
  }
}

async function reviewer(user: LoadUser, until: number): Promise<void> {
  while (performance.now() < until) {
    await call('list', '/api/filings?year=2024&size=50', { user })
    await call('export', '/api/filings.xlsx?year=2024', { user })
    await call('floor', '/bench-floor', {})
    await sleep(pause)
  }
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function report(): void {
  const floor = at(
    [...(taken.floor ?? [])].sort((left, right) => left - right),
    0.5,
  )
  for (const [kind, times] of Object.entries(taken)) {
    const sorted = [...times].sort((left, right) => left - right)
    const bar = bars[kind]
    const [half, most] = [at(sorted, 0.5), at(sorted, 0.95)]
    const verdict = bar === undefined ? '' : ` · bar ${bar} ms ${most <= bar ? 'met' : 'MISSED'}`
    process.stdout.write(
      `${kind.padEnd(9)}${String(times.length).padStart(6)} · p50 ${half.toFixed(1)} ms · p95 ${most.toFixed(1)} ms · ${(half / floor).toFixed(1)}× floor${verdict}\n`,
    )
  }
  process.stdout.write(`${failures} failures\n`)
}

async function startServer(folder: string): Promise<readonly [ChildProcess, readonly LoadUser[]]> {
  const file = fileURLToPath(new URL('./server/server-process.ts', import.meta.url))
  const child = fork(file, [folder, String(port), String(users)], { execArgv: ['--import', 'tsx'] })
  const [signedIn] = (await once(child, 'message')) as [readonly LoadUser[]]
  return [child, signedIn]
}

const folder = await mkdtemp(join(tmpdir(), 'filings-bench-'))
const [child, signedIn] = await startServer(folder)
try {
  const warm = performance.now() + 4_000
  await Promise.all(signedIn.slice(0, users).map((user) => clerk(user, warm)))
  for (const kind of Object.keys(taken)) delete taken[kind]
  const until = performance.now() + seconds * 1000
  const clerks = signedIn.slice(0, users).map((user) => clerk(user, until))
  await Promise.all([...clerks, ...signedIn.slice(users).map((user) => reviewer(user, until))])
  report()
} finally {
  child.kill('SIGTERM')
  await once(child, 'exit')
  await rm(folder, { recursive: true, force: true })
}
