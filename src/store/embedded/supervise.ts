import type { ChildProcess } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { send, stopPostmaster } from './postmaster.js'
import { refuseStart, runServer, type ServerPlan } from './run-server.js'

/** A server that is running and will be running. */
export type Supervised = Readonly<{ port: number; stop(): Promise<void> }>

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Long enough for the processes of a killed server to go, a tenth of a second each. */
const patience = 150

/**
 * Starts the server and starts it again, on the same port, whenever it ends unasked.
 *
 * @throws DomainError DATABASE_PORT_TAKEN, DATABASE_FAILED
 */
export async function supervise(
  plan: ServerPlan,
  firstPort: number,
  { nextPort }: { nextPort: (() => Promise<number>) | undefined },
): Promise<Supervised> {
  let { child, port } = await startPatiently(plan, firstPort, nextPort)
  let stopping: Promise<void> | undefined
  let restarting: Promise<void> = Promise.resolve()
  const watch = () =>
    child.once('exit', () => {
      if (stopping === undefined) restarting = restart().catch(() => undefined)
    })
  const restart = async () => {
    const started = await startPatiently(plan, port, undefined)
    child = started.child
    port = started.port
    watch()
  }
  watch()
  const forget = stopWithProcess(() => child)
  const stop = async () => {
    forget()
    await restarting
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      await stopPostmaster(child.pid)
    }
  }
  return {
    port,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

async function startPatiently(
  plan: ServerPlan,
  firstPort: number,
  nextPort: (() => Promise<number>) | undefined,
): Promise<{ child: ChildProcess; port: number }> {
  let port = firstPort
  for (let turn = 1; ; turn += 1) {
    const started = await runServer(plan, port)
    if ('child' in started) return { child: started.child, port }
    const { failed, reason } = started
    const goesOn = failed === 'stillExiting' || (failed === 'portTaken' && nextPort !== undefined)
    if (!goesOn || turn >= patience) refuseStart(failed, reason, plan, port)
    if (failed === 'portTaken' && nextPort !== undefined) port = await nextPort()
    await setTimeout(100)
  }
}

/**
 * Asks the server to stop when this process ends by itself. A signal that nobody else listens to still ends the
 * process as it would have.
 */
function stopWithProcess(current: () => ChildProcess): () => void {
  const ask = () => {
    const { pid } = current()
    if (pid !== undefined) send(pid, 'SIGINT')
  }
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 1) return
    forget()
    ask()
    process.kill(process.pid, signal)
  }
  const forget = () => {
    process.off('exit', ask)
    for (const signal of signals) process.off(signal, onSignal)
  }
  process.on('exit', ask)
  for (const signal of signals) process.on(signal, onSignal)
  return forget
}
