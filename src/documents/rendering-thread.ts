import { Worker } from 'node:worker_threads'
import { DomainError, type ErrorCode, type ErrorParameters } from '../core/errors.js'
import type { Pack } from '../core/pack/pack.js'
import type { PrintedFiling } from '../core/paper/printed.js'
import type { WrittenList } from './excel/write-list.js'
import type { WrittenFormat } from './render-filing.js'

/** A filing and how to write it. */
type FilingOrder = Readonly<{ printed: PrintedFiling; format: WrittenFormat; packs: readonly Pack[] }>

/** What the thread is sent: a filing, or a list to be written as .xlsx. */
export type RenderingOrder = Readonly<{ number: number }> &
  (({ kind: 'filing' } & FilingOrder) | Readonly<{ kind: 'list'; list: WrittenList }>)

/** What it sends back. */
export type RenderingAnswer = Readonly<{ number: number }> &
  (
    | Readonly<{ kind: 'rendered'; bytes: Uint8Array }>
    | Readonly<{ kind: 'refused'; code: ErrorCode; parameters: ErrorParameters }>
    | Readonly<{ kind: 'failed'; message: string }>
  )

type Waiting = Readonly<{ resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>

let worker: Worker | undefined
let count = 0
const waiting = new Map<number, Waiting>()

/**
 * Writes a file in one thread of its own that serves everybody in turn, so that a page being typed on does not wait
 * for somebody's PDF. The thread starts with the first file and keeps its fonts.
 *
 * @throws DomainError as the writers do
 */
export function renderInWorker(
  printed: PrintedFiling,
  { format, packs }: Pick<FilingOrder, 'format' | 'packs'>,
): Promise<Uint8Array> {
  return send({ number: count++, kind: 'filing', printed, format, packs })
}

/** Writes a list as .xlsx in the same thread: five hundred rows take a tenth of a second. */
export function renderListInWorker({ title, columns, rows }: WrittenList): Promise<Uint8Array> {
  // Callers' columns may carry functions, which cannot be sent to a thread.
  const plain = columns.map(({ title, width, kind = 'text' }) => ({ title, width, kind }))
  return send({ number: count++, kind: 'list', list: { title, columns: plain, rows } })
}

function send(order: RenderingOrder): Promise<Uint8Array> {
  worker ??= start()
  const { number } = order
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject })
    worker?.postMessage(order)
  })
}

function start(): Worker {
  const started = openWorker()
  started.on('message', (answer: RenderingAnswer) => settle(answer))
  started.on('error', (error) => breakOff(started, error))
  started.on('exit', () => breakOff(started, new Error('the rendering thread ended')))
  started.unref()
  return started
}

function settle(answer: RenderingAnswer): void {
  const order = waiting.get(answer.number)
  waiting.delete(answer.number)
  if (answer.kind === 'rendered') order?.resolve(answer.bytes)
  else if (answer.kind === 'refused') order?.reject(new DomainError(answer.code, answer.parameters))
  else order?.reject(new Error(answer.message))
}

/** Whoever waits is told; the next file starts a new thread. */
function breakOff(broken: Worker, error: Error): void {
  if (worker !== broken) return
  worker = undefined
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}

function openWorker(): Worker {
  const options = { stdout: true, stderr: true }
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./render-worker.js', import.meta.url), options)
  return new Worker(sourceStart(), { ...options, eval: true })
}

/** Under tests and the development server the thread is TypeScript, which Node 20 loads only with tsx in it. */
function sourceStart(): string {
  const loader = import.meta.resolve('tsx/esm/api')
  const file = new URL('./render-worker.ts', import.meta.url).href
  return `import('${loader}').then((tsx) => { tsx.register(); return import('${file}') })`
}
