import type { Form } from '../filing/filing.js'
import type { FieldType } from '../pack/layout.js'

/** One cell of a printed form; a continuation cell of a span does not exist. */
export type PrintedCell = Readonly<{
  /** 0-based in the form's grid. */
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  /** As printed, lines joined by `\n`: a label, or a value with the label that stands in the same cell. */
  text: string
  kind: 'label' | 'value'
  align: 'center' | 'left'
  /** Of a value cell: `totalFunds.score`, `indicators[0].score` (0-based row of the list). */
  field: string | undefined
  type: FieldType | undefined
}>

/** 纸面: a form as it is printed, the same for Word, Excel and PDF. */
export type PrintedForm = Readonly<{
  kind: 'form'
  /** What is printed. */
  form: Form
  /** 0-based in the filing's forms: the figures of the report name it so. */
  index: number
  /** Printed above the form; lines joined by `\n`. */
  title: string
  /** The line between title and form: 单位：万元. */
  subtitle: string | undefined
  orientation: 'portrait' | 'landscape'
  /** Relative widths of the columns. */
  widths: readonly number[]
  rows: number
  /** Rows printed again at the top of every page that the form goes on to; `to` is the row after the last. */
  header: Readonly<{ from: number; to: number }> | undefined
  cells: readonly PrintedCell[]
  /** Under the form, lines joined by `\n`: 说明：…, 填表人：… */
  signature: string | undefined
}>

/** A table that no pack knows, printed as it was read. */
export type PrintedTable = Readonly<{
  kind: 'table'
  widths: readonly number[]
  rows: number
  cells: readonly PrintedCell[]
}>

/** Words of one paragraph that are printed alike. */
export type Run = Readonly<{
  text: string
  /**
   * For a figure: the field it repeats, `forms[1].totalFunds.executedAmount`. A key with `narrative.` in it marks the
   * unit's own words taken over into a draft, which stay editable.
   */
  field: string | undefined
}>

/** How a paragraph of the report is set, after GB/T 9704. */
export type ParagraphStyle =
  | 'title'
  /** 一、 */
  | 'heading1'
  /** （一） */
  | 'heading2'
  /** 1. */
  | 'heading3'
  | 'body'
  /** The unit's name and the date that close the report. */
  | 'closing'
  /** 附件1 */
  | 'attachment'

export type PrintedParagraph = Readonly<{ kind: 'paragraph'; style: ParagraphStyle; runs: readonly Run[] }>

/** A whole filing as printed: the report and its forms, in reading order. */
export type PrintedFiling = Readonly<{
  /** For the document's properties; no personal data. */
  title: string
  unit: string | undefined
  budgetYear: number | undefined
  blocks: readonly (PrintedParagraph | PrintedForm | PrintedTable)[]
}>
