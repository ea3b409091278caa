import { type Cell, placeInTable } from '../document/document.js'
import { parseStated, type Stated } from '../exact/stated.js'
import type { FieldValue, FormRow } from '../filing/filing.js'
import type { FieldType } from '../pack/layout.js'
import type { Grid } from './grid.js'

/** What has been read from one table so far. Blocks add to it in the order of the pack. */
export type FormBeingRead = {
  readonly grid: Grid
  /** The year the table's headings speak of. */
  readonly year: number | undefined
  /** 万元 unless the form says otherwise. */
  readonly amountUnit: string
  readonly fields: Record<string, FieldValue>
  readonly lists: Record<string, FormRow[]>
  /** Cells that are labels or values of some field. */
  readonly taken: Set<Cell>
}

/** Takes a cell as a value: what is printed, what it says, in the unit of its kind. */
export function takeValue(read: FormBeingRead, cell: Cell, type: FieldType, text = cell.text): FieldValue {
  read.taken.add(cell)
  const stated = parseStated(text)
  return {
    text,
    stated,
    unit: unitOf(stated, type, read.amountUnit),
    place: placeInTable(read.grid.table, cell, text === '' ? cell.text : text),
  }
}

/** The unit of a cell: the one printed in it, else that of its kind. */
export function unitOf(stated: Stated, type: FieldType, amountUnit: string): string | undefined {
  if (stated.kind === 'number' && stated.unit !== undefined) return stated.unit
  if (type === 'amount') return amountUnit
  if (type === 'percent') return '%'
  if (type === 'weight' || type === 'score') return '分'
  if (type === 'count') return '人'
  return type === 'area' ? '㎡' : undefined
}
