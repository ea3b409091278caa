import type { FieldValue, Filing, Form } from '../core/filing/filing.js'
import type { Block } from '../core/pack/layout.js'
import type { Pack } from '../core/pack/pack.js'
import { placeKey } from './report.js'

/**
 * What cells are called on their forms, by {@link placeKey}: `年度资金总额·得分`, `管护河道长度·实际完成值`. People find
 * a cell by these words faster than by counting rows. Cells outside known forms are not in it.
 */
export function nameCells({ forms }: Filing, packs: readonly Pack[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const give = ({ place }: FieldValue, name: string): void => {
    if (!names.has(placeKey(place))) names.set(placeKey(place), name)
  }
  for (const form of forms) {
    const pack = packs.find(({ id }) => id === form.pack)
    if (pack === undefined) continue
    nameListCells(form, pack, give)
    nameFieldCells(form, pack, give)
  }
  return names
}

type Give = (value: FieldValue, name: string) => void

function nameFieldCells({ fields }: Form, { blocks }: Pack, give: Give): void {
  const names = blocks.map(namesOf)
  for (const [id, value] of Object.entries(fields)) {
    const name = names.find((ofBlock) => ofBlock.has(id))?.get(id)
    if (name !== undefined) give(value, name)
  }
}

function namesOf(block: Block): Map<string, string> {
  switch (block.kind) {
    case 'pairs':
    case 'inline':
      return new Map(block.fields.map(({ id, name }) => [id, name]))
    case 'goals':
      return new Map([block.expected, block.actual].map(({ id, name }) => [id, name]))
    case 'grid':
      return crossed(block.rows, block.columns)
    default:
      return crossed(block.total === undefined ? [] : [block.total], block.columns)
  }
}

type Named = Readonly<{ id: string; name: string }>

function crossed(rows: readonly Named[], columns: readonly Named[]): Map<string, string> {
  return new Map(
    rows.flatMap((row) =>
      columns.map((column) => [`${row.id}.${column.id}`, `${row.name}·${column.name}`] as const),
    ),
  )
}

function nameListCells({ lists }: Form, { blocks }: Pack, give: Give): void {
  for (const [list, rows] of Object.entries(lists)) {
    for (const row of rows) {
      const name = row.name?.text.replace(/\s+/g, '') ?? ''
      for (const [id, value] of Object.entries(row)) {
        const column = id === 'name' ? '' : columnName(id, list, blocks)
        give(value, [name, column].filter((part) => part !== '').join('·'))
      }
    }
  }
}

function columnName(id: string, list: string, blocks: readonly Block[]): string {
  const block = blocks.find((one) => isOfList(one, list))
  return block === undefined || !('columns' in block)
    ? ''
    : (block.columns.find((one) => one.id === id)?.name ?? '')
}

/** Rows that the unit writes itself inside a grid are a list of their own. */
function isOfList(block: Block, list: string): boolean {
  if (block.kind === 'grid') return block.rows.some(({ id, repeat }) => repeat && id === list)
  return block.kind === 'indicators' ? ['indicators', 'dimensions'].includes(list) : block.id === list
}
