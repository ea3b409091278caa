import { makeVocabulary } from '../language/vocabulary.js'
import type { Pack } from '../pack/pack.js'
import type { PaperRow } from '../pack/paper.js'

/** Fields of a pack's form that its paper has no cell for, those of lists as `list.column`; all when it has no paper. */
export function fieldsWithoutCell(pack: Pick<Pack, 'blocks' | 'groups' | 'paper'>): readonly string[] {
  const cells = new Set(cellsOf(pack.paper?.rows ?? [], ''))
  const { fieldsById, lists } = makeVocabulary(pack.blocks, pack.groups)
  const columns = [...lists.values()].flatMap((list) =>
    list.columns.map((column) => `${list.id}.${column.id}`),
  )
  return [...fieldsById.keys(), ...columns].filter((field) => !cells.has(field))
}

function cellsOf(rows: readonly PaperRow[], prefix: string): readonly string[] {
  return rows.flatMap((row) => {
    if (row.kind === 'side') return cellsOf(row.rows, prefix)
    const list = row.kind === 'each' ? `${row.list}.` : prefix
    return row.cells.flatMap(({ field }) => (field === undefined ? [] : [`${list}${field}`]))
  })
}
