import { availableParallelism } from 'node:os'
import { DomainError } from '../../core/errors/errors.js'
import { findBudgetYear } from '../../store/filing-store.js'
import { findUnit } from '../../store/unit-store.js'
import {
  holdUpload,
  recordUploadEnd,
  type TakenUpload,
  takeUpload,
  type UploadEnd,
} from '../../store/upload-store.js'
import type { Workplace } from '../workplace/workplace.js'
import { refusalOf, type UploadLimits, UploadThread } from './upload-thread.js'

/** Told on the streams when something was put into the queue. */
export const queueTopic = 'upload-queue'

/** Reads what waits in the queue. */
export type UploadReader = Readonly<{
  /** Looks now and from then on every two seconds, for what other processes or an earlier life left behind. */
  start: () => void
  /** Resolves when nothing waits and nobody reads. */
  idle: () => Promise<void>
  close: () => Promise<void>
}>

/** A file that ended the whole process this often is refused. */
const mostAttempts = 3
const lookEvery = 2_000

type Options = Readonly<{ threads?: number; limits?: UploadLimits }>

/**
 * Readers of the upload table, a thread each. The table itself is the queue: a row is held by the reader's open
 * transaction, so that what a killed process was reading waits again at once, without leases or clocks.
 */
export function createUploadReader(workplace: Workplace, options: Options = {}): UploadReader {
  const threads = Array.from(
    { length: options.threads ?? Math.min(2, availableParallelism()) },
    () => new UploadThread(options.limits),
  )
  const running = new Map<UploadThread, Promise<void>>()
  const inTurn = createTurns()
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  const wake = () => {
    if (isClosed) return
    for (const thread of threads) {
      if (running.has(thread)) continue
      const run = readAll(workplace, { thread, inTurn, isClosed: () => isClosed })
        .catch(() => undefined)
        .finally(() => running.delete(thread))
      running.set(thread, run)
    }
  }
  const forget = workplace.streams.listen(queueTopic, wake)
  return {
    start: () => {
      timer ??= setInterval(wake, lookEvery).unref()
      wake()
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running.values())
    },
    close: async () => {
      isClosed = true
      clearInterval(timer)
      forget()
      await Promise.all(threads.map((thread) => thread.close()))
      await Promise.all(running.values())
    },
  }
}

type InTurn = <T>(run: () => Promise<T>) => Promise<T>

/** Runs one thing after the other. */
function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (run) => {
    const next = last.then(run)
    last = next.catch(() => undefined)
    return next
  }
}

type Reader = Readonly<{ thread: UploadThread; inTurn: InTurn; isClosed: () => boolean }>

async function readAll(workplace: Workplace, { thread, inTurn, isClosed }: Reader): Promise<void> {
  while (!isClosed()) {
    const begun = await inTurn(() => begin(workplace, { thread, isClosed }))
    if (begun === undefined) return
    const end = await begun.end
    if (end !== undefined) tell(workplace, begun.upload, end.state)
  }
}

/**
 * Takes the next upload and begins to read it. One reader at a time: an upload that is taken but not held yet looks
 * like one whose reader died, and being taken again would count against it.
 */
async function begin(
  workplace: Workplace,
  by: Omit<Taken, 'upload' | 'onHeld'>,
): Promise<Readonly<{ upload: TakenUpload; end: Promise<UploadEnd | undefined> }> | undefined> {
  const upload = await workplace.store.asSystem('jobs', takeUpload)
  if (upload === undefined) return undefined
  tell(workplace, upload, 'reading')
  return new Promise((resolve, reject) => {
    const end = readHeld(workplace, { ...by, upload, onHeld: () => resolve({ upload, end }) })
    end.then(() => resolve({ upload, end }), reject)
  })
}

type Taken = Readonly<{
  upload: TakenUpload
  thread: UploadThread
  isClosed: () => boolean
  onHeld: () => void
}>

/** Reading happens while the row is held; its end is recorded in the same transaction. */
async function readHeld(workplace: Workplace, taken: Taken): Promise<UploadEnd | undefined> {
  const { upload, onHeld } = taken
  const id = { regionId: upload.region_id, uploadId: upload.upload_id }
  return workplace.store.asSystem('jobs', async (trx) => {
    if (!(await holdUpload(trx, id))) return undefined
    onHeld()
    const end = await endOf(workplace, taken)
    if (end !== undefined) await recordUploadEnd(trx, id, end, workplace.now())
    return end
  })
}

async function endOf(
  workplace: Workplace,
  { upload, thread, isClosed }: Omit<Taken, 'onHeld'>,
): Promise<UploadEnd | undefined> {
  if (upload.attempts > mostAttempts)
    return refused(new DomainError('FILE_TOO_COMPLEX', { where: '几次读取都使程序中断' }))
  try {
    const [bytes, packs, place] = await Promise.all([
      workplace.files.read(upload.sha256),
      workplace.packs(upload.region_id),
      readPlace(workplace, upload),
    ])
    const purpose = upload.purpose === 'ledger' ? 'ledger' : 'filing'
    const answer = await thread.read({ bytes, purpose, ...place }, { packs, laws: workplace.laws })
    if (answer.kind === 'read') return { state: 'read', result: answer.result }
    return isClosed() && answer.kind === 'failed' ? undefined : refused(refusalOf(answer))
  } catch (error) {
    if (error instanceof DomainError) return refused(error)
    throw error
  }
}

function refused({ code, message }: DomainError): UploadEnd {
  return { state: 'refused', refusal: { code, message } }
}

function readPlace({ store }: Workplace, { region_id: regionId, unit_id, filing_id: filingId }: TakenUpload) {
  return store.asSystem('jobs', async (trx) => {
    const unit = await findUnit(trx, regionId, unit_id)
    const budgetYear = filingId === null ? undefined : await findBudgetYear(trx, { regionId, filingId })
    return { unit: unit?.name ?? '', budgetYear }
  })
}

function tell({ streams }: Workplace, upload: TakenUpload, state: 'reading' | UploadEnd['state']): void {
  streams.tell({
    topic: `uploads/${upload.region_id}`,
    event: 'upload',
    data: { uploadId: upload.upload_id, state },
    unitPath: upload.unit_path,
  })
}
