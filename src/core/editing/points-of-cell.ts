import { parseDecimal, toShortText } from '../exact/decimal.js'
import type { CheckedContent } from './checked-content.js'
import type { CellKey, FilingContent } from './content.js'
import { textAt } from './text-at.js'

/** 自评分 in a cell as decimal text: what the unit wrote there, else what is computed; undefined when that is no number. */
export function pointsOfCell(
  content: FilingContent,
  { computed }: Pick<CheckedContent, 'computed'>,
  cell: CellKey,
): string | undefined {
  const written = textAt(content, cell)
  const text = written.trim() === '' ? (computed[cell] ?? '') : written
  const points = parseDecimal(text.replace(/分$/, '').trim())
  return points === undefined ? undefined : toShortText(points)
}
