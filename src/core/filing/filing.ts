import type { Document, Paragraph, Place } from '../document/document.js'
import type { Stated } from '../exact/stated.js'
import type { Fact } from './fact.js'
import type { Narrative } from './narrative.js'

/** One cell of a form: what is printed, what it says, where it stands. */
export type FieldValue = Readonly<{
  text: string
  stated: Stated
  /** Unit printed in the cell or given by its column; undefined when neither says. */
  unit: string | undefined
  place: Place
}>

/** One row of a list on a form: an indicator, a project, a duty. Keys are field ids of the pack. */
export type FormRow = Readonly<Record<string, FieldValue>>

/** 表: one filled form, recognised against a pack. */
export type Form = Readonly<{
  /** `departmentSelfEvaluation`, `projectSelfEvaluation`, `baseData`, `taskBudget`, `dutyList`, `indicatorTable`, `unknown`. */
  form: string
  pack: string
  /** The form's printed title, or its kind's title when none is printed above it. */
  title: string
  titlePlace: Place | undefined
  /** 1-based table of the document. */
  table: number
  year: number | undefined
  /** Single cells by field id: `unitName`, `totalFunds.executedAmount`, `total.score`. */
  fields: Readonly<Record<string, FieldValue>>
  /** Lists by id: `indicators`, `projects`, `tasks`, `duties`, `dimensions`. */
  lists: Readonly<Record<string, readonly FormRow[]>>
  /** 填表人… line under the form. */
  signature: Paragraph | undefined
}>

/** 报送件: one unit's self-evaluation of one budget year as read from one document. */
export type Filing = Readonly<{
  unit: string | undefined
  budgetYear: number | undefined
  document: Document
  forms: readonly Form[]
  narrative: Narrative
  /** Every fact of tables and sentences, in reading order. */
  facts: readonly Fact[]
  /** Cells with a number that no field took. */
  unplaced: readonly Place[]
}>
