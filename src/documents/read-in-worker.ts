import { availableParallelism } from 'node:os'
import type { ReadResult } from './read-document.js'
import { type ReadingLimits, ReadingThread } from './reading-thread.js'

/** Reads one file in a thread of its own, so that neither time nor memory can run out for the caller. */
export async function readInWorker(bytes: Uint8Array, limits: ReadingLimits = {}): Promise<ReadResult> {
  const reader = new ReadingThread(limits)
  try {
    return await reader.read(bytes)
  } finally {
    await reader.close()
  }
}

/** Threads that read many files side by side. `close` lets nothing go on. */
export type ReaderPool = Readonly<{
  read: (bytes: Uint8Array) => Promise<ReadResult>
  close: () => Promise<void>
}>

/** Starts a pool of one thread a core unless told otherwise; files wait their turn in order. */
export function createReaderPool(size = availableParallelism(), limits: ReadingLimits = {}): ReaderPool {
  const threads = Array.from({ length: Math.max(1, size) }, () => new ReadingThread(limits))
  const idle = [...threads]
  const waiting: ((thread: ReadingThread) => void)[] = []

  const take = () =>
    new Promise<ReadingThread>((resolve) => {
      const thread = idle.pop()
      if (thread) resolve(thread)
      else waiting.push(resolve)
    })
  const release = (thread: ReadingThread) => {
    const next = waiting.shift()
    if (next) next(thread)
    else idle.push(thread)
  }
  return {
    read: async (bytes) => {
      const thread = await take()
      try {
        return await thread.read(bytes)
      } finally {
        release(thread)
      }
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()))
    },
  }
}
