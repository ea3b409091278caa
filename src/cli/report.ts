import type { Place } from '../core/document/document.js'
import type { Verdict } from '../core/exact/interval.js'
import type { Basis, CheckResult, Finding } from '../core/law/check.js'
import type { RowScore } from '../core/scoring/score-form.js'
import type { Excerpts } from './excerpts.js'

/** How many checks came out how; exact, never cut. */
export type Counts = Readonly<Record<Verdict, number>>

/** One recognised form with its score; numbers are decimal strings in points. */
export type FormReport = Readonly<{
  form: string
  pack: string
  title: string
  /** `table 2`. */
  part: string
  indicators: number
  /** Undefined when the form prints no total. */
  statedTotal: string | undefined
  /** Undefined when a figure it needs is missing. */
  computedTotal: string | undefined
  /** The arithmetic of the computed total, line by line. */
  derivation: readonly string[]
  /** The same row by row, for a table; empty unless a page is made. */
  rows: readonly RowScore[]
  grade: string | undefined
}>

/** A file that was read and checked. Plain data: it travels from a worker thread to the output. */
export type CheckedFile = Readonly<{
  status: 'checked'
  file: string
  /** Of the file's bytes, in hexadecimal. */
  sha256: string
  /** txt, docx, xlsx …: by content, not by name. */
  readAs: string
  unit: string | undefined
  budgetYear: number | undefined
  forms: readonly FormReport[]
  counts: Counts
  findings: readonly Finding[]
  /** What was asked, whatever came out; empty when only what is wrong was asked for. */
  results: readonly CheckResult[]
  /** For every part that a finding points at (`table 2`, `paragraph 14`): the form or section it belongs to. */
  headings: Readonly<Record<string, string>>
  /** What the cells that findings point at are called on their forms, by {@link placeKey}. */
  cells: Readonly<Record<string, string>>
  /** What findings rest on, in words, 依据待核 included, by {@link basisKey}. */
  basisWords: Readonly<Record<string, string>>
  /** 中文 sentence of what each check asks, by the check's name. */
  titles: Readonly<Record<string, string>>
  /** Cells with a number that no field took. */
  unplaced: number
  /** What a page shows beyond words; undefined unless a page is made. */
  shown: Shown | undefined
  /** What reading lost, in Chinese sentences. */
  notes: readonly string[]
}>

/** What only a page shows of a file. */
export type Shown = Readonly<{
  excerpts: Excerpts
  /** The cells that {@link CheckedFile} counts as `unplaced`. */
  unplaced: readonly Place[]
}>

/** A file that could not be read or checked, and why. */
export type UnreadableFile = Readonly<{
  status: 'unreadable'
  file: string
  sha256: string | undefined
  error: Readonly<{ code: string; message: string }>
}>

export type FileReport = CheckedFile | UnreadableFile

/** One key per basis, to look its words up. */
export function basisKey(basis: Basis): string {
  if ('law' in basis) return `law ${basis.law} ${basis.clause}`
  if ('form' in basis) return `form ${basis.form} ${basis.clause}`
  return `practice ${basis.practice}`
}

/** One key per cell. */
export function placeKey({ part, row, column }: Place): string {
  return `${part} ${row} ${column}`
}

/** Exit status of one file: 0 nothing wrong at error level, 1 errors found, 2 unreadable. */
export function exitStatusOf(report: FileReport): number {
  if (report.status === 'unreadable') return 2
  return report.findings.some(({ severity }) => severity === 'error') ? 1 : 0
}
