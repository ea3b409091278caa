import type { Filing } from '../core/filing/filing.js'
import { parseFiling } from '../core/filing-json/parse-filing.js'
import type { Block, Column, FieldType } from '../core/pack/layout.js'
import type { Pack } from '../core/pack/pack.js'

/** A made-up filing with one form of a pack in which every field is filled with a fitting value. */
export function fullFiling(pack: Pack, packs: readonly Pack[]): Filing {
  const { fields, lists } = filledForm(pack)
  return filingOf(pack, { fields, lists }, packs)
}

/** The same with some fields left out by chance and lists of other lengths. */
export function patchyFiling(pack: Pack, packs: readonly Pack[], random: () => number): Filing {
  const { fields, lists } = filledForm(pack)
  const keep = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => naming.has(id) || random() < 0.6))
  const shorter = Object.entries(lists).map(([id, rows]) => [
    id,
    id === 'dimensions' ? rows.map(keep) : rows.filter(() => random() < 0.7).map(keep),
  ])
  return filingOf(pack, { fields: keep(fields), lists: Object.fromEntries(shorter) }, packs)
}

/** A row without these would be no row. */
const naming = new Set(['name', 'dimension', 'aspect', 'duty', 'task'])

type Filled = Pick<Draft, 'fields' | 'lists'>

function filledForm(pack: Pack): Filled {
  const draft: Draft = { values: new Values(), fields: {}, lists: {} }
  for (const block of pack.blocks) fillBlock(block, draft)
  return draft
}

function filingOf(pack: Pack, { fields, lists }: Filled, packs: readonly Pack[]): Filing {
  const form = { pack: pack.id, fields, lists }
  return parseFiling({ unit: '云溪县文化馆', budgetYear: pack.years[0], forms: [form] }, packs)
}

type Draft = {
  values: Values
  fields: Record<string, string>
  lists: Record<string, Record<string, string>[]>
}

/** Values that are all different, so that none can stand in another's cell unseen. */
class Values {
  #count = 0

  next(type: FieldType): string {
    this.#count += 1
    const count = this.#count
    switch (type) {
      case 'amount':
        return `${count + 100}.${count % 9}5`
      case 'percent':
        return `${(count % 90) + 5}.${count % 9}2%`
      case 'weight':
      case 'score':
        return `${(count % 40) + 1}`
      case 'count':
      case 'area':
        return `${count + 1000}`
      case 'target':
        return `${count + 10}次`
      case 'date':
        return `2023年${(count % 12) + 1}月`
      case 'text':
        return `所填文字${count}`
    }
  }
}

function fillBlock(block: Block, { values, fields, lists }: Draft): void {
  switch (block.kind) {
    case 'pairs':
    case 'inline':
      for (const { id, type } of block.fields) fields[id] = values.next(type)
      return
    case 'goals':
      for (const { id, type } of [block.expected, block.actual]) fields[id] = values.next(type)
      return
    case 'grid':
      for (const row of block.rows) {
        if (row.repeat)
          lists[row.id] = [1, 2].map(() => ({ name: values.next('text'), ...fillRow(block.columns, values) }))
        else for (const { id, type } of block.columns) fields[`${row.id}.${id}`] = values.next(type)
      }
      return
    case 'list':
    case 'indicators': {
      const isList = block.kind === 'list'
      lists[block.id] = [0, 1, 2, 3].map((index) => ({
        ...fillRow(block.columns, values),
        ...(isList ? {} : indicatorWords(block.columns, index)),
      }))
      if (!isList) lists.dimensions = dimensions
      for (const { id, type } of block.columns)
        if (block.total?.columns.includes(id)) fields[`${block.total.id}.${id}`] = values.next(type)
    }
  }
}

function fillRow(columns: readonly Column[], values: Values): Record<string, string> {
  return Object.fromEntries(columns.map(({ id, type }) => [id, values.next(type)]))
}

const dimensions = [
  { name: '产出指标', weight: '60' },
  { name: '效益指标', weight: '40' },
]
const aspects = ['数量指标', '数量指标', '质量指标', '社会效益指标']

/** Two indicators share an aspect and three a dimension, so that cells are merged. */
function indicatorWords(columns: readonly Column[], index: number): Record<string, string> {
  const words = {
    dimension: dimensions[index < 3 ? 0 : 1]?.name ?? '',
    aspect: aspects[index] ?? '',
    nature: '≥',
    unit: '场',
    target: `${index + 10}`,
    adjustedTarget: `${index + 20}`,
    actual: `${index + 30}`,
  }
  const known = new Set(columns.map(({ id }) => id))
  return Object.fromEntries(Object.entries(words).filter(([id]) => known.has(id)))
}
