import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { DomainError } from '../../core/errors/errors.js'
import { findPostmaster } from './postmaster.js'
import type { Runner } from './system-user.js'

/** Everything one start of the server depends on. */
export type ServerPlan = Readonly<{
  postgres: string
  cluster: string
  log: string
  runner: Runner
  /** Further settings, `name=value`; tests turn off what makes commits durable. */
  settings: readonly string[]
}>

/** Loopback only; nothing that a user typed and no password reaches the log. */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=on',
  'full_page_writes=on',
  'synchronous_commit=on',
  'password_encryption=scram-sha-256',
  'log_statement=none',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
  'max_wal_size=512MB',
]

/** How one start ended: the process, or why it is not running. */
export type Started =
  | Readonly<{ child: ChildProcess }>
  | Readonly<{ failed: 'portTaken' | 'stillExiting' | 'other'; reason: string }>

/** Starts the server once and waits until it answers; recovery after a crash may take its time. */
export async function runServer(plan: ServerPlan, port: number): Promise<Started> {
  const before = await stat(plan.log).then(
    (found) => found.size,
    () => 0,
  )
  const child = await spawnServer(plan, port)
  const exited = new Promise<'exited'>((resolve) => child.once('exit', () => resolve('exited')))
  child.once('error', () => undefined)
  for (;;) {
    const state = await Promise.race([exited, setTimeout(20)])
    if (state === 'exited' || child.pid === undefined) return explain(await readFrom(plan.log, before))
    const postmaster = await findPostmaster(plan.cluster)
    if (postmaster?.pid === child.pid && postmaster.ready) return { child }
  }
}

/** Detached: Ctrl-C in the terminal is for us, and we stop the server when the last answer is out. */
async function spawnServer(plan: ServerPlan, port: number): Promise<ChildProcess> {
  const log = await open(plan.log, 'a', 0o600)
  try {
    const all = [...settings, ...plan.settings, `port=${port}`].flatMap((setting) => ['-c', setting])
    const [program = '', ...args] = [...plan.runner.prefix, plan.postgres, '-D', plan.cluster, ...all]
    const child = spawn(program, args, {
      ...plan.runner.ids,
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    child.unref()
    return child
  } finally {
    await log.close()
  }
}

async function readFrom(log: string, offset: number): Promise<string> {
  const bytes = await readFile(log).catch(() => Buffer.alloc(0))
  return bytes.subarray(offset).toString('utf8')
}

function explain(said: string): Started {
  const lines = said.trim().split('\n')
  const reason = (lines.find((line) => line.includes('FATAL')) ?? lines.at(-1) ?? '').slice(0, 300)
  if (/could not bind|could not create any TCP/.test(said)) return { failed: 'portTaken', reason }
  if (/shared memory block|lock file "postmaster\.pid" already exists/.test(said)) {
    return { failed: 'stillExiting', reason }
  }
  return { failed: 'other', reason }
}

/** @throws DomainError DATABASE_PORT_TAKEN, DATABASE_FAILED */
export function refuseStart(failure: string, reason: string, plan: ServerPlan, port: number): never {
  if (failure === 'portTaken') throw new DomainError('DATABASE_PORT_TAKEN', { port })
  throw new DomainError('DATABASE_FAILED', { reason, log: plan.log })
}
