import type { Block } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'
import { fieldsOf } from '../paper/field-types.js'
import type { FilingContent, FormContent, ListRow } from './content.js'
import { getPack } from './filing-of-content.js'

/** What a filing is begun with. */
export type Beginning = Readonly<{ unit: string; budgetYear: number; packIds: readonly string[] }>

/**
 * A content with empty forms: the unit's name and the prescribed weight of budget execution are filled in, the first
 * two levels of the usual indicators are there, and other lists have a few empty rows.
 *
 * @throws DomainError FILING_WRONG when a pack is not known
 */
export function blankContent(
  { unit, budgetYear, packIds }: Beginning,
  packs: readonly Pack[],
): FilingContent {
  const forms = packIds.map((id, index) => blankForm(getPack(id, packs), { id: `f${index + 1}`, unit }))
  return { unit, budgetYear, forms, report: [] }
}

/** An empty form of a pack. */
export function blankForm(pack: Pack, { id, unit }: Readonly<{ id: string; unit: string }>): FormContent {
  const { singles } = fieldsOf(pack)
  const fields: Record<string, string> = {}
  for (const field of ['unitName', 'implementingUnit'])
    if (singles.has(field) && unit !== '') fields[field] = unit
  const { scoring, weights } = pack
  if (scoring?.execution !== undefined && weights?.budgetExecutionRate !== undefined)
    fields[scoring.execution.weight] = weights.budgetExecutionRate
  return { id, pack: pack.id, fields, lists: blankLists(pack) }
}

function blankLists(pack: Pack): Record<string, readonly ListRow[]> {
  const lists: Record<string, readonly ListRow[]> = {}
  for (const block of pack.blocks) {
    for (const list of listsOf(block)) lists[list] = withIds(emptyRows)
    if (block.kind === 'indicators') lists.indicators = withIds(usualIndicators(pack))
  }
  return lists
}

/** Rows of a list that nobody has filled in yet. */
const emptyRows: readonly Readonly<Record<string, string>>[] = [{}, {}, {}]

function listsOf(block: Block): readonly string[] {
  if (block.kind === 'list') return [block.id]
  return block.kind === 'grid' ? block.rows.filter(({ repeat }) => repeat).map(({ id }) => id) : []
}

function withIds(rows: readonly Readonly<Record<string, string>>[]): readonly ListRow[] {
  return rows.map((cells, index) => ({ id: `r${index + 1}`, cells }))
}

const outputs = ['数量指标', '质量指标', '时效指标']
const costs = ['经济成本指标', '社会成本指标', '生态环境成本指标']
const benefits = ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标']

/** 成本 is a dimension of its own where every scheme of the pack gives it points. */
function usualIndicators({ weights }: Pack): readonly Readonly<Record<string, string>>[] {
  const schemes = weights?.schemes ?? []
  const costsApart = schemes.length > 0 && schemes.every((scheme) => scheme.weights.cost !== undefined)
  const rows = (dimension: string, aspects: readonly string[]) =>
    aspects.map((aspect) => ({ dimension, aspect }))
  return [
    ...(costsApart ? rows('成本指标', costs) : []),
    ...rows('产出指标', costsApart ? outputs : [...outputs, '成本指标']),
    ...rows('效益指标', benefits),
    ...rows('满意度指标', ['服务对象满意度指标']),
  ]
}
