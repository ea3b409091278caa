import type { Pack } from '../pack/pack.js'
import { fieldCell, listCell } from './cell-key.js'
import { isWithin } from './cells-of-changes.js'
import { checkForms } from './checked-form.js'
import type { CellKey, FilingContent, FormContent } from './content.js'
import { equationsOf } from './equations.js'
import { textAt } from './text-at.js'

/**
 * Figures that somebody typed although the form computes them, and that change when the opened cells change: a total
 * beside a returned amount. Whoever mends the amount must be able to mend them too.
 */
export function followingCells(
  content: FilingContent,
  packs: readonly Pack[],
  open: readonly CellKey[],
): readonly CellKey[] {
  const opened = new Set(open)
  const touched = content.forms.filter(({ id }) =>
    open.some((cell) => cell === id || cell.startsWith(`${id}/`)),
  )
  return touched.flatMap((form) => {
    const typed = computableCells(form, packs).filter(
      (cell) => !opened.has(cell) && textAt(content, cell) !== '',
    )
    // One at a time: an amount that nothing gives back would take the figures that rest on it along.
    const candidates = typed.filter((cell) => computedIn(form, { content, packs, blank: [cell] }).has(cell))
    const before = computedIn(form, { content, packs, blank: candidates })
    const inputs = typedCells(form).filter((cell) => isWithin(cell, opened))
    const after = computedIn(form, { content, packs, blank: [...candidates, ...inputs] })
    return candidates.filter((cell) => after.get(cell) !== before.get(cell))
  })
}

/** Cells of a form that its pack's equations or scoring fill in while they are blank. */
function computableCells(form: FormContent, packs: readonly Pack[]): readonly CellKey[] {
  const pack = packs.find(({ id }) => id === form.pack)
  if (pack === undefined) return []
  const ofEquations = equationsOf(pack).flatMap(({ target }) =>
    target.kind === 'field' ? [fieldCell(form.id, target.id)] : columnCells(form, target.list, target.column),
  )
  return [...new Set([...ofEquations, ...columnCells(form, 'indicators', 'score')])]
}

function columnCells({ id, lists }: FormContent, list: string, column: string): readonly CellKey[] {
  return (lists[list] ?? []).map((row) => listCell(id, list, { row: row.id, column }))
}

function typedCells({ id, fields, lists }: FormContent): readonly CellKey[] {
  return [
    ...Object.keys(fields).map((field) => fieldCell(id, field)),
    ...Object.entries(lists).flatMap(([list, rows]) =>
      rows.flatMap((row) =>
        Object.keys(row.cells).map((column) => listCell(id, list, { row: row.id, column })),
      ),
    ),
  ]
}

type Blanked = Readonly<{ content: FilingContent; packs: readonly Pack[]; blank: readonly CellKey[] }>

function computedIn(form: FormContent, { content, packs, blank }: Blanked): ReadonlyMap<CellKey, string> {
  const emptied = new Set(blank)
  const keep = (cellOf: (key: string) => CellKey, texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).filter(([key]) => !emptied.has(cellOf(key))))
  const fields = keep((field) => fieldCell(form.id, field), form.fields)
  const lists = Object.fromEntries(
    Object.entries(form.lists).map(([list, rows]) => [
      list,
      rows.map(({ id, cells }) => ({
        id,
        cells: keep((column) => listCell(form.id, list, { row: id, column }), cells),
      })),
    ]),
  )
  const alone = { ...content, forms: [{ ...form, fields, lists }], report: [] }
  return checkForms(alone, packs)[0]?.computed ?? new Map()
}
