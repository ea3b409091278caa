import type { Place } from '../core/document/document.js'
import type { FieldValue, Filing, Form } from '../core/filing/filing.js'
import type { Block } from '../core/pack/layout.js'
import type { Pack } from '../core/pack/pack.js'

/**
 * What a cell is called on its form: `年度资金总额·得分`, `管护河道长度·实际完成值`. People find a cell by these
 * words faster than by counting rows. Undefined for places outside known forms.
 */
export function findCellWords(place: Place, { forms }: Filing, packs: readonly Pack[]): string | undefined {
  if (place.row === undefined) return undefined
  for (const form of forms) {
    const pack = packs.find(({ id }) => id === form.pack)
    const words =
      pack === undefined ? undefined : (listWords(place, form, pack) ?? fieldWords(place, form, pack))
    if (words !== undefined) return words
  }
  return undefined
}

function fieldWords(place: Place, form: Form, { blocks }: Pack): string | undefined {
  const found = Object.entries(form.fields).find(([, value]) => standsAt(value, place))
  if (found === undefined) return undefined
  const [id] = found
  for (const block of blocks) {
    const name = namesOf(block).get(id)
    if (name !== undefined) return name
  }
  return undefined
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

function listWords(place: Place, { lists }: Form, { blocks }: Pack): string | undefined {
  for (const [list, rows] of Object.entries(lists)) {
    for (const row of rows) {
      const found = Object.entries(row).find(([, value]) => standsAt(value, place))
      if (found === undefined) continue
      const name = row.name?.text.replace(/\s+/g, '') ?? ''
      const column = found[0] === 'name' ? '' : columnName(found[0], list, blocks)
      return [name, column].filter((part) => part !== '').join('·')
    }
  }
  return undefined
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

function standsAt({ place }: FieldValue, { part, row, column }: Place): boolean {
  return place.part === part && place.row === row && place.column === column
}
