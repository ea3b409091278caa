import type { RawRow } from './flattened-rows.js'
import { isFigure, isHeadingRow, isTotalLabel } from './form-words.js'
import { type IndicatorHeading, widthOf } from './indicator-heading.js'

/** How many grid columns each cell of a row takes. */
export type Shape = readonly number[]

/**
 * Gives every row of a table its horizontal spans. The widest row has one column a cell. In a narrower one the first
 * cell is the label and the others share the rest evenly, the first of them taking the remainder; names, totals and
 * rows that lost a cell follow their own rules.
 */
export function shapeRows(rows: readonly RawRow[], heading: IndicatorHeading | undefined): Shape[] {
  const width = widthOf(rows)
  const stub = stubOf(rows, width)
  const shapes: Shape[] = []
  for (const [index, row] of rows.entries()) {
    shapes.push(shapeRow({ rows, row, index, width, stub, heading, above: shapes.at(-1) }))
  }
  return shapes
}

type Situation = Readonly<{
  rows: readonly RawRow[]
  row: RawRow
  index: number
  width: number
  stub: number
  heading: IndicatorHeading | undefined
  above: Shape | undefined
}>

function shapeRow(situation: Situation): Shape {
  const { row, width, stub, heading, index, above } = situation
  if (row.length === width) return row.map(() => 1)
  if (row.length === 1) return [width]
  if (isTotal(situation)) return totalShape(row.length, width, heading?.weight ?? -1)
  if (above && lostCells(situation)) return leftAligned(above, row.length, width)
  if (row.length === 2) return [stub, width - stub]
  if (isPairOfNames(situation)) return [stub, 1, 2, width - stub - 3]
  if (heading && index > heading.row)
    return leftAligned(
      row.map(() => 1),
      row.length,
      width,
    )
  return evenShape(row.length, width)
}

function evenShape(count: number, width: number): Shape {
  const share = Math.floor((width - 1) / (count - 1))
  const rest = Array.from({ length: count - 2 }, () => share)
  return [1, width - 1 - share * rest.length, ...rest]
}

function leftAligned(shape: Shape, count: number, width: number): Shape {
  const kept = shape.slice(0, count - 1)
  return [...kept, width - kept.reduce((sum, span) => sum + span, 0)]
}

/** The label runs up to the weights, so that the figures stand under their headings. */
function totalShape(count: number, width: number, weight: number): Shape {
  const figures = count - 1
  const label = weight > 0 && weight + figures <= width ? weight : width - figures
  return leftAligned([label, ...Array.from({ length: figures }, () => 1)], count, width)
}

function isTotal({ rows, row, index, heading }: Situation): boolean {
  const [label, ...figures] = row
  if (rows[index - 1]?.length === row.length) return false
  if (isTotalLabel(label?.text ?? '')) return true
  const isLast = heading !== undefined && index === rows.length - 1 && row.length > 2
  return isLast && label?.text === '' && figures.every(({ text }) => text === '' || isFigure(text))
}

/** Both neighbours have the same, slightly larger number of cells. */
function lostCells({ rows, row, index }: Situation): boolean {
  const before = rows[index - 1]?.length
  const isLabelled = row.length === 2 && row[0]?.text !== ''
  if (before === undefined || isLabelled || rows[index + 1]?.length !== before) return false
  return row.length < before && before - row.length <= 2
}

/** 主管部门 and 实施单位 with their names side by side, above the table of funds; one of the four may be blank. */
function isPairOfNames({ rows, row, index, stub, width }: Situation): boolean {
  const isSingle = rows[index + 1]?.[0]?.text !== ''
  const isNamed = [row[0], row[2]].some((cell) => cell !== undefined && /^[^\d]+$/.test(cell.text))
  const hasRoom = row.length === 4 && stub > 1 && width - stub > 3
  return hasRoom && isSingle && isNamed && !row.some(({ text }) => isFigure(text))
}

/** The columns left of the figures: the label and, where the head has an empty corner, the names beside it. */
function stubOf(rows: readonly RawRow[], width: number): number {
  const corner = rows.find((row) => row.length > 4 && isCorner(row))
  if (corner === undefined || corner.length > width) return 1
  const [label = 1, names = 1] = corner.length === width ? [1, 1] : evenShape(corner.length, width)
  return label + names
}

function isCorner(row: RawRow): boolean {
  const [label, corner, ...heads] = row
  if (/^年度资金总额/.test(corner?.text ?? '')) return true
  const isOfFunds = heads.some(({ text }) => /(预算|执行)数|金额|资金/.test(text))
  return label?.text !== '' && corner?.text === '' && isOfFunds && isHeadingRow(row)
}
