import type { Worker } from 'node:worker_threads'
import { DomainError, type ErrorCode, type ErrorParameters } from '../core/errors/errors.js'
import { openWorker } from './open-worker.js'

/** What the thread is sent. */
export type Numbered<Order> = Readonly<{ number: number; order: Order }>

/** What it sends back; an error class does not survive the way between threads. */
export type OrderAnswer<Result> = Readonly<{ number: number }> &
  (
    | Readonly<{ kind: 'done'; result: Result }>
    | Readonly<{ kind: 'refused'; code: ErrorCode; parameters: ErrorParameters }>
    | Readonly<{ kind: 'failed'; message: string }>
  )

/** Sends an order to the thread. @throws DomainError as the thread does, Error when the thread broke */
export type SendOrder<Order, Result> = (order: Order) => Promise<Result>

type Waiting<Result> = Readonly<{ resolve: (result: Result) => void; reject: (error: Error) => void }>
type State<Result> = { worker: Worker | undefined; count: number; waiting: Map<number, Waiting<Result>> }

/** `onBreak` is told when a thread broke: the next one knows nothing. `youngMegabytes`: room for what is soon forgotten. */
export type ThreadPlan = Readonly<{ onBreak?: () => void; youngMegabytes?: number }>

/**
 * One thread of its own that serves everybody in turn, so that a page being typed on does not wait. It starts with
 * the first order, and anew with the next one after it broke. It never keeps the process from ending.
 *
 * @param entry a file that calls `answerOrders`, as `openWorker` takes it
 */
export function openOrderThread<Order, Result>(entry: URL, plan: ThreadPlan = {}): SendOrder<Order, Result> {
  const state: State<Result> = { worker: undefined, count: 0, waiting: new Map() }
  return (order) => {
    state.worker ??= start(state, entry, plan)
    const { worker, waiting } = state
    const number = state.count++
    return new Promise((resolve, reject) => {
      worker.postMessage({ number, order } satisfies Numbered<Order>)
      waiting.set(number, { resolve, reject })
    })
  }
}

function start<Result>(
  state: State<Result>,
  entry: URL,
  { onBreak = () => {}, youngMegabytes }: ThreadPlan,
): Worker {
  const limits = youngMegabytes === undefined ? {} : { maxYoungGenerationSizeMb: youngMegabytes }
  const worker = openWorker(entry, { resourceLimits: limits })
  const breakOff = (error: Error) => {
    if (state.worker !== worker) return
    state.worker = undefined
    onBreak()
    rejectAll(state, error)
  }
  worker.on('message', (answer: OrderAnswer<Result>) => settle(state, answer))
  worker.on('error', breakOff)
  worker.on('exit', () => breakOff(new Error(`the thread of ${entry.pathname} ended`)))
  worker.unref()
  return worker
}

function settle<Result>({ waiting }: State<Result>, answer: OrderAnswer<Result>): void {
  const order = waiting.get(answer.number)
  waiting.delete(answer.number)
  if (answer.kind === 'done') order?.resolve(answer.result)
  else if (answer.kind === 'refused') order?.reject(new DomainError(answer.code, answer.parameters))
  else order?.reject(new Error(answer.message))
}

function rejectAll<Result>({ waiting }: State<Result>, error: Error): void {
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}
