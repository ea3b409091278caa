import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A program of ours in a process of its own, with the lines that it prints. */
export type NodeProcess = Readonly<{
  child: ChildProcess
  /** The next line, or undefined when there will be none. */
  line(): Promise<string | undefined>
  /** Kills it and waits until it is gone. */
  kill(signal: NodeJS.Signals): Promise<void>
}>

/** Starts a TypeScript file of this folder under Node. */
export function startProcess(
  file: string,
  args: readonly string[],
  options: Readonly<{ uid?: number; gid?: number }> = {},
): NodeProcess {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    line: async () => {
      const next = await lines.next()
      return next.done ? undefined : String(next.value)
    },
    kill: async (signal) => {
      child.kill(signal)
      await exited
    },
  }
}

/** Tries until it succeeds, for at most half a minute. */
export async function eventually<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let turn = 0; turn < 300; turn += 1) {
    const result = await attempt().catch(() => undefined)
    if (result !== undefined) return result
    await setTimeout(100)
  }
  return attempt()
}
