import type { Place } from '../../core/document/document.js'
import type { Severity } from '../../core/law/check.js'

/** 批注: what is said at one place. A finding with several places has a mark at each. */
export type Mark = Readonly<{
  place: Place
  severity: Severity
  /** Of the finding, counted from 1 in the order of the summary. */
  number: number
  /** True at the finding's first place, where all is said; its other marks only refer to it. */
  isMain: boolean
  /** `【错误】…`: what is wrong, in one sentence. */
  title: string
  /** Figures, basis, what to do; plain text, one line each. */
  lines: readonly string[]
}>

/** Everything to be written on a document, in the user's words; plain text that may look like markup. */
export type Marked = Readonly<{
  /** What stands on top: the verdict, counts, scores, then each finding with its place in words. */
  summary: readonly string[]
  /** In the order of the summary, the main mark of a finding before its others. */
  marks: readonly Mark[]
}>

/** The first line of a comment: with the finding's number where all is said, for its other places point there. */
export function commentTitle({ isMain, number, title }: Mark): string {
  return isMain ? `${number}. ${title}` : title
}
