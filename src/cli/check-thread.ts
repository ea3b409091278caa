import { Worker } from 'node:worker_threads'
import { DomainError } from '../core/errors/errors.js'
import type { CheckRequest } from './check-file.js'
import type { FileReport } from './report.js'

type Job = Readonly<{ file: string; settle: (report: FileReport) => void }>

const secondsPerFile = 9
const heapMegabytes = 640

/**
 * One worker thread that reads and checks files one after another. A file that takes more than 9 s or
 * more than 640 MB of heap ends the thread, is reported as unreadable, and the next file gets a new one.
 */
export class CheckThread {
  readonly #request: CheckRequest
  readonly #jobs: Job[] = []
  #worker: Worker | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(request: CheckRequest) {
    this.#request = request
  }

  /** Files given and not yet done. */
  get waiting(): number {
    return this.#jobs.length
  }

  check(file: string): Promise<FileReport> {
    return new Promise((settle) => {
      this.#jobs.push({ file, settle })
      if (this.#jobs.length === 1) this.#begin()
    })
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#worker?.terminate()
  }

  #begin(): void {
    const job = this.#jobs[0]
    if (job === undefined) return
    this.#worker ??= this.#start()
    this.#timer = setTimeout(() => this.#abandon(tookTooLong()), secondsPerFile * 1000)
    this.#worker.postMessage(job.file)
  }

  #start(): Worker {
    const worker = new Worker(new URL('./check-worker.js', import.meta.url), {
      workerData: this.#request,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    })
    worker.on('message', (report: FileReport) => this.#finish(report))
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (worker === this.#worker) this.#abandon(faultOf(error))
    })
    return worker
  }

  #abandon(error: DomainError): void {
    const worker = this.#worker
    this.#worker = undefined
    void worker?.terminate()
    const file = this.#jobs[0]?.file ?? ''
    const { code, message } = error
    this.#finish({ status: 'unreadable', file, sha256: undefined, error: { code, message } })
  }

  #finish(report: FileReport): void {
    clearTimeout(this.#timer)
    this.#jobs.shift()?.settle(report)
    this.#begin()
  }
}

function tookTooLong(): DomainError {
  return new DomainError('READING_TOOK_TOO_LONG', { seconds: secondsPerFile })
}

function faultOf(error: NodeJS.ErrnoException): DomainError {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new DomainError('FILE_TOO_COMPLEX', { where: '内存用尽' })
  return new DomainError('INTERNAL_FAULT', { where: error.message.split('\n')[0] ?? '' })
}
