import { sameDimension } from '../exact/unit.js'
import type { Claim } from '../filing/claim.js'
import type { Fact } from '../filing/fact.js'
import { introduction } from './claims-parts.js'
import type { Statement } from './statement.js'
import { findStage, readLabel } from './vocabulary.js'

type ShareClaim = Extract<Claim, { kind: 'share' }>
type PartsClaim = Extract<Claim, { kind: 'parts' }>

/** 占总支出的96.80%, 分别占60%和40%, 完成年初预算的98%. */
export function findShares(
  statements: readonly Statement[],
  parts: readonly PartsClaim[],
): readonly ShareClaim[] {
  const claims: ShareClaim[] = []
  statements.forEach((statement, index) => {
    const { role } = statement
    if (role.kind !== 'share' && role.kind !== 'completion') return
    const run = shareRun(statements, index)
    const heads = headsFor(statements, index, run.length)
    const label = role.kind === 'share' ? role.wholeLabel : role.of
    run.forEach((share, position) => {
      const part = heads[position]
      if (part === undefined) return
      const whole =
        label === ''
          ? wholeOfList(statements.slice(0, index), part, parts)
          : wholeFor(statements.slice(0, index), part, label)?.fact
      claims.push({
        kind: 'share',
        part: part.fact,
        whole,
        wholeLabel: label,
        share: share.fact,
        place: share.fact.place,
      })
    })
  })
  return claims
}

/** 分别占60%和40%: the shares that follow with nothing but 和 or 、 between. */
function shareRun(statements: readonly Statement[], index: number): readonly Statement[] {
  const first = statements[index]
  if (first === undefined) return []
  if (!/分别/.test(first.before)) return [first]
  const run = [first]
  for (const next of statements.slice(index + 1)) {
    if (next.unit !== '%' || !/^[、，,和及与]+$/.test(next.before.trim())) break
    run.push(next)
  }
  return run
}

function headsFor(statements: readonly Statement[], index: number, wanted: number): readonly Statement[] {
  const here = statements[index]
  const heads = statements
    .slice(0, index)
    .filter(({ role, clause, unit }) => role.kind === 'head' && clause === here?.clause && unit !== '%')
  return wanted > heads.length ? [] : heads.slice(-wanted)
}

/** 占60% without saying of what: of the whole whose parts are being listed. */
function wholeOfList(
  before: readonly Statement[],
  part: Statement,
  parts: readonly PartsClaim[],
): Fact | undefined {
  const listed = parts.find((claim) => claim.parts.includes(part.fact))?.whole
  if (listed !== undefined) return listed
  const heads = before.filter(({ role, sentence }) => role.kind === 'head' && sentence === part.sentence)
  const first = heads.findLastIndex((head) => introduction.test(head.before))
  const whole = heads
    .slice(0, Math.max(first, 0))
    .findLast(({ label }) => !/原因|因为|由于|主要是|用于/.test(label))
  return whole !== undefined && heads.indexOf(part) >= first && sameDimension(whole.unit, part.unit)
    ? whole.fact
    : undefined
}

/** The figure the share is taken of, where the paragraph has stated it. */
function wholeFor(before: readonly Statement[], part: Statement, label: string): Statement | undefined {
  const others = before.filter(
    (candidate) =>
      candidate.role.kind === 'head' && candidate !== part && candidate.fact.stated !== part.fact.stated,
  )
  if (label.includes('预算')) {
    const stage = findStage(label)
    const last = others.at(-1)
    return others.findLast(
      (other) =>
        other.fact.stage === stage &&
        other.clause === part.clause &&
        (sameThing(other.fact, part.fact) || (other === last && isBareSpendingOf(part, other))),
    )
  }
  const reading = readLabel(label)
  if (reading.term === undefined || reading.rest !== '') return undefined
  return others.findLast(
    (other) =>
      other.reading.term === reading.term &&
      other.reading.rest === '' &&
      other.fact.year === part.fact.year &&
      other.fact.stage === part.fact.stage &&
      (reading.scope === undefined || other.reading.scope === reading.scope) &&
      (other.reading.scope === undefined ||
        other.reading.scope === part.reading.scope ||
        other.fact.scope === part.fact.scope),
  )
}

/** 年初预算为256万元，支出决算为200万元: the two stages of one thing, named before them or not at all. */
function isBareSpendingOf(part: Statement, budget: Statement): boolean {
  const bare = part.reading.rest === '' && ['totalExpenditure', undefined].includes(part.reading.term)
  return (
    bare &&
    part.fact.stage === 'executedAmount' &&
    part.fact.quantity === 'other' &&
    budget.fact.quantity === 'other' &&
    part.fact.year === budget.fact.year &&
    !/[、和及]/.test(part.before)
  )
}

function sameThing(left: Fact, right: Fact): boolean {
  return (
    left.quantity === right.quantity &&
    left.quantity !== 'other' &&
    left.subject === right.subject &&
    left.year === right.year
  )
}
