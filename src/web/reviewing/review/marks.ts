import type { CellKey } from '../../../core/editing/content.js'
import type { FindingGroup } from '../../filling/findings/group-findings.js'
import { type AnsweredFinding, marksOf } from '../../filling/findings/group-findings.js'
import type { CellMark } from '../../filling/paper/paper-props.js'
import { words } from '../words.zh.js'
import type { Difference } from './differences.js'
import type { Comment } from './use-review.js'

type Marked = Readonly<{
  groups: readonly FindingGroup[]
  comments: readonly Comment[]
  mended: readonly Difference[]
  lastYear: readonly Difference[]
}>

/** One mark for each cell: a finding before a comment before a difference; the words of all of them. */
export function reviewMarks({
  groups,
  comments,
  mended,
  lastYear,
}: Marked): Readonly<Record<CellKey, CellMark>> {
  const marks: Record<CellKey, CellMark> = { ...marksOf(groups) }
  const add = (cell: CellKey, kind: CellMark['kind'], text: string): void => {
    const before = marks[cell]
    marks[cell] = before === undefined ? { kind, text } : { ...before, text: `${before.text}\n${text}` }
  }
  for (const { anchor, words: said, byName, solvedAt } of comments)
    if (solvedAt === null) add(anchor, 'comment', `${byName}：${said}`)
  for (const { cell, before } of mended) add(cell, 'changed', words.changedFrom(before))
  for (const { cell, before } of lastYear) add(cell, 'changed', words.lastYearWas(before))
  return marks
}

/** Findings that still stand, in the order of the panel. */
export function openFindings(groups: readonly FindingGroup[]): readonly AnsweredFinding[] {
  return groups.flatMap(({ findings }) => findings).filter(({ answer }) => answer === undefined)
}
