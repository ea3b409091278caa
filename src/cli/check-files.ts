import { availableParallelism } from 'node:os'
import type { CheckRequest } from './check-file.js'
import { CheckThread } from './check-thread.js'
import type { FileReport } from './report.js'

/** How files are checked. */
export type CheckFilesOptions = CheckRequest & Readonly<{ onDone: () => void }>

/** Files read ahead of the one to be printed, for each thread; bounds memory however many files there are. */
const aheadPerThread = 4

/** Checks files in one thread per core and gives the reports in the order of the files. Never throws for a bad file. */
export async function* checkFiles(
  files: readonly string[],
  { onDone, ...request }: CheckFilesOptions,
): AsyncGenerator<FileReport> {
  const size = Math.min(files.length, availableParallelism())
  const threads = Array.from({ length: size }, () => new CheckThread(request))
  const pending: Promise<FileReport>[] = []
  let next = 0
  try {
    for (let index = 0; index < files.length; index++) {
      while (next < files.length && next < index + size * aheadPerThread) {
        const report = leastBusy(threads).check(files[next++] ?? '')
        pending.push(report)
        report.then(onDone, () => {})
      }
      const report = await pending.shift()
      if (report !== undefined) yield report
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()))
  }
}

function leastBusy(threads: readonly CheckThread[]): CheckThread {
  return threads.reduce((least, thread) => (thread.waiting < least.waiting ? thread : least))
}
