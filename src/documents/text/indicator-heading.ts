import type { RawRow } from './flattened-rows.js'
import { isIndicatorHeading, isSecondLevelIndicator, isWeightHeading } from './form-words.js'

/** Where the columns of the indicators stand, if the table has any. */
export type IndicatorHeading = Readonly<{
  /** The row of headings, or the one before the first indicator when the headings are lost. */
  row: number
  isLost: boolean
  first: number
  leaf: number
  /** -1 when no column of weights is named. */
  weight: number
}>

/** Finds the row of 一级指标, 二级指标 … and its columns; a heading without text beside them is one of them. */
export function findIndicatorHeading(rows: readonly RawRow[]): IndicatorHeading | undefined {
  const width = widthOf(rows)
  const row = rows.findIndex(
    (each) => each.length === width && each.some(({ text }) => isIndicatorHeading(text)),
  )
  const texts = rows[row]?.map(({ text }) => text)
  if (texts === undefined) return inferHeading(rows, width)
  const first = texts.findIndex(isIndicatorHeading)
  const leaf = texts.findLastIndex(isIndicatorHeading)
  return {
    row,
    isLost: false,
    first: first > 1 && texts[first - 1] === '' ? first - 1 : first,
    leaf: texts[leaf + 1] === '' && texts[leaf]?.startsWith('二') ? leaf + 1 : leaf,
    weight: texts.findIndex(isWeightHeading),
  }
}

/** The number of cells of the widest row. */
export function widthOf(rows: readonly RawRow[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0)
}

/** Without headings, the first second-level indicator in a full row tells where its column is. */
function inferHeading(rows: readonly RawRow[], width: number): IndicatorHeading | undefined {
  const column = (row: RawRow) => row.findIndex(({ text }) => isSecondLevelIndicator(text))
  const row = rows.findIndex((each) => each.length === width && column(each) > 0)
  const second = column(rows[row] ?? [])
  return second > 0
    ? { row: row - 1, isLost: true, first: second - 1, leaf: second + 1, weight: -1 }
    : undefined
}
