import { parentPort, workerData } from 'node:worker_threads'
import { DomainError } from '../../core/errors/errors.js'
import { jsonText } from '../../store/json-text.js'
import { type Knowledge, type ReadingOrder, readUpload } from './read-upload.js'
import type { UploadAnswer } from './upload-thread.js'

const knowledge: Knowledge = workerData

/** Reads and recognises one file a message; what a file needs can only exhaust this thread. */
parentPort?.on('message', async (order: ReadingOrder) => {
  parentPort?.postMessage(await answer(order))
})

const ready: UploadAnswer = { kind: 'ready' }
parentPort?.postMessage(ready)

async function answer(order: ReadingOrder): Promise<UploadAnswer> {
  try {
    return { kind: 'read', result: jsonText(await readUpload(order, knowledge)) }
  } catch (error) {
    if (error instanceof DomainError)
      return { kind: 'refused', code: error.code, parameters: error.parameters }
    return {
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}
