import type { JoinedCell, JoinedTable, Pair } from './joined-table.js'
import { plainText } from './joined-table.js'
import { isWrapped } from './wrap-lines.js'

const sentenceEnd = /[。；！？;!?]$/
const placeholder = /^[.…—\-－/／]+$/
/** So many cells must be finished above when no text breaks off in mid-sentence. */
const fewestEnded = 2
/** How labels of evaluation forms end, with the points they carry, and those that are whole. */
const labelEnd = /^(.{0,6}指标)?([（(]\d+分?[)）])?$/
const wholeLabel = /^(产出|效益|数量|质量|时效|.{0,4}成本|.{2}效益|可持续影响|[一二三四]级|绩效)指标/
const longestLabel = 8
/** So many labels make a column of labels. */
const fewestLabels = 4
const figure = /^[\d.,，%％+＋\-－—<>=≥≤＜＞／/]+$/

/**
 * Whether the last row of one page and the first of the next are one row that the page cut.
 * Certain where the producer draws no border at a cut; else every cell that has text below must run on
 * from a full cell above.
 */
export function isCutRow(pairs: readonly Pair[]): boolean {
  if (pairs.length === 0) return false
  if (pairs.some(({ lower }) => !lower.borders.above)) return pairs.every(isUnbordered)
  const rowPairs = pairs.filter((pair) => !isSpanGoingOn(pair) || completesLabel(pair))
  const below = rowPairs.filter(({ lower }) => lower.lines.length > 0)
  if (below.length === 0) return rowPairs.length > 0 && rowPairs.every(isRemnant)
  if (!below.every(mayGoOn)) return false
  const ended = rowPairs.filter(({ upper, lower }) => upper.lines.length > 0 && lower.lines.length === 0)
  if (below.every((pair) => breaksOff(pair) || completesLabel(pair)) && below.some(completesLabel))
    return true
  if (below.some(breaksOff)) return ended.length > 0 || below.every(isLongText)
  return ended.length >= fewestEnded && below.every(({ upper }) => upper.lines.length > 1 && isFilled(upper))
}

/** Whether a cell that spans rows goes on below, while the row itself may be a new one. */
export function isSpanGoingOn(pair: Pair): boolean {
  const { upper, lower } = pair
  if (!lower.borders.above) return isUnbordered(pair)
  if (completesLabel(pair)) return true
  if (upper.rowSpan < 2 && lower.rowSpan < 2) return false
  if (lower.lines.length === 0 || (isStacked(upper) && isStacked(lower))) return true
  return upper.lines.length > 0 && isFilled(upper) && mayGoOn(pair) && breaksOff(pair)
}

/** A label set one character to a line, as in a narrow cell over many rows. */
function isStacked({ lines }: JoinedCell): boolean {
  return lines.length > 0 && lines.every(({ text }) => text.length === 1)
}

/** Whether a label that spans one row on each page goes on: nowhere else is its column blank or a figure. */
export function isLabelGoingOn({ upper, lower }: Pair, tables: readonly JoinedTable[]): boolean {
  if (upper.lines.length === 0 || lower.lines.length > 0 || !lower.borders.above) return false
  const others = tables
    .flatMap(({ cells }) => cells)
    .filter((cell) => cell !== lower && cell.column === upper.column)
  const isLabelled = others.every((cell) => cell.lines.length > 0 && !figure.test(plainText(cell)))
  const hasNewRow = tables.some(
    ({ cells }) =>
      cells.includes(lower) && cells.some((cell) => cell.row === lower.row && cell.lines.length > 0),
  )
  return isLabelled && hasNewRow && others.length >= fewestLabels
}

function isUnbordered({ upper, lower }: Pair): boolean {
  return !upper.borders.below && !lower.borders.above
}

/** Whether the upper cell has no room left, and the lower text does not look like one of its own kind. */
function mayGoOn({ upper, lower }: Pair): boolean {
  const last = upper.lines.at(-1)
  if (last === undefined || upper.bottom - last.bottom > last.size * 1.5) return false
  const [above, below] = [plainText(upper), plainText(lower)]
  if (placeholder.test(below) || (figure.test(above) && figure.test(below))) return false
  const isAlike = above.slice(-2) === below.slice(-2)
  return !isAlike || isSentence(upper)
}

/** Whether the upper text breaks off in the middle of a sentence for want of room. */
function breaksOff({ upper, lower }: Pair): boolean {
  const [last, first] = [upper.lines.at(-1), lower.lines[0]]
  if (last === undefined || first === undefined || isSentence(upper)) return false
  return !figure.test(plainText(upper)) && isWrapped(last, first, upper.measure)
}

/** Whether the lower text is the end of a label that the upper one begins, as `时效` and `指标`. */
function completesLabel({ upper, lower }: Pair): boolean {
  const [above, below] = [plainText(upper), plainText(lower)]
  if (above === '' || below === '' || above.length > longestLabel) return false
  return labelEnd.test(below) && !wholeLabel.test(below) && !/(指标|[)）])$/.test(above)
}

function isLongText({ upper }: Pair): boolean {
  return upper.lines.length > 1
}

function isSentence(cell: JoinedCell): boolean {
  return sentenceEnd.test(plainText(cell))
}

/** Whether text fills the cell from top to bottom, as it would not if it had been centred in it. */
function isFilled({ top, bottom, lines }: JoinedCell): boolean {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return false
  return first.top - top < first.size * 1.2 && bottom - last.bottom < last.size * 1.2
}

/** An empty strip too low for a line: what a cut row leaves on the next page when its text is finished. */
function isRemnant({ upper, lower }: Pair): boolean {
  const size = upper.lines.at(-1)?.size ?? 9
  return lower.bottom - lower.top < size * 1.2
}
