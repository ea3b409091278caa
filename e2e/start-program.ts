import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const patience = 90_000

/** The built program as a user starts it. */
export type RunningProgram = Readonly<{
  address: string
  dataFolder: string
  /** What it has printed so far. */
  output: () => string
  process: ChildProcess
  /** As Ctrl+C does; waits until it has ended. */
  stop: () => Promise<void>
}>

/** Starts `hengxiao serve`, on a free port and a data folder of its own unless they are given. */
export async function startProgram(
  given: Readonly<{
    demo?: boolean
    dataFolder?: string
    port?: number
    environment?: Readonly<Record<string, string>>
  }> = {},
): Promise<RunningProgram> {
  const dataFolder = given.dataFolder ?? mkdtempSync(join(tmpdir(), 'hengxiao-e2e-'))
  const port = given.port ?? (await freePort())
  const program = join(root, 'dist/program/main.js')
  const args = ['serve', '--port', String(port), '--data', dataFolder, ...(given.demo ? ['--demo'] : [])]
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...given.environment },
  })
  let printed = ''
  const collect = (chunk: Buffer) => {
    printed += chunk.toString('utf8')
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const address = `http://127.0.0.1:${port}`
  await answers(address, () => {
    if (child.exitCode !== null) throw new Error(`it ended before it answered:\n${printed}`)
  })
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    if (given.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true })
  }
  return { address, dataFolder, output: () => printed, process: child, stop }
}

async function answers(address: string, check: () => void): Promise<void> {
  const until = Date.now() + patience
  while (Date.now() < until) {
    check()
    const isThere = await fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isThere) return
    await new Promise((resume) => setTimeout(resume, 100))
  }
  throw new Error(`no answer at ${address} after ${patience / 1000} s`)
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  probe.close()
  await once(probe, 'close')
  return port
}
