import type { Claim } from '../filing/claim.js'
import type { Statement } from './statement.js'

type BalanceClaim = Extract<Claim, { kind: 'balance' }>

const sides = [
  ['totalRevenue', 'totalExpenditure'],
  ['appropriationRevenue', 'appropriationExpenditure'],
] as const

/**
 * Revenue and expenditure of one budget or one year's accounts, stated in one paragraph or in two that
 * follow each other.
 */
export function findBalances(
  statements: readonly Statement[],
  next: readonly Statement[],
): readonly BalanceClaim[] {
  const heads = statements.filter(({ role }) => role.kind === 'head')
  return heads.flatMap((revenue, index) => {
    const side = sides.find(([one]) => isSide(revenue, one))?.[1]
    if (side === undefined) return []
    const following = heads.slice(index + 1)
    const stop = following.findIndex(
      (head) => head.reading.term === revenue.reading.term && sameAccount(revenue, head),
    )
    const near = stop < 0 ? following : following.slice(0, stop)
    const here = near.find((head) => isSide(head, side))
    const expenditure = here ?? (near.length === 0 ? firstExpenditure(next, side) : undefined)
    if (expenditure === undefined || !sameAccount(revenue, expenditure)) return []
    return [balanceClaim(revenue, expenditure, heads)]
  })
}

function isSide({ reading, unit, fact }: Statement, term: string): boolean {
  return reading.term === term && reading.rest === '' && /元$/.test(unit) && fact.quantity === term
}

function firstExpenditure(next: readonly Statement[], side: string): Statement | undefined {
  const first = next[0]
  return first !== undefined && isSide(first, side) && first.reading.year !== undefined ? first : undefined
}

function sameAccount(left: Statement, right: Statement): boolean {
  return (
    left.fact.scope === right.fact.scope &&
    left.fact.year === right.fact.year &&
    left.fact.stage === right.fact.stage &&
    left.fact.subject === right.fact.subject
  )
}

function balanceClaim(revenue: Statement, expenditure: Statement, heads: readonly Statement[]): BalanceClaim {
  const named = (terms: readonly string[]): Statement | undefined =>
    heads.find(({ reading }) => terms.includes(reading.term ?? '') && reading.rest === '')
  const opening = named(['openingBalance'])
  const closing = named(['closingBalance', 'carryOver'])
  const words = revenue.paragraph.text + expenditure.paragraph.text
  return {
    kind: 'balance',
    revenue: revenue.fact,
    expenditure: expenditure.fact,
    ...(opening === undefined ? {} : { opening: opening.fact }),
    ...(closing === undefined ? {} : { closing: closing.fact }),
    carriesOver: /结转|结余|使用非财政拨款/.test(words),
    place: revenue.fact.place,
  }
}
