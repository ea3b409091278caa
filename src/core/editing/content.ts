import type { ParagraphStyle, Run } from '../paper/printed.js'

/** 填报内容: what a unit has filled in. Printed texts only; facts, scores, findings and paper are computed from it. */
export type FilingContent = Readonly<{
  /** The unit's name as it stands on the paper. */
  unit: string
  budgetYear: number
  forms: readonly FormContent[]
  /** The narrative report, in order; empty when none has been written. */
  report: readonly ReportParagraph[]
}>

/** One form. A field that is not there was never filled in; computed cells are only there when somebody typed into them. */
export type FormContent = Readonly<{
  /** Stays the same while rows and forms come and go: `f1`. */
  id: string
  pack: string
  fields: Readonly<Record<string, string>>
  lists: Readonly<Record<string, readonly ListRow[]>>
}>

/** One row of a list; `id` stays the same when rows before it come and go: `r3`. */
export type ListRow = Readonly<{ id: string; cells: Readonly<Record<string, string>> }>

/** A paragraph of the report. Runs with a field are figures: their words come from the form, nobody types them. */
export type ReportParagraph = Readonly<{ id: string; style: ParagraphStyle; runs: readonly Run[] }>

/**
 * Names one thing that can be typed into, for changes, flags, comments and findings alike:
 * `f1/totalFunds.executedAmount` a single cell, `f1/indicators/r3/actual` a cell of a list, `report/p12` a paragraph.
 */
export type CellKey = string

/** One step of editing. `from` is what the writer saw, so that two people's changes are told apart. */
export type ContentChange =
  | Readonly<{ kind: 'cell'; cell: CellKey; from: string; to: string }>
  | Readonly<{
      kind: 'addRow'
      form: string
      list: string
      row: string
      /** Row after which it stands; undefined for the first place. */
      after: string | undefined
      cells: Readonly<Record<string, string>>
    }>
  | Readonly<{ kind: 'removeRow'; form: string; list: string; row: string }>
  | Readonly<{ kind: 'addForm'; form: FormContent }>
  | Readonly<{ kind: 'removeForm'; form: string }>
  | Readonly<{ kind: 'paragraph'; paragraph: ReportParagraph; after: string | undefined }>
  | Readonly<{ kind: 'removeParagraph'; id: string }>

/** Somebody else's later change of the same thing: both texts, for the writer to choose. */
export type Conflict = Readonly<{ cell: CellKey; theirs: string; yours: string }>
