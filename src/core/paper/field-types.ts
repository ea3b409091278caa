import { cellOf } from '../language/vocabulary.js'
import type { Block, Column, FieldType } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'
import { onceFor } from '../remember.js'

/** What is known of a field of a form: its kind and its Chinese name. */
export type FieldInfo = Readonly<{ type: FieldType; name: string }>

/** Every field that a pack has: single cells by id, `lists` by list id and column id. */
export type PackFields = Readonly<{
  singles: ReadonlyMap<string, FieldInfo>
  lists: ReadonlyMap<string, ReadonlyMap<string, FieldInfo>>
}>

type Draft = { singles: Map<string, FieldInfo>; lists: Map<string, Map<string, FieldInfo>> }

/** The fields of a pack. The wording of a grid row's label is the field `<row>.name`. */
export function fieldsOf({ blocks }: Pack): PackFields {
  return fieldsOfBlocks(blocks)
}

/** The fields of a pack's blocks. */
export const fieldsOfBlocks = onceFor((blocks: readonly Block[]): PackFields => {
  const draft: Draft = { singles: new Map(), lists: new Map() }
  for (const block of blocks) addBlock(draft, block)
  return draft
})

function addBlock({ singles, lists }: Draft, block: Block): void {
  switch (block.kind) {
    case 'pairs':
    case 'inline':
      for (const { id, ...info } of block.fields) singles.set(id, info)
      return
    case 'goals':
      for (const { id, ...info } of [block.expected, block.actual]) singles.set(id, info)
      return
    case 'grid':
      for (const row of block.rows) {
        if (row.repeat) lists.set(row.id, columnsOf(block.columns, ['name', { name: '名称', type: 'text' }]))
        else singles.set(`${row.id}.name`, { name: row.name, type: 'text' })
        for (const column of row.repeat ? [] : block.columns) {
          const { id, ...info } = cellOf(block, row, column)
          singles.set(id, info)
        }
      }
      return
    case 'indicators':
    case 'list':
      lists.set(block.id, columnsOf(block.columns, extraColumns[block.kind]))
      if (block.kind === 'indicators') lists.set('dimensions', dimensionColumns)
      for (const column of block.columns)
        if (block.total !== undefined)
          singles.set(`${block.total.id}.${column.id}`, {
            name: `${block.total.name}的${column.name}`,
            type: column.type,
          })
  }
}

const extraColumns = {
  indicators: ['initialTarget', { name: '年初指标值', type: 'target' }],
  list: ['number', { name: '序号', type: 'text' }],
} as const

const dimensionColumns = new Map<string, FieldInfo>([
  ['name', { name: '一级指标', type: 'text' }],
  ['weight', { name: '一级指标分值', type: 'weight' }],
])

function columnsOf(columns: readonly Column[], extra: readonly [string, FieldInfo]): Map<string, FieldInfo> {
  return new Map<string, FieldInfo>([
    extra,
    ...columns.map((column): [string, FieldInfo] => [column.id, column]),
  ])
}
