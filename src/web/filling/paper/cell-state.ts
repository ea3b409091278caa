import { fieldCell, listCell } from '../../../core/editing/cell-key.js'
import { isWithin } from '../../../core/editing/cells-of-changes.js'
import type { CellKey, FormContent } from '../../../core/editing/content.js'
import { words } from '../words.zh.js'
import type { PaperCell } from './paper-cell.js'
import type { PaperFormProps } from './paper-props.js'

type Standing = Pick<PaperFormProps, 'computed' | 'open' | 'onChange'>

export function isComputed({ computed }: Pick<Standing, 'computed'>, key: CellKey): boolean {
  return computed[key] !== undefined
}

/** Whether a cell of a filing may be changed: a row opens all its cells, a form all its rows. */
export function isOpenFor(open: ReadonlySet<CellKey> | null | undefined, key: CellKey): boolean {
  return open === null || open === undefined || isWithin(key, open)
}

/** Rows can be added where everything is open. */
export function mayAddRows({ open, onChange }: Standing): boolean {
  return onChange !== undefined && (open === null || open === undefined)
}

export function lookOf(standing: Standing, { key }: PaperCell): 'label' | 'open' | 'computed' | 'closed' {
  if (key === undefined) return 'label'
  if (isComputed(standing, key)) return 'computed'
  return standing.onChange !== undefined && isOpenFor(standing.open, key) ? 'open' : 'closed'
}

/** What a cell shows: the paper's words, but words typed since it was printed at once. */
export function shownText({ key, text, label }: PaperCell, since: ReadonlyMap<CellKey, string>): string {
  return (key === undefined ? undefined : since.get(key)) ?? text.slice(label.length)
}

/** Cells of a form that say something else by now, with what they say; nothing in those of a row that is gone. */
export function typedSince(content: FormContent, typed: FormContent): ReadonlyMap<CellKey, string> {
  const since = new Map<CellKey, string>()
  const compare = (before: Cells, now: Cells, keyOf: (id: string) => CellKey) => {
    if (before === now) return
    for (const id of new Set([...Object.keys(before), ...Object.keys(now)]))
      if ((before[id] ?? '') !== (now[id] ?? '')) since.set(keyOf(id), now[id] ?? '')
  }
  compare(content.fields, typed.fields, (id) => fieldCell(content.id, id))
  for (const [list, rows] of Object.entries(content.lists)) {
    const now = typed.lists[list]
    if (now === rows) continue
    const byId = new Map(now?.map((row) => [row.id, row.cells]))
    for (const { id: row, cells } of rows)
      compare(cells, byId.get(row) ?? {}, (column) => listCell(content.id, list, { row, column }))
  }
  return since
}

type Cells = Readonly<Record<string, string>>

/** Why nothing can be typed into a cell. */
export function closedSentence(standing: Standing, key: CellKey): string {
  if (standing.onChange === undefined) return words.notEditable
  if (!isOpenFor(standing.open, key)) return words.notReturned
  return words.isComputed
}
