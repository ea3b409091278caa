import type { Pack } from '../pack/pack.js'
import { cellState, type FormRecord } from '../pack/record/form-record.js'
import { measureKind } from '../pack/record/measures.js'
import { findRecordLayout, type RecordLayout } from '../pack/record/record-layout.js'
import { type FormScore, scoreForm } from './score-form.js'

/**
 * Points of a form in thousandths; a row without points is -1. `exactOnly`: a figure is missing or does not fit plain
 * integers, and only `explain`, which also gives the derivation, knows the total.
 */
export type RecordScore = Readonly<{
  total: number
  exactOnly: boolean
  rows: readonly number[]
  explain: () => FormScore
}>

const unscored = -1

/** Compiles a pack's scoring for records; the same points as {@link scoreForm}, in plain integers where they suffice. */
export function compileRecordScore(pack: Pack): (record: FormRecord) => RecordScore {
  const layout = findRecordLayout(pack)
  const step = 10 ** (3 - (pack.scoring?.decimals ?? 2))
  const list = layout.lists.findIndex(({ id }) => id === 'indicators')
  const columns = layout.lists[list]
  const desk: Desk = {
    layout,
    step,
    list,
    width: columns?.width ?? 0,
    measures: columns?.measures ?? 0,
    weight: columns?.columns.get('weight')?.index ?? 0,
    score: columns?.columns.get('score')?.index ?? 0,
    allOrNothing: pack.scoring?.quantitative === 'allOrNothing',
    execution: executionSlots(layout),
  }
  return (record) => scoreRecord(record, desk)
}

type ExecutionSlots = Readonly<{ weight: number; score: number; executed: number; budget: number }>

type Desk = Readonly<{
  layout: RecordLayout
  step: number
  list: number
  width: number
  measures: number
  weight: number
  score: number
  allOrNothing: boolean
  execution: ExecutionSlots | undefined
}>

function executionSlots({ pack, fields }: RecordLayout): ExecutionSlots | undefined {
  const execution = pack.scoring?.execution
  if (execution === undefined) return undefined
  const at = (id: string): number => fields.get(id)?.index ?? 0
  return {
    weight: at(execution.weight),
    score: at(execution.score),
    executed: at(execution.executed),
    budget: at(execution.budget),
  }
}

function scoreRecord(record: FormRecord, desk: Desk): RecordScore {
  const first = record.starts[desk.list] ?? 0
  const count = desk.width === 0 ? 0 : ((record.starts[desk.list + 1] ?? 0) - first) / desk.width
  const rows: number[] = []
  let total = 0
  let scored = 0
  for (let row = 0; row <= count; row += 1) {
    const points =
      row === 0
        ? executionPoints(record, desk)
        : indicatorPoints(record, first + (row - 1) * desk.width, desk)
    rows.push(points)
    if (points === unscored) continue
    total += points
    scored += 1
  }
  const exactOnly = record.exactOnly || scored === 0 || !Number.isSafeInteger(total)
  return { total, exactOnly, rows, explain: () => scoreForm(record.form, desk.layout.pack) }
}

function executionPoints({ numbers, states }: FormRecord, { execution, step }: Desk): number {
  if (execution === undefined || states[execution.weight] === cellState.absent) return unscored
  const weight = numbers[execution.weight] ?? Number.NaN
  const stated = numbers[execution.score] ?? Number.NaN
  if (Number.isNaN(weight) && Number.isNaN(stated)) return unscored
  const executed = numbers[execution.executed] ?? Number.NaN
  const budget = numbers[execution.budget] ?? Number.NaN
  if (Number.isNaN(weight + executed + budget) || budget <= 0) return stated
  return executed >= budget ? weight : shareOf(weight, { part: executed, whole: budget }, step)
}

/** weight × part ÷ whole, rounded half up to the step; NaN when a product is no safe integer. */
function shareOf(
  weight: number,
  { part, whole }: Readonly<{ part: number; whole: number }>,
  step: number,
): number {
  const numerator = 2 * weight * part + whole * step
  const denominator = 2 * whole * step
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return Number.NaN
  let quotient = Math.floor(numerator / denominator)
  const rest = numerator - quotient * denominator
  if (rest < 0) quotient -= 1
  else if (rest >= denominator) quotient += 1
  return quotient * step
}

/** `start`: where the row begins. */
function indicatorPoints({ numbers }: FormRecord, start: number, desk: Desk): number {
  const weight = numbers[start + desk.weight] ?? Number.NaN
  const stated = numbers[start + desk.score] ?? Number.NaN
  if (Number.isNaN(weight)) return Number.isNaN(stated) ? unscored : stated
  const kind = numbers[start + desk.measures] ?? measureKind.stated
  const target = numbers[start + desk.measures + 1] ?? Number.NaN
  const actual = numbers[start + desk.measures + 2] ?? Number.NaN
  if (kind === measureKind.stated) return stated
  if (kind === measureKind.exact) return Number.NaN
  if (isMet(kind, actual, target)) return weight
  if (desk.allOrNothing) return 0
  if (target <= 0 || actual < 0) return stated
  return shareOf(weight, proportion(kind, actual, target), desk.step)
}

function isMet(kind: number, actual: number, target: number): boolean {
  if (kind === measureKind.atLeast) return actual >= target
  if (kind === measureKind.atMost) return actual <= target
  if (kind === measureKind.equal) return actual === target
  return kind === measureKind.moreThan ? actual > target : actual < target
}

function proportion(kind: number, actual: number, target: number): { part: number; whole: number } {
  if (kind === measureKind.atMost || kind === measureKind.lessThan)
    return { part: Math.min(target, actual), whole: actual }
  if (kind === measureKind.equal && actual > target)
    return { part: Math.max(0, 2 * target - actual), whole: target }
  return { part: Math.min(actual, target), whole: target }
}
