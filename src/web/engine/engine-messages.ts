import type { CellFinding, CheckedContent } from '../../core/editing/checked-content.js'
import type { ContentChange, FilingContent, ReportParagraph } from '../../core/editing/content.js'
import type { Pack } from '../../core/pack/pack.js'
import type { PrintedForm } from '../../core/paper/printed.js'
import type { FormScore } from '../../core/scoring/score-form.js'
import type { FormPatch } from './form-patch.js'

/** A form's points without the form; `form` is its id in the content. */
export type ScoreShown = Omit<FormScore, 'form'> & Readonly<{ form: string }>

/** What a page needs of a checked content. */
export type EngineChecked = Pick<CheckedContent, 'computed' | 'findings' | 'counts' | 'filled'> &
  Readonly<{
    /**
     * False while only forms, computed cells, points and findings of forms are those of `content`: what looks at the
     * whole filing still is of the content before, and follows at once.
     */
    isWhole: boolean
    /** What was checked, as given. */
    content: FilingContent
    /** The forms on paper, in the order of the content. */
    forms: readonly PrintedForm[]
    /** The report with its figures refreshed; `content.report` itself when nothing was out of date. */
    report: readonly ReportParagraph[]
    scores: readonly ScoreShown[]
  }>

/** What the page tells its worker. Changes build on the content told last. */
export type EngineCommand =
  | Readonly<{
      kind: 'begin'
      request: number
      packs: readonly Pack[]
      content: FilingContent
      /** Forms are shown with the rows and columns that are printed only when something stands in them. */
      showUnused: boolean
    }>
  | Readonly<{ kind: 'changes'; request: number; changes: readonly ContentChange[] }>
  /** What the answer to this request still owes. */
  | Readonly<{ kind: 'rest'; request: number }>

/** What has not changed since the last answer is null, so that little is copied. */
export type EngineAnswer =
  | Readonly<{
      kind: 'checked'
      request: number
      checked: Omit<EngineChecked, 'content' | 'findings' | 'forms' | 'report'> &
        Readonly<{
          /** One that the answer before had too is its position there. */
          findings: readonly (CellFinding | number)[]
          forms: readonly (PrintedForm | FormPatch | null)[]
          /** Null: the report as given. */
          report: readonly ReportParagraph[] | null
        }>
    }>
  /** The content cannot be checked; a sentence for the user. */
  | Readonly<{ kind: 'failed'; request: number; message: string }>
