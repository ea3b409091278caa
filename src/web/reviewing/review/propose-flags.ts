import type { CellKey } from '../../../core/editing/content.js'
import type { FindingGroup } from '../../filling/findings/group-findings.js'
import { openFindings } from './marks.js'
import type { Comment } from './use-review.js'

/** A cell that may reopen, with what is to be mended there. */
export type ProposedFlag = Readonly<{ cell: CellKey; reason: string; isChosen: boolean }>

/**
 * What a return would reopen: cells put on the list by hand, those with open comments, and the first cell of every
 * error that still stands. Warnings are offered, but not chosen.
 */
export function proposeFlags(
  groups: readonly FindingGroup[],
  comments: readonly Comment[],
  byHand: ReadonlySet<CellKey>,
): readonly ProposedFlag[] {
  const flags = new Map<CellKey, ProposedFlag>()
  const add = (cell: CellKey, reason: string, isChosen: boolean): void => {
    const before = flags.get(cell)
    const reasons = [before?.reason ?? '', reason].filter((one) => one !== '')
    flags.set(cell, {
      cell,
      reason: [...new Set(reasons)].join('；').slice(0, 500),
      isChosen: isChosen || before?.isChosen === true,
    })
  }
  for (const { anchor, words, solvedAt } of comments)
    if (solvedAt === null && anchor.includes('/')) add(anchor, words, true)
  const found = openFindings(groups).map(({ finding }) => finding)
  for (const { cells, severity, message } of found) {
    const [cell] = cells
    if (cell !== undefined && severity !== 'info') add(cell, message, severity === 'error')
  }
  for (const cell of byHand) add(cell, '', true)
  return [...flags.values()].toSorted((one, other) => Number(other.isChosen) - Number(one.isChosen))
}
