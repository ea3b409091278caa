import { listCell, rowCell } from './cell-key.js'
import { cellOfChange, isWithin } from './cells-of-changes.js'
import type { CellKey, Conflict, ContentChange, ReportParagraph } from './content.js'
import { textOfParagraph } from './filing-of-content.js'
import { textOfCells } from './text-at.js'

/** Changes that fit a content in which somebody else has saved since, and what both have changed differently. */
export type Rebased = Readonly<{ changes: readonly ContentChange[]; conflicts: readonly Conflict[] }>

/**
 * Puts changes after those that somebody else saved in the meantime. Different cells, rows and paragraphs do not
 * meet; the same text from both is taken once; the same thing changed in two ways is a conflict and left out, with
 * both texts, for the writer to choose.
 */
export function rebaseChanges(changes: readonly ContentChange[], since: readonly ContentChange[]): Rebased {
  const theirs = summarise(since)
  const kept: ContentChange[] = []
  const conflicts = new Map<CellKey, Conflict>()
  for (const change of withOwnRows(changes, theirs.last)) {
    const outcome = meet(change, theirs)
    if (outcome === 'apart') kept.push(change)
    else if (outcome !== 'same') conflicts.set(outcome.cell, outcome)
  }
  return { changes: kept, conflicts: [...conflicts.values()] }
}

/** What somebody did in the end, by what they touched. */
type Done = Readonly<{
  last: ReadonlyMap<CellKey, ContentChange>
  removed: ReadonlySet<CellKey>
}>

function summarise(since: readonly ContentChange[]): Done {
  const last = new Map<CellKey, ContentChange>()
  for (const change of since) last.set(cellOfChange(change), change)
  const removed = [...last].filter(([, { kind }]) => removals.has(kind)).map(([cell]) => cell)
  return { last, removed: new Set(removed) }
}

const removals: ReadonlySet<ContentChange['kind']> = new Set(['removeRow', 'removeForm', 'removeParagraph'])

/** A row that both have added under one id is two rows: ours gets another id, in all our changes. */
function withOwnRows(
  changes: readonly ContentChange[],
  theirs: ReadonlyMap<CellKey, ContentChange>,
): readonly ContentChange[] {
  const renamed = new Map<CellKey, string>()
  return changes.map((change) => {
    if (change.kind === 'addRow' && theirs.get(cellOfChange(change))?.kind === 'addRow')
      renamed.set(cellOfChange(change), freshRow(change, theirs))
    return renamed.size === 0 ? change : inRenamedRow(change, renamed)
  })
}

function freshRow(
  { form, list, row }: Extract<ContentChange, { kind: 'addRow' }>,
  theirs: ReadonlyMap<CellKey, ContentChange>,
): string {
  let count = 2
  while (theirs.has(rowCell(form, list, `${row}-${count}`))) count += 1
  return `${row}-${count}`
}

function inRenamedRow(change: ContentChange, renamed: ReadonlyMap<CellKey, string>): ContentChange {
  if (change.kind === 'addRow' || change.kind === 'removeRow') {
    const row = renamed.get(cellOfChange(change)) ?? change.row
    if (change.kind === 'removeRow') return { ...change, row }
    const { form, list, after } = change
    const neighbour = after === undefined ? undefined : renamed.get(rowCell(form, list, after))
    return { ...change, row, after: neighbour ?? after }
  }
  if (change.kind !== 'cell') return change
  const [form = '', list = '', row = '', column = ''] = change.cell.split('/')
  const own = renamed.get(rowCell(form, list, row))
  return own === undefined ? change : { ...change, cell: listCell(form, list, { row: own, column }) }
}

function meet(change: ContentChange, { last, removed }: Done): Conflict | 'apart' | 'same' {
  const cell = cellOfChange(change)
  const theirs = last.get(cell)
  if (theirs !== undefined) {
    if (sameOutcome(change, theirs)) return 'same'
    return { cell, theirs: textOf(theirs), yours: textOf(change) }
  }
  if (isWithin(cell, removed)) {
    if (removals.has(change.kind)) return 'same'
    return { cell, theirs: '', yours: textOf(change) }
  }
  const inside = removals.has(change.kind) ? [...last].filter(([other]) => other.startsWith(`${cell}/`)) : []
  const words = inside.map(([, other]) => textOf(other)).filter((text) => text !== '')
  return words.length === 0 ? 'apart' : { cell, theirs: words.join('，'), yours: '' }
}

function sameOutcome(mine: ContentChange, theirs: ContentChange): boolean {
  if (mine.kind === 'cell' && theirs.kind === 'cell') return mine.to === theirs.to
  if (mine.kind === 'paragraph' && theirs.kind === 'paragraph')
    return sameOwnWords(mine.paragraph, theirs.paragraph)
  return mine.kind === theirs.kind && removals.has(mine.kind)
}

/** Figures follow the forms and are renewed from them: they never stand between two writers of a paragraph. */
function sameOwnWords(left: ReportParagraph, right: ReportParagraph): boolean {
  return (
    left.style === right.style &&
    left.runs.length === right.runs.length &&
    left.runs.every(({ text, field }, index) => {
      const other = right.runs[index]
      return field === other?.field && (field !== undefined || text === other?.text)
    })
  )
}

/** What a change leaves behind; empty for a removal. */
function textOf(change: ContentChange): string {
  switch (change.kind) {
    case 'cell':
      return change.to
    case 'addRow':
      return textOfCells(change.cells)
    case 'paragraph':
      return textOfParagraph(change.paragraph)
    case 'addForm':
      return textOfCells(change.form.fields)
    default:
      return ''
  }
}
