import type { NumberRule, Reference } from '../language/rule.js'
import type { FormRecord } from './form-record.js'
import type { RecordLayout, Slot } from './record-layout.js'
import { sumNode } from './sum-node.js'

/** Which end of the interval: 0 the lowest, 1 as printed, 2 the highest value it can have been. */
export type Bound = 0 | 1 | 2

/**
 * An expression over records in plain integers; `row` is where the row in hand begins. After `run` returned true its value is `top ÷ bottom ÷ 10^scale`;
 * false means that plain integers cannot tell (a number missing or unsafe, a negative factor), not that it is wrong.
 */
export type NumberNode = {
  readonly scale: number
  top: number
  bottom: number
  readonly run: (bound: Bound, record: FormRecord, row: number) => boolean
}

const largest = Number.MAX_SAFE_INTEGER

/** False for unsafe integers and for NaN. */
export function isSafe(value: number): boolean {
  return value <= largest && value >= -largest
}

/** Where the cells of a reference stand. */
export type Cursor = Readonly<{ slot: Slot; inRow: boolean }>

/** Undefined when a record has no such cell: those expressions only run the exact way. */
export function findCursor(
  reference: Reference,
  layout: RecordLayout,
  list: string | undefined,
): Cursor | undefined {
  if (reference.kind === 'field') {
    const slot = layout.fields.get(reference.id)
    return slot && { slot, inRow: false }
  }
  if (reference.list !== list) return undefined
  const slot = layout.lists.find(({ id }) => id === list)?.columns.get(reference.column)
  return slot && { slot, inRow: true }
}

/** What compiling needs to know. `tolerant`: a lone score counts with its tolerance. */
export type NodeScope = Readonly<{ layout: RecordLayout; list: string | undefined; tolerant: boolean }>

/** Compiles an expression for records; undefined when it only runs the exact way. */
export function compileNode(rule: NumberRule, scope: NodeScope): NumberNode | undefined {
  const inner = { ...scope, tolerant: false }
  switch (rule.kind) {
    case 'constant': {
      const digits = Number(rule.value.digits)
      return Number.isSafeInteger(digits) ? constantNode(digits, rule.value.scale) : undefined
    }
    case 'reference':
      return referenceNode(rule.reference, scope)
    case 'sum':
      return sumNode(rule, inner)
    case 'binary': {
      const left = compileNode(rule.left, inner)
      const right = compileNode(rule.right, inner)
      return left && right && binaryNode(rule.sign, left, right)
    }
    case 'smallest': {
      const items = rule.items.map((item) => compileNode(item, inner))
      return items.reduce((left, right) => left && right && smallestNode(left, right))
    }
    default:
      return undefined
  }
}

function constantNode(digits: number, scale: number): NumberNode {
  return { scale, top: digits, bottom: 1, run: () => true }
}

function referenceNode(reference: Reference, { layout, list, tolerant }: NodeScope): NumberNode | undefined {
  const cursor = findCursor(reference, layout, list)
  if (cursor === undefined) return undefined
  const { inRow, slot } = cursor
  const widened = slot.type === 'score' ? tolerant : true
  const node: NumberNode = {
    scale: slot.scale,
    top: Number.NaN,
    bottom: 1,
    run(bound, record, row) {
      const at = inRow ? row + slot.index : slot.index
      const number = record.numbers[at] ?? Number.NaN
      node.top = bound === 1 || !widened ? number : number + (bound - 1) * (record.halves[at] ?? 0)
      return isSafe(node.top)
    },
  }
  return node
}

function binaryNode(sign: '+' | '-' | '×' | '÷', left: NumberNode, right: NumberNode): NumberNode {
  if (sign === '×' || sign === '÷') return sign === '×' ? productNode(left, right) : quotientNode(left, right)
  const scale = Math.max(left.scale, right.scale)
  const leftFactor = 10 ** (scale - left.scale)
  const rightFactor = (sign === '-' ? -1 : 1) * 10 ** (scale - right.scale)
  const node: NumberNode = {
    scale,
    top: Number.NaN,
    bottom: 1,
    run(bound, record, row) {
      const other = sign === '-' ? opposite(bound) : bound
      if (!left.run(bound, record, row) || !right.run(other, record, row)) return false
      const a = left.top * right.bottom * leftFactor
      const b = right.top * left.bottom * rightFactor
      node.top = a + b
      node.bottom = left.bottom * right.bottom
      return isSafe(a) && isSafe(b) && isSafe(node.top) && isSafe(node.bottom)
    },
  }
  return node
}

function opposite(bound: Bound): Bound {
  return bound === 1 ? 1 : bound === 0 ? 2 : 0
}

function productNode(left: NumberNode, right: NumberNode): NumberNode {
  const node: NumberNode = {
    scale: left.scale + right.scale,
    top: Number.NaN,
    bottom: 1,
    run(bound, record, row) {
      if (!left.run(bound, record, row) || !right.run(bound, record, row)) return false
      if (left.top < 0 || right.top < 0) return false
      node.top = left.top * right.top
      node.bottom = left.bottom * right.bottom
      return isSafe(node.top) && isSafe(node.bottom)
    },
  }
  return node
}

/** The divisor's whole interval must lie above zero. */
function quotientNode(left: NumberNode, right: NumberNode): NumberNode {
  const node: NumberNode = {
    scale: 0,
    top: Number.NaN,
    bottom: 1,
    run(bound, record, row) {
      if (!right.run(0, record, row) || right.top <= 0) return false
      if (!left.run(bound, record, row) || !right.run(opposite(bound), record, row)) return false
      if (left.top < 0) return false
      node.top = left.top * right.bottom * 10 ** Math.max(0, right.scale - left.scale)
      node.bottom = left.bottom * right.top * 10 ** Math.max(0, left.scale - right.scale)
      return isSafe(node.top) && isSafe(node.bottom)
    },
  }
  return node
}

function smallestNode(left: NumberNode, right: NumberNode): NumberNode {
  const scale = Math.max(left.scale, right.scale)
  const leftFactor = 10 ** (scale - left.scale)
  const rightFactor = 10 ** (scale - right.scale)
  const node: NumberNode = {
    scale,
    top: Number.NaN,
    bottom: 1,
    run(bound, record, row) {
      if (!left.run(bound, record, row) || !right.run(bound, record, row)) return false
      const [a, b] = [left.top * leftFactor, right.top * rightFactor]
      const [acrossLeft, acrossRight] = [a * right.bottom, b * left.bottom]
      if (!isSafe(acrossLeft) || !isSafe(acrossRight)) return false
      node.top = acrossLeft <= acrossRight ? a : b
      node.bottom = acrossLeft <= acrossRight ? left.bottom : right.bottom
      return true
    },
  }
  return node
}

/** Negative, zero or positive as left is less than, equal to or greater than right; NaN when it cannot be told. */
export function compareNodes(left: NumberNode, right: NumberNode): number {
  const a = left.top * right.bottom * 10 ** Math.max(0, right.scale - left.scale)
  const b = right.top * left.bottom * 10 ** Math.max(0, left.scale - right.scale)
  return isSafe(a) && isSafe(b) ? a - b : Number.NaN
}
