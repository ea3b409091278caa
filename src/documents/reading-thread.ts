import type { Worker } from 'node:worker_threads'
import { DomainError } from '../core/errors/errors.js'
import { openWorker } from '../threads/open-worker.js'
import type { ReadResult } from './read-document.js'
import type { WorkerAnswer } from './worker-answer.js'

/** Time and heap one file may take; a file that needs more is refused. */
export type ReadingLimits = Readonly<{ milliseconds?: number; megabytes?: number }>

const defaults = { milliseconds: 9_000, megabytes: 768 } as const

/** One thread that reads file after file. After a refusal for time or memory it starts afresh. */
export class ReadingThread {
  readonly #limits: Required<ReadingLimits>
  #worker: Worker | undefined
  #settle: ((answer: WorkerAnswer) => void) | undefined

  constructor(limits: ReadingLimits = {}) {
    this.#limits = { ...defaults, ...limits }
  }

  read(bytes: Uint8Array): Promise<ReadResult> {
    const worker = this.#worker ?? this.#start()
    return new Promise<ReadResult>((resolve, reject) => {
      const timer = setTimeout(
        () => this.#break(tooLong(this.#limits.milliseconds)),
        this.#limits.milliseconds,
      )
      this.#settle = (answer) => {
        clearTimeout(timer)
        this.#settle = undefined
        if (answer.kind === 'read') resolve(answer.result)
        else reject(errorOf(answer))
      }
      worker.postMessage(bytes)
    })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  #start(): Worker {
    const { megabytes } = this.#limits
    const worker = openWorker(new URL('./reader-worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
    })
    worker.on('message', (answer: WorkerAnswer) => this.#settle?.(answer))
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#break(brokenBy(error))
    })
    worker.unref()
    this.#worker = worker
    return worker
  }

  /** Gives up this thread: the next file starts a new one. */
  #break(answer: WorkerAnswer): void {
    const worker = this.#worker
    this.#worker = undefined
    void worker?.terminate()
    this.#settle?.(answer)
  }
}

function errorOf(answer: Exclude<WorkerAnswer, { kind: 'read' }>): Error {
  return answer.kind === 'refused'
    ? new DomainError(answer.code, answer.parameters)
    : new Error(answer.message)
}

function tooLong(milliseconds: number): WorkerAnswer {
  return { kind: 'refused', code: 'READING_TOOK_TOO_LONG', parameters: { seconds: milliseconds / 1000 } }
}

function brokenBy(error: Error): WorkerAnswer {
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (!isOutOfMemory) return { kind: 'failed', message: error.stack ?? error.message }
  return { kind: 'refused', code: 'FILE_TOO_COMPLEX', parameters: { where: '超出内存上限' } }
}
