import type { ClaimRule, NumberRule, Reference } from '../language/rule.js'
import { cellState, type FormRecord } from './form-record.js'
import { findCursor, type NodeScope } from './number-node.js'

/** True when a claim certainly holds as printed; false says nothing, and the claim must be judged in full. */
export type Accept = (record: FormRecord, start: number) => boolean

/** One cell times a power of ten (with its sign). `optional`: an addend of a sum, which may be blank. */
export type CellTerm = Readonly<{ at: number; inRow: boolean; factor: number; optional: boolean }>
type ColumnTerm = Readonly<{ list: number; at: number; width: number; factor: number }>
/** Left minus right of a comparison, all at one scale. */
export type Linear = { cells: CellTerm[]; columns: ColumnTerm[]; constant: number; readonly scale: number }

const largest = Number.MAX_SAFE_INTEGER

/**
 * Most claims compare sums, and most hold: one subtraction of integers shows it. Undefined for claims with
 * products and quotients.
 */
export function compileAccept(claim: ClaimRule, scope: NodeScope): Accept | undefined {
  if (claim.kind === 'and') {
    const items = claim.items.map((item) => compileAccept(item, scope))
    const whole = items.filter((item) => item !== undefined)
    const [first, second] = whole
    if (whole.length < items.length || first === undefined) return undefined
    if (second === undefined) return first
    if (whole.length === 2) return (record, start) => first(record, start) && second(record, start)
    return (record, start) => whole.every((item) => item(record, start))
  }
  const linear = claim.kind === 'compare' ? linearOf(claim, scope) : undefined
  return linear && acceptLinear(linear, claim.kind === 'compare' && claim.sign === '=')
}

/** Left minus right, turned round for ≥; undefined when a side is not linear. */
export function linearOf(
  { sign, left, right }: Extract<ClaimRule, { kind: 'compare' }>,
  scope: NodeScope,
): Linear | undefined {
  if (sign !== '=' && sign !== '≤' && sign !== '≥') return undefined
  const scale = Math.max(scaleOf(left, scope), scaleOf(right, scope))
  const linear: Linear = { cells: [], columns: [], constant: 0, scale }
  const turned = sign === '≥' ? -1 : 1
  return collect(left, turned, { linear, scope }) && collect(right, -turned, { linear, scope })
    ? linear
    : undefined
}

/** The finest scale of a linear expression; NaN when it is not linear. */
function scaleOf(rule: NumberRule, scope: NodeScope): number {
  if (rule.kind === 'constant') return rule.value.scale
  if (rule.kind === 'reference') return slotScale(rule.reference, scope)
  if (rule.kind === 'sum') {
    const references = rule.terms.map((term) => (term.kind === 'one' ? term.reference : term.cell))
    return Math.max(...references.map((reference) => slotScale(reference, scope)))
  }
  if (rule.kind === 'binary' && (rule.sign === '+' || rule.sign === '-'))
    return Math.max(scaleOf(rule.left, scope), scaleOf(rule.right, scope))
  return Number.NaN
}

function slotScale(reference: Reference, { layout }: NodeScope): number {
  if (reference.kind === 'field') return layout.fields.get(reference.id)?.scale ?? Number.NaN
  const list = layout.lists.find(({ id }) => id === reference.list)
  return list?.columns.get(reference.column)?.scale ?? Number.NaN
}

type Collecting = Readonly<{ linear: Linear; scope: NodeScope }>

function collect(rule: NumberRule, sign: number, { linear, scope }: Collecting): boolean {
  if (Number.isNaN(linear.scale)) return false
  if (rule.kind === 'constant') {
    linear.constant += sign * Number(rule.value.digits) * 10 ** (linear.scale - rule.value.scale)
    return Math.abs(linear.constant) <= largest
  }
  if (rule.kind === 'reference')
    return collectCell(rule.reference, { sign, optional: false }, { linear, scope })
  if (rule.kind === 'binary') {
    const other = rule.sign === '-' ? -sign : sign
    return collect(rule.left, sign, { linear, scope }) && collect(rule.right, other, { linear, scope })
  }
  if (rule.kind !== 'sum') return false
  return rule.terms.every((term) => {
    if (term.kind === 'one') return collectCell(term.reference, { sign, optional: true }, { linear, scope })
    const list = scope.layout.lists.findIndex(({ id }) => id === term.cell.list)
    const slot = scope.layout.lists[list]?.columns.get(term.cell.column)
    if (slot === undefined || term.inGroup) return false
    const width = scope.layout.lists[list]?.width ?? 1
    linear.columns.push({ list, at: slot.index, width, factor: sign * 10 ** (linear.scale - slot.scale) })
    return true
  })
}

function collectCell(
  reference: Reference,
  { sign, optional }: Readonly<{ sign: number; optional: boolean }>,
  { linear, scope }: Collecting,
): boolean {
  const cursor = findCursor(reference, scope.layout, scope.list)
  if (cursor === undefined) return false
  const factor = sign * 10 ** (linear.scale - cursor.slot.scale)
  linear.cells.push({ at: cursor.slot.index, inRow: cursor.inRow, factor, optional })
  return true
}

function acceptLinear(linear: Linear, equal: boolean): Accept {
  const { cells, columns, constant } = linear
  const plain = columns.length === 0 && cells.every(({ optional }) => !optional)
  const [first, second] = cells
  if (plain && cells.length === 1 && first !== undefined) return acceptOne(first, constant, equal)
  if (plain && cells.length === 2 && constant === 0 && first !== undefined && second !== undefined)
    return acceptTwo(first, second, equal)
  return (record, start) => {
    const sum = sumCells(cells, { record, start }, constant)
    const all = sumColumns(columns, record, sum)
    return equal ? all === 0 : all <= 0
  }
}

function acceptOne({ at, inRow, factor }: CellTerm, constant: number, equal: boolean): Accept {
  return (record, start) => {
    const value = record.numbers[inRow ? start + at : at]
    const product = (value ?? Number.NaN) * factor
    const sum = product + constant
    const safe = product <= largest && product >= -largest
    return safe && (equal ? sum === 0 : sum <= 0)
  }
}

function acceptTwo(first: CellTerm, second: CellTerm, equal: boolean): Accept {
  const [a, b] = [first, second]
  return (record, start) => {
    const left = (record.numbers[a.inRow ? start + a.at : a.at] ?? Number.NaN) * a.factor
    const right = (record.numbers[b.inRow ? start + b.at : b.at] ?? Number.NaN) * b.factor
    const safe = left <= largest && left >= -largest && right <= largest && right >= -largest
    return safe && (equal ? left === -right : left <= -right)
  }
}

type Standing = Readonly<{ record: FormRecord; start: number }>

/** NaN when a cell is missing, when all addends are, or when a product is no safe integer. */
function sumCells(cells: readonly CellTerm[], { record, start }: Standing, constant: number): number {
  let sum = constant
  let optional = 0
  let found = 0
  for (const cell of cells) {
    const at = cell.inRow ? start + cell.at : cell.at
    if (cell.optional) {
      optional += 1
      if (record.states[at] === cellState.words) return Number.NaN
      if (record.states[at] !== cellState.number) continue
      found += 1
    }
    const product = (record.numbers[at] ?? Number.NaN) * cell.factor
    sum += product
    if (!(product <= largest && product >= -largest && sum <= largest && sum >= -largest)) return Number.NaN
  }
  return optional > 0 && found === 0 ? Number.NaN : sum
}

function sumColumns(columns: readonly ColumnTerm[], record: FormRecord, start: number): number {
  let sum = start
  for (const { list, at, width, factor } of columns) {
    const end = record.starts[list + 1] ?? 0
    let column = 0
    for (let index = (record.starts[list] ?? 0) + at; index < end; index += width)
      column += record.numbers[index] ?? Number.NaN
    const product = column * factor
    sum += product
    if (!(product <= largest && product >= -largest && sum <= largest && sum >= -largest)) return Number.NaN
  }
  return sum
}
