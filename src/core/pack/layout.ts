/** What a cell of a form may hold. Only amount, percent, weight, score, count and area take part in arithmetic. */
export type FieldType =
  | 'amount'
  | 'percent'
  | 'weight'
  | 'score'
  | 'count'
  | 'area'
  | 'text'
  | 'target'
  | 'date'

/**
 * Labels are compared by their bare words; the name is one of them. 本年 and 上年 also stand for printed years:
 * of two years printed in one header row the later one is 本年.
 */
export type Labels = readonly string[]

/** A single cell with its label. */
export type Field = Readonly<{
  /** Key in `Form.fields`. */
  id: string
  /** Unique Chinese name for rule sentences and messages. */
  name: string
  labels: Labels
  type: FieldType
  required: boolean
  /** Field of which this is a part (其中). */
  partOf: string | undefined
}>

/** Label to the left, value to the right. */
export type PairsBlock = Readonly<{ kind: 'pairs'; id: string; fields: readonly Field[] }>

/** Label and value in one cell: `一般公共预算：448.84`. */
export type InlineBlock = Readonly<{ kind: 'inline'; id: string; fields: readonly Field[] }>

/** A row of a grid. Its cells are `Form.fields['<row>.<column>']`. */
export type GridRow = Readonly<{
  id: string
  name: string
  labels: Labels
  /**
   * A group of rows whose labels the unit writes itself, below the row `after`.
   * They become `Form.lists[id]`, each row keyed by column ids, and `name` for the label.
   */
  repeat: boolean
  after: string | undefined
  /** Row of which this is a part. */
  partOf: string | undefined
}>

/** A column of a grid or a list. */
export type Column = Readonly<{
  id: string
  name: string
  labels: Labels
  type: FieldType
  required: boolean
}>

/** Row labels down the left, column labels along the top. */
export type GridBlock = Readonly<{
  kind: 'grid'
  id: string
  name: string
  rows: readonly GridRow[]
  columns: readonly Column[]
}>

/** 年度总体目标: `Form.fields.expectedGoal` and `.actualAccomplishment`. */
export type GoalsBlock = Readonly<{ kind: 'goals'; id: string; expected: Field; actual: Field }>

/** The row that closes a list; its cells are `Form.fields['<id>.<column>']`. */
export type TotalRow = Readonly<{
  id: string
  name: string
  labels: Labels
  /** Ids of the list's columns that it totals. */
  columns: readonly string[]
}>

/**
 * 绩效指标: rows go to `Form.lists.indicators` keyed by column ids (`dimension`, `aspect`, `name`, `target`,
 * `actual`, `weight`, `score`, `reason` …), dimension and aspect repeated on each row they span. A weight printed in
 * the heading cell of a dimension goes to `Form.lists.dimensions` as `{ name, weight }`.
 */
export type IndicatorsBlock = Readonly<{
  kind: 'indicators'
  id: string
  name: string
  columns: readonly Column[]
  total: TotalRow | undefined
}>

/** A list with one header row: `Form.lists[id]`. */
export type ListBlock = Readonly<{
  kind: 'list'
  id: string
  name: string
  columns: readonly Column[]
  total: TotalRow | undefined
}>

export type Block = PairsBlock | InlineBlock | GridBlock | GoalsBlock | IndicatorsBlock | ListBlock
