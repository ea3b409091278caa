import { didYouMean } from '../errors/closest.js'
import type { Paper, PaperCell, PaperRow } from '../pack/paper.js'
import type { PackFields } from '../paper/field-types.js'
import type { Insertion } from './paper-shape.js'
import { type PackProblem, problemAt, type SourceNode } from './source.js'

type PrintedRow = Extract<PaperRow, { cells: readonly PaperCell[] }>
type EachRow = Extract<PaperRow, { kind: 'each' }>

/** What is put in, and what it was read from. */
export type Insertions = Readonly<{
  insert: readonly Insertion[]
  source: SourceNode | undefined
  fields: PackFields
}>

/**
 * A paper with columns of lists put in after others: a cell below its heading in the list's own rows, and one column
 * more for the cell that stands there in every other row.
 */
export function insertColumns(
  paper: Paper,
  { insert, source, fields }: Insertions,
  problems: PackProblem[],
): Paper {
  return insert.reduce((before, insertion, index) => {
    const list = eachRowsOf(before.rows).find((row) => row.list === insertion.each)
    const column = fields.lists.get(insertion.each)?.get(insertion.id)
    const at = source?.kind === 'list' ? source.items[index]?.at : undefined
    const why = problemOf(insertion, { list, fields })
    if (why !== undefined && at !== undefined) problems.push(problemAt(at, why))
    if (list === undefined || column === undefined || why !== undefined) return before
    return withColumn(before, { ...insertion, label: insertion.label ?? column.name }, list)
  }, paper)
}

type Found = Readonly<{ list: EachRow | undefined; fields: PackFields }>

function problemOf({ id, each, after }: Insertion, { list, fields }: Found): string | undefined {
  const columns = fields.lists.get(each)
  if (columns === undefined) return `这张表没有“${each}”这个清单${didYouMean(each, fields.lists.keys())}`
  if (!columns.has(id)) return `清单里没有“${id}”这一栏（pack.yaml 里没有）${didYouMean(id, columns.keys())}`
  const printed = list?.cells.flatMap(({ field }) => field ?? []) ?? []
  return printed.includes(after)
    ? undefined
    : `纸面的这个清单没有印“${after}”这一栏${didYouMean(after, printed)}`
}

function eachRowsOf(rows: readonly PaperRow[]): readonly EachRow[] {
  return rows.flatMap((row) => {
    if (row.kind === 'side') return eachRowsOf(row.rows)
    return row.kind === 'each' ? [row] : []
  })
}

type Labelled = Insertion & Readonly<{ label: string }>

function withColumn(paper: Paper, insertion: Labelled, list: EachRow): Paper {
  const starts = new Map<PaperRow, readonly number[]>()
  placeCells(paper.rows, { starts, offset: 0, taken: [] })
  const index = list.cells.findIndex(({ field }) => field === insertion.after)
  const boundary = (starts.get(list)?.[index] ?? 0) + (list.cells[index]?.span ?? 1)
  const { width, ifUsed } = insertion
  return {
    ...paper,
    columns: paper.columns.toSpliced(boundary, 0, { width, ifUsed }),
    rows: widenRows(paper.rows, { boundary, starts, insertion, list, offset: 0 }),
  }
}

type Placing = Readonly<{
  starts: Map<PaperRow, readonly number[]>
  offset: number
  /** Of the rows still to come, the columns that cells from above take. */
  taken: Set<number>[]
}>

/** Notes the column in which each cell begins: cells fill a row from the left, around those that reach down into it. */
function placeCells(rows: readonly PaperRow[], placing: Placing): void {
  for (const row of rows) {
    if (row.kind === 'side') placeCells(row.rows, { ...placing, offset: placing.offset + row.span })
    else placing.starts.set(row, placeRow(row, placing))
  }
}

function placeRow({ cells }: PrintedRow, { offset, taken }: Placing): readonly number[] {
  const above = taken.shift() ?? new Set()
  let column = offset
  return cells.map(({ span, down }) => {
    while (above.has(column)) column += 1
    const start = column
    column += span
    for (let below = 0; below < down - 1; below += 1) {
      const row = taken[below] ?? new Set()
      for (let covered = start; covered < column; covered += 1) row.add(covered)
      taken[below] = row
    }
    return start
  })
}

type Widening = Readonly<{
  /** Columns to the left of the new one. */
  boundary: number
  starts: ReadonlyMap<PaperRow, readonly number[]>
  insertion: Labelled
  list: EachRow
  offset: number
}>

function widenRows(rows: readonly PaperRow[], widening: Widening): readonly PaperRow[] {
  const { boundary, insertion, list, offset } = widening
  const heading = rows[rows.indexOf(list) - 1]
  return rows.map((row) => {
    if (row.kind !== 'side') {
      if (row === list) return { ...row, cells: withCell(row, { field: insertion.id }, widening) }
      if (row === heading) return { ...row, cells: withCell(row, { label: insertion.label }, widening) }
      return {
        ...row,
        cells: row.cells.map((cell, index) => widened(cell, startOf(row, index, widening), boundary)),
      }
    }
    if (boundary <= offset + row.span) return { ...row, span: row.span + 1 }
    return { ...row, rows: widenRows(row.rows, { ...widening, offset: offset + row.span }) }
  })
}

function startOf(row: PaperRow, index: number, { starts }: Widening): number {
  return starts.get(row)?.[index] ?? 0
}

function widened(cell: PaperCell, start: number, boundary: number): PaperCell {
  return start < boundary && boundary <= start + cell.span ? { ...cell, span: cell.span + 1 } : cell
}

const plainCell = { label: '', field: undefined, names: undefined, span: 1, down: 1, align: undefined }

/** A cell of its own where the one before it ends; a cell that reaches over the place grows instead. */
function withCell(row: PrintedRow, cell: Partial<PaperCell>, widening: Widening): readonly PaperCell[] {
  const { boundary } = widening
  return row.cells.flatMap((before, index) => {
    const start = startOf(row, index, widening)
    if (start + before.span === boundary) return [before, { ...plainCell, ...cell }]
    return [widened(before, start, boundary)]
  })
}
