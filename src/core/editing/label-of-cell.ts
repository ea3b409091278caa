import type { Pack } from '../pack/pack.js'
import { fieldsOf, type PackFields } from '../paper/field-types.js'
import { findForm, findRow, parseCellKey } from './cell-key.js'
import type { CellKey, FilingContent, FormContent, ListRow } from './content.js'

/**
 * A cell in words, as on its form: 绩效指标 · 演出场次 · 实际完成值. With several forms the form's title stands in
 * front; what is no longer there is named by its key.
 */
export function labelOfCell(content: FilingContent, packs: readonly Pack[], cell: CellKey): string {
  const named = parseCellKey(cell)
  if (named === undefined) return cell
  if (named.kind === 'paragraph') {
    const index = content.report.findIndex(({ id }) => id === named.id)
    return index === -1 ? '报告中的一段' : `报告第 ${index + 1} 段`
  }
  const form = findForm(content, named.form)
  const pack = packs.find(({ id }) => id === form?.pack)
  if (form === undefined || pack === undefined) return cell
  const title = content.forms.length > 1 || named.kind === 'form' ? [pack.title] : []
  if (named.kind === 'form') return pack.title
  if (named.kind === 'field')
    return joined([...title, fieldsOf(pack).singles.get(named.field)?.name ?? named.field])
  const column = named.kind === 'cell' ? [columnName(fieldsOf(pack), named.list, named.column)] : []
  return joined([...title, listName(pack, named.list), rowName(form, named.list, named.row), ...column])
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

function columnName({ lists }: PackFields, list: string, column: string): string {
  return lists.get(list)?.get(column)?.name ?? column
}

const dimensionList = '一级指标'

function listName({ blocks }: Pack, list: string): string {
  if (list === 'dimensions') return dimensionList
  for (const block of blocks) {
    if (block.kind === 'indicators' && block.id === list) return '绩效指标'
    if (block.kind === 'list' && block.id === list) return block.name
    const row = block.kind === 'grid' ? block.rows.find(({ id }) => id === list) : undefined
    if (row !== undefined) return row.name
  }
  return list
}

const namingColumns = ['name', 'task', 'duty']

function rowName(form: FormContent, list: string, id: string): string {
  const row = findRow(form, list, id)
  if (row === undefined) return '一行'
  const own = nameIn(row)
  return own === '' ? `第 ${(form.lists[list]?.indexOf(row) ?? 0) + 1} 行` : own
}

function nameIn({ cells }: ListRow): string {
  const column = namingColumns.find((one) => (cells[one] ?? '').trim() !== '')
  return column === undefined ? '' : (cells[column] ?? '').replace(/\s+/g, '')
}
