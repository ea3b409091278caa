import { type Decimal, powerOfTen } from '../../exact/decimal.js'
import type { FieldValue, Form } from '../../filing/filing.js'
import { readNumber } from '../language/form-values.js'
import { readMeasures } from './measures.js'
import type { RecordLayout, Slot } from './record-layout.js'

/** What stands in a cell of a record. */
export const cellState = { absent: 0, blank: 1, number: 2, mark: 3, words: 4 } as const

/**
 * A form as plain integers for checking many at once: first its single cells, then its lists row by row.
 * `exactOnly`: some number does not fit (too fine, too large, 约), so this form goes the exact way.
 */
export type FormRecord = Readonly<{
  form: Form
  /** At the scale of their slot; NaN where there is no number. */
  numbers: Float64Array
  /** Half of the last printed digit; of a score its tolerance. */
  halves: Int32Array
  states: Uint8Array
  /** Where each list begins; one more for the end of the last. */
  starts: readonly number[]
  exactOnly: boolean
}>

type Reading = { exactOnly: boolean }

/** Reads a form into a record. Nothing is lost: the form stays with it for messages and for the exact way. */
export function readRecord(form: Form, layout: RecordLayout): FormRecord {
  const reading: Reading = { exactOnly: false }
  const unit = layout.pack.amounts.unit
  const starts = startsOf(form, layout)
  const size = starts.at(-1) ?? 0
  const cells = {
    numbers: new Float64Array(size).fill(Number.NaN),
    halves: new Int32Array(size),
    states: new Uint8Array(size),
  }
  for (const [id, slot] of layout.fields)
    readCell(form.fields[id], { slot, at: slot.index, cells, unit }, reading)
  for (const [index, { id, columns, width, measures }] of layout.lists.entries())
    for (const [number, row] of (form.lists[id] ?? []).entries()) {
      const start = (starts[index] ?? 0) + number * width
      for (const [column, slot] of columns)
        readCell(row[column], { slot, at: start + slot.index, cells, unit }, reading)
      if (measures !== undefined) readMeasures(row, cells.numbers, start + measures)
    }
  return { form, ...cells, starts, exactOnly: reading.exactOnly }
}

function startsOf(form: Form, layout: RecordLayout): readonly number[] {
  const starts = [layout.fields.size]
  for (const { id, width } of layout.lists)
    starts.push((starts.at(-1) ?? 0) + width * (form.lists[id] ?? []).length)
  return starts
}

type Cells = Pick<FormRecord, 'numbers' | 'halves' | 'states'>
type Target = Readonly<{ slot: Slot; at: number; cells: Cells; unit: string }>

function readCell(cell: FieldValue | undefined, { slot, at, cells, unit }: Target, reading: Reading): void {
  if (cell === undefined) return
  const { kind } = cell.stated
  cells.states[at] = kind === 'blank' ? cellState.blank : kind === 'text' ? cellState.words : cellState.mark
  if (cell.stated.kind !== 'number') return
  const known = readNumber(cell, slot.type, unit)
  const digits = known && digitsAt(known.value, slot.scale)
  if (known === undefined || digits === undefined || cell.stated.approximation !== undefined) {
    reading.exactOnly = true
    return
  }
  cells.states[at] = cellState.number
  cells.numbers[at] = digits
  cells.halves[at] = halfOf(known.value, slot)
}

/** The integer at a scale; undefined when it has more decimals than fit, or is no safe integer. */
function digitsAt(value: Decimal, scale: number): number | undefined {
  const spare = value.scale - scale
  const digits = spare > 0 ? value.digits / powerOfTen(spare) : value.digits * powerOfTen(-spare)
  if (spare > 0 && digits * powerOfTen(spare) !== value.digits) return undefined
  const number = Number(digits)
  return Number.isSafeInteger(number) && halfFits(value, scale) ? number : undefined
}

function halfFits(value: Decimal, scale: number): boolean {
  return scale === 0 || value.scale < scale
}

function halfOf({ scale }: Decimal, slot: Slot): number {
  if (slot.type === 'score') return scale === 1 ? 50 : 10
  if (slot.type === 'weight' || slot.type === 'count') return 0
  return 5 * 10 ** (slot.scale - scale - 1)
}
