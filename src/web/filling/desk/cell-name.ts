import { parseCellKey } from '../../../core/editing/cell-key.js'
import type { CellKey, FilingContent } from '../../../core/editing/content.js'
import type { Pack } from '../../../core/pack/pack.js'
import { fieldsOf } from '../../../core/paper/field-types.js'

/** What a cell is called in a sentence: 年度资金总额的得分, “培训场次”的得分, 文字报告. */
export function nameOfKey(
  { forms }: Pick<FilingContent, 'forms'>,
  key: CellKey,
  packs: readonly Pack[],
): string {
  const named = parseCellKey(key)
  if (named === undefined) return key
  if (named.kind === 'paragraph') return '文字报告的一段'
  const form = forms.find(({ id }) => id === named.form)
  const pack = packs.find(({ id }) => id === form?.pack)
  if (form === undefined || pack === undefined) return key
  if (named.kind === 'form') return pack.title
  const fields = fieldsOf(pack)
  if (named.kind === 'field') return fields.singles.get(named.field)?.name ?? named.field
  const index = form.lists[named.list]?.findIndex(({ id }) => id === named.row) ?? -1
  const own = form.lists[named.list]?.[index]?.cells.name ?? ''
  const row = own === '' ? `第${index + 1}行` : `“${own}”`
  if (named.kind === 'row') return row
  return `${row}的${fields.lists.get(named.list)?.get(named.column)?.name ?? named.column}`
}
