import type { NumberRule, Reference } from '../language/rule.js'
import { cellState, type FormRecord } from './form-record.js'
import { type Bound, findCursor, isSafe, type NodeScope, type NumberNode } from './number-node.js'
import type { RecordLayout, Slot } from './record-layout.js'

type SumRule = Extract<NumberRule, { kind: 'sum' }>
/** One cell, or a column of a list. */
type Addend = Readonly<{ slot: Slot; list: number; inRow: boolean; width: number }>

/** 合计: the filled cells among its addends; false when there is none, or words among them. */
export function sumNode({ terms }: SumRule, { layout, list }: NodeScope): NumberNode | undefined {
  const addends: Addend[] = []
  for (const term of terms) {
    const addend = term.kind === 'one' ? oneAddend(term.reference, layout, list) : undefined
    const column = term.kind === 'column' && !term.inGroup ? columnAddend(term.cell, layout) : undefined
    const found = addend ?? column
    if (found === undefined || found.slot.scale !== (addends[0] ?? found).slot.scale) return undefined
    addends.push(found)
  }
  const [first] = addends
  if (first === undefined) return undefined
  const node: NumberNode = {
    scale: first.slot.scale,
    top: Number.NaN,
    bottom: 1,
    run(bound, record, row) {
      running.total = 0
      running.count = 0
      for (const addend of addends) if (!addUp(addend, bound, { record, row })) return false
      node.top = running.total
      return running.count > 0 && isSafe(running.total)
    },
  }
  return node
}

const running = { total: 0, count: 0 }

function oneAddend(reference: Reference, layout: RecordLayout, list: string | undefined): Addend | undefined {
  const cursor = findCursor(reference, layout, list)
  return cursor && { slot: cursor.slot, list: -1, inRow: cursor.inRow, width: 0 }
}

function columnAddend(cell: { list: string; column: string }, layout: RecordLayout): Addend | undefined {
  const list = layout.lists.findIndex(({ id }) => id === cell.list)
  const slot = layout.lists[list]?.columns.get(cell.column)
  return slot && { slot, list, inRow: false, width: layout.lists[list]?.width ?? 0 }
}

function addUp(
  { slot, list, inRow, width }: Addend,
  bound: Bound,
  { record, row }: Readonly<{ record: FormRecord; row: number }>,
): boolean {
  const start = slot.index + (list >= 0 ? (record.starts[list] ?? 0) : inRow ? row : 0)
  const end = list >= 0 ? (record.starts[list + 1] ?? 0) : start + 1
  const widened = slot.type !== 'score' && bound !== 1
  for (let at = start; at < end; at += width || 1) {
    const state = record.states[at]
    if (state === cellState.number) {
      const number = record.numbers[at] ?? Number.NaN
      running.total += widened ? number + (bound - 1) * (record.halves[at] ?? 0) : number
      running.count += 1
      if (!isSafe(running.total)) return false
    } else if (state === cellState.words) return false
  }
  return true
}
