import { parentPort } from 'node:worker_threads'
import { DomainError } from '../core/errors/errors.js'
import { readDocument } from './read-document.js'
import type { WorkerAnswer } from './worker-answer.js'

/** Reads one file a message; memory that a file needs can only exhaust this thread. */
parentPort?.on('message', async (bytes: Uint8Array) => {
  parentPort?.postMessage(await answer(bytes))
})

async function answer(bytes: Uint8Array): Promise<WorkerAnswer> {
  try {
    return { kind: 'read', result: await readDocument(bytes) }
  } catch (error) {
    if (error instanceof DomainError) {
      return { kind: 'refused', code: error.code, parameters: error.parameters }
    }
    return {
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}
