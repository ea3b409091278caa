import { onceFor } from '../../remember.js'
import { type CompiledCheck, findCompiledChecks } from '../compile-form-checks.js'
import type { Reference } from '../language/rule.js'
import type { FieldType } from '../layout.js'
import type { Pack } from '../pack.js'
import { measureColumns } from './measures.js'

/** Where a cell's number stands in a record, and how many decimals its integer carries. */
export type Slot = Readonly<{ index: number; type: FieldType; scale: number }>

/** `measures`: where in a row targets and actual values stand for scoring; undefined in lists that are not scored. */
export type ListLayout = Readonly<{
  id: string
  columns: ReadonlyMap<string, Slot>
  width: number
  measures: number | undefined
}>

/** Which cells of a form a record holds: those that checks and scores read. */
export type RecordLayout = Readonly<{
  pack: Pack
  checks: readonly CompiledCheck[]
  fields: ReadonlyMap<string, Slot>
  lists: readonly ListLayout[]
}>

/** The layout of a pack's records, made once. */
export const findRecordLayout = onceFor((pack: Pack): RecordLayout => {
  const checks = findCompiledChecks(pack)
  const references = checks.flatMap(({ instances }) => instances.flatMap(({ dependencies }) => dependencies))
  return { pack, checks, fields: fieldSlots(references, pack), lists: listLayouts(references, pack) }
})

/** Decimals kept: one more than printed, so that half of the last digit is a whole number too. */
function scaleOf(type: FieldType, { amounts }: Pack): number {
  if (type === 'amount') return amounts.decimals + 1
  if (type === 'percent') return 6
  if (type === 'weight' || type === 'score' || type === 'area') return 3
  return 0
}

function fieldSlots(references: readonly Reference[], pack: Pack): ReadonlyMap<string, Slot> {
  const slots = new Map<string, Slot>()
  const add = (id: string, type: FieldType): void => {
    if (!slots.has(id)) slots.set(id, { index: slots.size, type, scale: scaleOf(type, pack) })
  }
  for (const reference of references) if (reference.kind === 'field') add(reference.id, reference.type)
  const { scoring } = pack
  if (scoring === undefined) return slots
  add(scoring.total, 'score')
  if (scoring.execution !== undefined) {
    add(scoring.execution.weight, 'weight')
    add(scoring.execution.score, 'score')
    add(scoring.execution.executed, 'amount')
    add(scoring.execution.budget, 'amount')
  }
  return slots
}

function listLayouts(references: readonly Reference[], pack: Pack): readonly ListLayout[] {
  const lists = new Map<string, Map<string, Slot>>()
  const add = (list: string, column: string, type: FieldType): void => {
    const columns = lists.get(list) ?? new Map<string, Slot>()
    lists.set(list, columns)
    if (!columns.has(column)) columns.set(column, { index: columns.size, type, scale: scaleOf(type, pack) })
  }
  for (const reference of references)
    if (reference.kind === 'cell') add(reference.list, reference.column, reference.type)
  if (pack.scoring !== undefined) {
    add('indicators', 'weight', 'weight')
    add('indicators', 'score', 'score')
  }
  return [...lists].map(([id, columns]): ListLayout => {
    const scored = id === 'indicators' && pack.scoring !== undefined
    const width = columns.size + (scored ? measureColumns : 0)
    return { id, columns, width, measures: scored ? columns.size : undefined }
  })
}
