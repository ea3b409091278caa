import type { CellKey, ContentChange, FormContent } from '../../core/editing/content.js'
import type { Pack } from '../../core/pack/pack.js'
import { findListCell, newRowId } from './cell-keys.js'

/** Columns that neighbouring rows of a list share and that are printed merged. */
export const sharedColumns: readonly string[] = ['dimension', 'aspect']

/** A new row below a cell's row, in the same dimension and aspect; with its key in the cell's column. */
export function insertRow(
  form: FormContent,
  key: CellKey,
): Readonly<{ changes: readonly ContentChange[]; key: CellKey }> | undefined {
  const place = findListCell(form, key)
  if (place === undefined) return undefined
  const { list, row, column } = place
  const id = newRowId(form.lists[list] ?? [])
  const cells = Object.fromEntries(
    sharedColumns.flatMap((name) => (row.cells[name] === undefined ? [] : [[name, row.cells[name]]])),
  )
  return {
    changes: [{ kind: 'addRow', form: form.id, list, row: id, after: row.id, cells }],
    key: `${form.id}/${list}/${id}/${sharedColumns.includes(column) ? 'name' : column}`,
  }
}

/** The first row of a list that has none. */
export function addFirstRow(form: FormContent, list: string): readonly ContentChange[] {
  return [
    {
      kind: 'addRow',
      form: form.id,
      list,
      row: newRowId(form.lists[list] ?? []),
      after: undefined,
      cells: {},
    },
  ]
}

/** Removes the rows of a list in which the given cells stand. */
export function removeRows(form: FormContent, keys: readonly CellKey[]): readonly ContentChange[] {
  const rows = new Map(
    keys.flatMap((key) => {
      const place = findListCell(form, key)
      return place === undefined ? [] : [[`${place.list}/${place.row.id}`, place] as const]
    }),
  )
  return [...rows.values()].map(({ list, row }) => ({ kind: 'removeRow', form: form.id, list, row: row.id }))
}

/** Moves a cell's row by one place; none at the edge of its list. */
export function moveRow(form: FormContent, key: CellKey, direction: 'up' | 'down'): readonly ContentChange[] {
  const place = findListCell(form, key)
  if (place === undefined) return []
  const { list, row, index } = place
  const rows = form.lists[list] ?? []
  const target = direction === 'up' ? index - 1 : index + 1
  if (target < 0 || target >= rows.length) return []
  const after = direction === 'up' ? rows[index - 2]?.id : rows[index + 1]?.id
  const { id, cells } = row
  return [
    { kind: 'removeRow', form: form.id, list, row: id },
    { kind: 'addRow', form: form.id, list, row: id, after, cells },
  ]
}

/** Lists that a pack's paper prints row by row and that have no row yet, with their names. */
export function emptyLists(
  form: FormContent,
  { blocks }: Pack,
): readonly Readonly<{ list: string; name: string }>[] {
  return blocks
    .filter((block) => block.kind === 'indicators' || block.kind === 'list')
    .filter(({ id }) => (form.lists[id] ?? []).length === 0)
    .map(({ id, name }) => ({ list: id, name }))
}
