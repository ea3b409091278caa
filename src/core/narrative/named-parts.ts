import { sameDimension } from '../exact/unit.js'
import type { Claim } from '../filing/claim.js'
import { type Partition, partitions } from './partitions.js'
import type { Statement } from './statement.js'

export type PartsClaim = Extract<Claim, { kind: 'parts' }>

/** A whole with the figures that are said to be its parts; exhaustive ones are all of it. */
export type Group = Readonly<{ whole: Statement; parts: readonly Statement[]; exhaustive: boolean }>

/** 转移支付支出 is one kind of spending, not the whole that basic and project spending make up. */
function isOneKind({ reading, before }: Statement): boolean {
  return reading.rest !== '' && /其中|包括|包含/.test(before)
}

/** Groups that follow from what the terms mean: 基本支出 and 项目支出 after a total. */
export function namedGroups(whole: Statement, after: readonly Statement[]): readonly Group[] {
  return partitions.flatMap((candidate) => {
    if (!candidate.whole.includes(whole.reading.term ?? '') || isOneKind(whole)) return []
    const parts = partsByName(whole, after, candidate)
    return parts === undefined ? [] : [{ whole, parts, exhaustive: candidate.complete }]
  })
}

function partsByName(
  whole: Statement,
  after: readonly Statement[],
  wanted: Partition,
): readonly Statement[] | undefined {
  const reach = withinReach(whole, after, wanted)
  const required = wanted.required.map((term) => collect(whole, reach, term))
  if (required.some((found) => found.length === 0)) return undefined
  const optional = wanted.optional.flatMap((term) => collect(whole, reach, term).slice(0, 1))
  if (required.some((found, index) => found.length > 1 && wanted.required[index] !== 'otherStaff'))
    return undefined
  return [...required.flat(), ...optional]
}

/** 基本支出100万元，其中： with each part in a paragraph of its own below; `below` are their first figures. */
export function findPartsBelow(
  statements: readonly Statement[],
  below: readonly (Statement | undefined)[],
): readonly PartsClaim[] {
  const whole = statements.findLast(({ role }) => role.kind === 'head')
  if (whole === undefined || !/其中[:：]\s*$/.test(whole.paragraph.text.slice(whole.end))) return []
  return partitions.flatMap((candidate) => {
    if (!candidate.whole.includes(whole.reading.term ?? '') || isOneKind(whole)) return []
    const parts = leadingParts(whole, below, candidate)
    return parts === undefined ? [] : [claimOf({ whole, parts, exhaustive: candidate.complete })]
  })
}

function leadingParts(
  whole: Statement,
  below: readonly (Statement | undefined)[],
  wanted: Partition,
): readonly Statement[] | undefined {
  const terms = [...wanted.required, ...wanted.optional]
  const end = below.findIndex((head) => head === undefined || !terms.includes(head.reading.term ?? ''))
  const rows = (end < 0 ? below : below.slice(0, end)).filter((head) => head !== undefined)
  const found = wanted.required.map((term) => collect(whole, rows, term))
  if (found.some(({ length }) => length !== 1)) return undefined
  return [...found.flat(), ...wanted.optional.flatMap((term) => collect(whole, rows, term).slice(0, 1))]
}

/** The claim of a group. */
export function claimOf({ whole, parts, exhaustive }: Group): PartsClaim {
  return {
    kind: 'parts',
    whole: whole.fact,
    parts: parts.map(({ fact }) => fact),
    exhaustive,
    place: whole.fact.place,
  }
}

/** Up to the next number of the whole's own kind, or the end of its sentence. */
function withinReach(whole: Statement, after: readonly Statement[], wanted: Partition): readonly Statement[] {
  const next = after.findIndex(({ reading }) => wanted.whole.includes(reading.term ?? ''))
  const near = next < 0 ? after : after.slice(0, next)
  if (wanted.acrossSentences) return near
  return near.filter(({ sentence, before, clause }) =>
    sentence === whole.sentence ? clause === whole.clause || near.length > 0 : /^。其中/.test(before),
  )
}

function collect(whole: Statement, reach: readonly Statement[], term: string): readonly Statement[] {
  return reach.filter(
    ({ reading, unit, fact }) =>
      reading.term === term &&
      reading.rest === '' &&
      sameDimension(unit, whole.unit) &&
      fact.year === whole.fact.year &&
      (fact.stage === undefined || whole.fact.stage === undefined || fact.stage === whole.fact.stage) &&
      (reading.scope === undefined || reading.scope === whole.fact.scope),
  )
}
