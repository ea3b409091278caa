import { parentPort } from 'node:worker_threads'
import { DomainError } from '../core/errors/errors.js'
import type { Numbered, OrderAnswer } from './order-thread.js'

/** The thread's side of `openOrderThread`: carries out one order after the other. */
export function answerOrders<Order, Result>(carryOut: (order: Order) => Result | Promise<Result>): void {
  let turn: Promise<void> = Promise.resolve()
  const answer = async ({ number, order }: Numbered<Order>): Promise<OrderAnswer<Result>> => {
    try {
      return { number, kind: 'done', result: await carryOut(order) }
    } catch (error) {
      return { number, ...refusalOf(error) }
    }
  }
  parentPort?.on('message', (order: Numbered<Order>) => {
    turn = turn.then(async () => parentPort?.postMessage(await answer(order)))
  })
}

function refusalOf(error: unknown) {
  if (error instanceof DomainError)
    return { kind: 'refused', code: error.code, parameters: error.parameters } as const
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { kind: 'failed', message } as const
}
