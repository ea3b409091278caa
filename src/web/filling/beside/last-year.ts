import type { CellKey, FilingContent, FormContent } from '../../../core/editing/content.js'
import { bareWords } from '../../../core/exact/normalise.js'
import { findListCell, findText } from '../../changes/cell-keys.js'

/** 上年值: what stood in the same cell last year. Undefined where there is no such form, row or value. */
export function findLastYear(
  form: FormContent,
  key: CellKey,
  lastYear: FilingContent | undefined,
): string | undefined {
  const before = lastYear?.forms.find(({ pack }) => kindOf(pack) === kindOf(form.pack))
  if (before === undefined) return undefined
  const place = findListCell(form, key)
  const text =
    place === undefined
      ? findText(before, `${before.id}/${key.slice(form.id.length + 1)}`)
      : rowLike(before.lists[place.list] ?? [], place.row.cells, place)?.cells[place.column]
  return text === undefined || text === '' ? undefined : text
}

/** The kind of form without region and edition: `department-self-evaluation`. */
function kindOf(pack: string): string {
  return pack.split('/').slice(1, -1).join('/')
}

type Row = FormContent['lists'][string][number]

/** The row of the same name, whatever its number; of a row that has no name yet the one in its place. */
function rowLike(
  rows: readonly Row[],
  cells: Row['cells'],
  { index, column }: { index: number; column: string },
): Row | undefined {
  const name = cells.name ?? ''
  if (name.trim() === '' || column === 'name') return rows[index]
  return rows.find((row) => bareWords(row.cells.name ?? '') === bareWords(name))
}
