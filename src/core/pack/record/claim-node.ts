import type { Verdict } from '../../exact/interval.js'
import type { ClaimRule, Reference } from '../language/rule.js'
import { cellState, type FormRecord } from './form-record.js'
import { compareNodes, compileNode, findCursor, type NodeScope, type NumberNode } from './number-node.js'

/** `exact`: plain integers cannot tell, ask the exact evaluator. */
export type QuickVerdict = Verdict | 'exact'
export type ClaimNode = (record: FormRecord, row: number) => QuickVerdict

type CompareRule = Extract<ClaimRule, { kind: 'compare' }>

/** Compiles a claim for records; undefined when some part only runs the exact way. */
export function compileClaim(claim: ClaimRule, scope: NodeScope): ClaimNode | undefined {
  if (claim.kind === 'filled') return compileFilled(claim.reference, claim.wanted, scope)
  if (claim.kind === 'compare') return compileComparison(claim, scope)
  if (claim.kind === 'or') return undefined
  const items = claim.items.map((item) => compileClaim(item, scope)).filter((item) => item !== undefined)
  if (items.length < claim.items.length) return undefined
  return (record, row) => {
    let worst: QuickVerdict = 'holds'
    for (const item of items) {
      const verdict = item(record, row)
      if (verdict === 'exact') return 'exact'
      if (verdict === 'violated' || worst === 'holds') worst = verdict
    }
    return worst
  }
}

function compileFilled(
  reference: Reference,
  wanted: boolean,
  { layout, list }: NodeScope,
): ClaimNode | undefined {
  const cursor = findCursor(reference, layout, list)
  if (cursor === undefined) return undefined
  const { inRow, slot } = cursor
  return (record, row) => {
    const state = inRow ? record.states[row + slot.index] : record.states[slot.index]
    if (state === cellState.absent) return 'exact'
    return (state !== cellState.blank) === wanted ? 'holds' : 'violated'
  }
}

function compileComparison({ sign, left, right }: CompareRule, scope: NodeScope): ClaimNode | undefined {
  const tolerant = sign === '='
  const a = compileNode(left, { ...scope, tolerant })
  const b = compileNode(right, { ...scope, tolerant })
  if (a === undefined || b === undefined) return undefined
  if (sign === '=') return equalNode(a, b)
  if (sign === '≤') return atMostNode(a, b)
  if (sign === '≥') return atMostNode(b, a)
  return undefined
}

function equalNode(left: NumberNode, right: NumberNode): ClaimNode {
  return (record, row) => {
    if (!left.run(1, record, row) || !right.run(1, record, row)) return 'exact'
    const difference = compareNodes(left, right)
    if (difference === 0) return 'holds'
    if (Number.isNaN(difference)) return 'exact'
    const [lower, upper] = difference < 0 ? [left, right] : [right, left]
    return reaches(lower, upper, { record, row })
  }
}

/** `rounding` when the highest of the lower meets the lowest of the upper. */
function reaches(
  lower: NumberNode,
  upper: NumberNode,
  { record, row }: Readonly<{ record: FormRecord; row: number }>,
): QuickVerdict {
  if (!lower.run(2, record, row) || !upper.run(0, record, row)) return 'exact'
  const gap = compareNodes(lower, upper)
  if (Number.isNaN(gap)) return 'exact'
  return gap >= 0 ? 'rounding' : 'violated'
}

function atMostNode(left: NumberNode, right: NumberNode): ClaimNode {
  return (record, row) => {
    if (!left.run(1, record, row) || !right.run(1, record, row)) return 'exact'
    const difference = compareNodes(left, right)
    if (difference <= 0) return 'holds'
    return Number.isNaN(difference) ? 'exact' : reaches(right, left, { record, row })
  }
}

/** Whether a condition is met as printed; undefined when plain integers cannot tell. */
export type ConditionNode = (record: FormRecord, row: number) => boolean | undefined

/** Compiles a condition for records; undefined when some part only runs the exact way. */
export function compileCondition(condition: ClaimRule, scope: NodeScope): ConditionNode | undefined {
  if (condition.kind === 'filled') {
    const filled = compileFilled(condition.reference, condition.wanted, scope)
    return filled && ((record, row) => toAnswer(filled(record, row)))
  }
  if (condition.kind !== 'compare') return undefined
  const left = compileNode(condition.left, scope)
  const right = compileNode(condition.right, scope)
  if (left === undefined || right === undefined) return undefined
  const { sign } = condition
  return (record, row) => {
    if (!left.run(1, record, row) || !right.run(1, record, row)) return undefined
    const difference = compareNodes(left, right)
    if (Number.isNaN(difference)) return undefined
    if (sign === '=' || sign === '≠') return (difference === 0) === (sign === '=')
    if (sign === '≤' || sign === '≥') return sign === '≤' ? difference <= 0 : difference >= 0
    return sign === '<' ? difference < 0 : difference > 0
  }
}

function toAnswer(verdict: QuickVerdict): boolean | undefined {
  return verdict === 'exact' ? undefined : verdict === 'holds'
}
