import type { Run } from './printed.js'

/** Words that stand side by side become one run; figures stay apart. */
export function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last !== undefined && last.field === undefined && run.field === undefined)
      joined[joined.length - 1] = { text: last.text + run.text, field: undefined }
    else joined.push(run)
  }
  return joined
}
