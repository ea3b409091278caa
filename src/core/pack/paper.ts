/** One cell as printed. Label and field together: label and value in one cell, `其中：基本支出：143.17`. */
export type PaperCell = Readonly<{
  /** Empty when only a value stands in the cell. {本年} and {上年} become years; lines are joined by `\n`. */
  label: string
  /** Field id; in the rows of a list the id of a column. */
  field: string | undefined
  /** Row of a grid that this cell labels: the filing's own wording of the label is printed when it has one. */
  names: string | undefined
  /** Columns and rows that the cell covers. */
  span: number
  down: number
  /** Undefined: in the middle, long texts at the left. */
  align: 'center' | 'left' | undefined
}>

/** A column of the paper; with `ifUsed` it is left out when no value stands in it. */
export type PaperColumn = Readonly<{ width: number; ifUsed: boolean }>

export type PaperRow =
  | Readonly<{ kind: 'cells'; cells: readonly PaperCell[]; header: boolean; ifUsed: boolean }>
  /** A label at the left of all rows of a group. */
  | Readonly<{ kind: 'side'; label: string; span: number; rows: readonly PaperRow[] }>
  /** One row for each row of a list; equal neighbours in the columns of `merge` are one cell. */
  | Readonly<{ kind: 'each'; list: string; cells: readonly PaperCell[]; merge: readonly string[] }>

/** 纸面: how a form is printed. Cells fill each row from the left; columns and rows not in use shrink the spans. */
export type Paper = Readonly<{
  orientation: 'portrait' | 'landscape'
  /** Printed above a form that brings no title of its own; undefined for tables inside the report. */
  title: string | undefined
  /** 单位：万元 */
  subtitle: string | undefined
  columns: readonly PaperColumn[]
  rows: readonly PaperRow[]
  /** The line to be signed, when the filing has none. */
  signature: string | undefined
}>
