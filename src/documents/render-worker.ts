import { parentPort } from 'node:worker_threads'
import { DomainError } from '../core/errors.js'
import { writeList } from './excel/write-list.js'
import { renderFiling } from './render-filing.js'
import type { RenderingAnswer, RenderingOrder } from './rendering-thread.js'

let turn: Promise<void> = Promise.resolve()

/** Writes one file after the other. */
parentPort?.on('message', (order: RenderingOrder) => {
  turn = turn.then(async () => parentPort?.postMessage(await answer(order)))
})

async function answer(order: RenderingOrder): Promise<RenderingAnswer> {
  const { number } = order
  try {
    const bytes = order.kind === 'list' ? writeList(order.list) : await renderFiling(order.printed, order)
    return { number, kind: 'rendered', bytes }
  } catch (error) {
    if (error instanceof DomainError)
      return { number, kind: 'refused', code: error.code, parameters: error.parameters }
    return {
      number,
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}
