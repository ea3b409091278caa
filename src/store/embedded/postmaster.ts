import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** What a running server writes about itself into its folder. */
export type Postmaster = Readonly<{ pid: number; port: number; ready: boolean }>

/** The server that `postmaster.pid` names, if its process is alive. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid = '', , , port = '', , , , status = ''] = text.split('\n')
  const found = { pid: Number(pid), port: Number(port), ready: status.trim() === 'ready' }
  return found.pid > 0 && (await isPostgres(found.pid)) ? found : undefined
}

/**
 * Stops a server that nobody looks after any more, open questions rolled back; by force after ten seconds.
 * The wait goes on until its process is gone.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, tries] of [
    ['SIGINT', 200],
    ['SIGQUIT', 100],
    ['SIGKILL', 100],
  ] as const) {
    if (!send(pid, signal)) return
    for (let turn = 0; turn < tries; turn += 1) {
      if (!(await isPostgres(pid))) return
      await setTimeout(50)
    }
  }
}

/** Sends a signal. @returns false when the process is gone */
export function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

/**
 * After a restart of the machine the number may belong to another program, which must not be stopped.
 * A process that nobody has collected yet has no command line any more.
 */
async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.split('\0')[0]?.includes('postgres') ?? false
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
