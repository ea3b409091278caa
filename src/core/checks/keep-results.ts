import type { Filing, Form } from '../filing/filing.js'
import type { CheckResult } from '../law/check.js'
import { viewFiling } from './view-filing.js'

type Kept = Readonly<{
  /** What the checks are, then the parts of the filing that were read, as they were. */
  inputs: readonly unknown[]
  read: readonly (readonly [keyof Filing, unknown])[]
  results: readonly CheckResult[]
}>

/** What is to be run, and on what. `forms` stands in for the filing's own forms. */
export type Run = Readonly<{
  filing: Filing
  forms?: readonly Form[]
  inputs?: readonly unknown[]
  run: (filing: Filing) => readonly CheckResult[]
}>

/**
 * Keeps the results of checks with an object, and gives them again as long as every part of the filing that they have
 * read is the very same: while one cell is being typed, most of a filing is. Watches what is read, so that no check
 * has to say so.
 */
export function keepResults<Of extends object>(): (of: Of, task: Run) => readonly CheckResult[] {
  const known = new WeakMap<Of, Kept>()
  return (of, { filing, forms = filing.forms, inputs = [], run }) => {
    const kept = known.get(of)
    if (kept !== undefined && isCurrent(kept, filing, inputs)) return kept.results
    const read = new Set<keyof Filing>()
    const results = run(viewFiling(filing, { forms, note: (part) => read.add(part) }))
    if (forms !== filing.forms) read.delete('forms')
    known.set(of, { inputs, read: [...read].map((part) => [part, filing[part]] as const), results })
    return results
  }
}

function isCurrent(kept: Kept, filing: Filing, inputs: readonly unknown[]): boolean {
  return (
    kept.inputs.every((input, at) => input === inputs[at]) &&
    kept.read.every(([part, value]) => filing[part] === value)
  )
}
