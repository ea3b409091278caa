import type { CellKey, ContentChange, FilingContent } from '../../core/editing/content.js'
import { textAt } from '../../core/editing/text-at.js'

/** What the person put into a cell; `unplaced` is its number among what no cell took. */
export type Placement = Readonly<{ cell: CellKey; unplaced: number; text: string }>

/** Puts something into a cell; what was put there before becomes free again, and nothing is put twice. */
export function placed(placements: readonly Placement[], next: Placement): readonly Placement[] {
  const others = placements.filter(({ cell, unplaced }) => cell !== next.cell && unplaced !== next.unplaced)
  return [...others, next]
}

/** The placements as changes of the content, for showing them on the form. */
export function changesOf(
  content: FilingContent,
  placements: readonly Placement[],
): readonly ContentChange[] {
  return placements.map(({ cell, text }) => ({ kind: 'cell', cell, from: textAt(content, cell), to: text }))
}
