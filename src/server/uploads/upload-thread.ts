import type { Worker } from 'node:worker_threads'
import { DomainError, type ErrorCode, type ErrorParameters } from '../../core/errors/errors.js'
import { openWorker } from '../../threads/open-worker.js'
import type { Knowledge, ReadingOrder } from './read-upload.js'

/** What the thread sends back; `result` is the JSON of a `ReadUpload`. */
export type UploadAnswer =
  /** Once, when it has started: from then on time is counted. */
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'read'; result: string }>
  | Readonly<{ kind: 'refused'; code: ErrorCode; parameters: ErrorParameters }>
  | Readonly<{ kind: 'failed'; message: string }>

/** How the reading of one file ended. */
export type UploadEnd = Exclude<UploadAnswer, { kind: 'ready' }>

/** Time and heap that one file may take. */
export type UploadLimits = Readonly<{ milliseconds: number; megabytes: number }>

export const uploadLimits: UploadLimits = { milliseconds: 9_000, megabytes: 640 }

/** One thread that reads file after file with the packs it was started with. After a broken file it starts afresh. */
export class UploadThread {
  readonly #limits: UploadLimits
  #worker: Worker | undefined
  #knowledge: Knowledge | undefined
  #ready: Promise<void> = Promise.resolve()
  #settle: ((answer: UploadEnd) => void) | undefined

  constructor(limits: UploadLimits = uploadLimits) {
    this.#limits = limits
  }

  /** One at a time. Starting the thread does not count as time of the file. */
  read(order: ReadingOrder, knowledge: Knowledge): Promise<UploadEnd> {
    const worker = this.#workerFor(knowledge)
    const { milliseconds } = this.#limits
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined
      this.#settle = (answer) => {
        clearTimeout(timer)
        this.#settle = undefined
        resolve(answer)
      }
      void this.#ready.then(() => {
        if (worker !== this.#worker) return
        timer = setTimeout(() => this.#break(tooLong(milliseconds)), milliseconds)
        worker.postMessage(order)
      })
    })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
    this.#settle?.({ kind: 'failed', message: 'closed' })
  }

  #workerFor(knowledge: Knowledge): Worker {
    const isSame = this.#knowledge?.packs === knowledge.packs && this.#knowledge.laws === knowledge.laws
    if (this.#worker !== undefined && isSame) return this.#worker
    void this.#worker?.terminate()
    const worker = openWorker(new URL('./upload-worker.js', import.meta.url), {
      workerData: knowledge,
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes, maxYoungGenerationSizeMb: 32 },
    })
    this.#ready = new Promise((resolve) => {
      worker.on('message', (answer: UploadAnswer) => {
        if (answer.kind === 'ready') resolve()
        else if (worker === this.#worker) this.#settle?.(answer)
      })
    })
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#break(brokenBy(error))
    })
    worker.unref()
    this.#knowledge = knowledge
    this.#worker = worker
    return worker
  }

  #break(answer: UploadEnd): void {
    const worker = this.#worker
    this.#worker = undefined
    void worker?.terminate()
    this.#settle?.(answer)
  }
}

function tooLong(milliseconds: number): UploadEnd {
  return { kind: 'refused', code: 'READING_TOOK_TOO_LONG', parameters: { seconds: milliseconds / 1000 } }
}

function brokenBy(error: Error): UploadEnd {
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (!isOutOfMemory) return { kind: 'failed', message: error.stack ?? error.message }
  return { kind: 'refused', code: 'FILE_TOO_COMPLEX', parameters: { where: '超出内存上限' } }
}

/** The refusal as it is kept with the upload; a fault of ours says so without its stack. */
export function refusalOf(answer: Exclude<UploadEnd, { kind: 'read' }>): DomainError {
  return answer.kind === 'refused'
    ? new DomainError(answer.code, answer.parameters)
    : new DomainError('INTERNAL_FAULT', { where: answer.message.split('\n')[0] ?? '' })
}
