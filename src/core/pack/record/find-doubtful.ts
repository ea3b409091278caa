import type { ClaimRule } from '../language/rule.js'
import type { FormRecord } from './form-record.js'
import type { NodeScope } from './number-node.js'
import { type Accept, type CellTerm, linearOf } from './quick-accept.js'

const largest = Number.MAX_SAFE_INTEGER

/** Where the next row, from `from` up to `end`, begins whose claim is not plainly right; `end` or more when there is none. */
export type FindDoubtful = (record: FormRecord, from: number, end: number) => number

/** Goes through the rows of a list; claims over two cells of a row, the usual ones, run in one tight loop. */
export function compileFindDoubtful(
  claim: ClaimRule,
  accept: Accept,
  { scope, width }: RowScope,
): FindDoubtful {
  const pair = claim.kind === 'compare' && claim.sign !== '=' ? findPair(claim, scope) : undefined
  if (pair !== undefined) return findDoubtfulPair(pair, width)
  return (record, from, end) => {
    let row = from
    while (row < end && accept(record, row)) row += width
    return row
  }
}

type RowScope = Readonly<{ scope: NodeScope; width: number }>
/** `first + second + constant ≤ 0`; with one cell alone, the second is left out by a factor of 0. */
type Pair = Readonly<{ first: CellTerm; second: CellTerm | undefined; constant: number }>

function findPair(claim: Extract<ClaimRule, { kind: 'compare' }>, scope: NodeScope): Pair | undefined {
  const linear = linearOf(claim, scope)
  const [first, second] = linear?.cells ?? []
  if (linear === undefined || first === undefined || linear.columns.length > 0 || linear.cells.length > 2)
    return undefined
  if (second !== undefined && linear.constant !== 0) return undefined
  if (linear.cells.some(({ inRow, optional }) => !inRow || optional)) return undefined
  return { first, second, constant: linear.constant }
}

function findDoubtfulPair({ first, second, constant }: Pair, width: number): FindDoubtful {
  const [a, factor] = [first.at, first.factor]
  const [b, otherFactor] = [second?.at ?? first.at, second?.factor ?? 0]
  return ({ numbers }, from, end) => {
    let row = from
    for (; row < end; row += width) {
      const left = (numbers[row + a] ?? Number.NaN) * factor
      const right = (numbers[row + b] ?? Number.NaN) * otherFactor
      const safe = left <= largest && left >= -largest && right <= largest && right >= -largest
      if (!safe || !(left + right + constant <= 0)) break
    }
    return row
  }
}
