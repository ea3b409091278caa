import type { Place } from '../document/document.js'
import { sameDimension } from '../exact/unit.js'
import type { Claim } from '../filing/claim.js'
import type { Fact } from '../filing/fact.js'
import { changeRateRelation } from './relations.js'
import type { Statement } from './statement.js'
import { cleanLabel, readLabel } from './vocabulary.js'

type ChangeClaim = Extract<Claim, { kind: 'change' }>

const level =
  /^[\s，,（(；;]*(?:与|同|和|较|比)?(?:上一?年度?|去年度?|(?:19|20)\d\d年度?)(?:同期|度|数|决算数?)*(?:相比|比较)?[，,]?(?:数额|金额|人数)?(?:均)?(?:持平|一致|无变化|没有变化|无增减|无增减变化)/

/** 比上年减少 x，降低 y%, in either order; 与上年持平. */
export function findChanges(statements: readonly Statement[], text: string): readonly ChangeClaim[] {
  const claims: ChangeClaim[] = []
  const taken = new Set<Statement>()
  for (let index = 0; index < statements.length; index += 1) {
    const statement = statements[index]
    if (statement === undefined) continue
    if (level.test(text.slice(statement.end))) pushLevel(claims, statements, index)
    if (statement.role.kind !== 'change') continue
    const run = changeRun(statements, index)
    const claim = changeClaim({ statements, index, run, taken })
    if (claim !== undefined) claims.push(claim)
    index += run.length - 1
    const last = run.at(-1)
    if (last !== undefined && level.test(text.slice(last.end))) continue
  }
  return claims
}

function pushLevel(claims: ChangeClaim[], statements: readonly Statement[], index: number): void {
  const head = headsBefore(statements, index + 1)[0]
  if (head === undefined) return
  const { fact } = head
  claims.push({
    kind: 'change',
    current: fact,
    direction: 'level',
    amount: undefined,
    rate: undefined,
    against: 'priorYear',
    place: fact.place,
  })
}

/** The amount and the rate of one change: at most two neighbours of different kind. */
function changeRun(statements: readonly Statement[], index: number): readonly Statement[] {
  const first = statements[index]
  const second = statements[index + 1]
  if (first === undefined) return []
  if (second?.role.kind !== 'change' || second.clause !== first.clause) return [first]
  if ((first.unit === '%') === (second.unit === '%')) return [first]
  return /[比较]|同比/.test(second.before) && !/[比较]|同比/.test(first.before) ? [first] : [first, second]
}

/** Heads of the same clause, nearest first; of the sentence before when it has only one and nothing lies between. */
function headsBefore(statements: readonly Statement[], index: number): readonly Statement[] {
  const here = statements[index] ?? statements[index - 1]
  if (here === undefined) return []
  const heads = statements.slice(0, index).filter(({ role }) => role.kind === 'head')
  const near = heads.filter(({ clause }) => clause === here.clause).reverse()
  if (near.length > 0) return near
  const before = heads.filter(({ clause }) => clause === here.clause - 1)
  return before.length === 1 && /^[。；;]/.test(here.before) ? before : []
}

type ChangeInput = Readonly<{
  statements: readonly Statement[]
  index: number
  run: readonly Statement[]
  taken: Set<Statement>
}>

function changeClaim({ statements, index, run, taken }: ChangeInput): ChangeClaim | undefined {
  const first = run[0]
  if (first === undefined || first.role.kind !== 'change') return undefined
  const amount = run.find(({ unit }) => unit !== '%' && !/百分点/.test(unit))?.fact
  const rate = run.find(({ unit }) => unit === '%')?.fact
  const { direction, against, named } = first.role
  const printedBase = statements[index - 1]
  const base = printedBase?.role.kind === 'base' ? printedBase.fact : undefined
  const heads = headsBefore(statements, index).filter(
    (head) => fits(head, amount, rate) && !/%|分$/.test(head.unit) && isNamed(head, named),
  )
  const pick = pickHead(
    heads.filter((head) => !taken.has(head)),
    { direction, amount, rate, base },
  )
  if (pick === undefined) return undefined
  taken.add(pick.current)
  const claim = {
    kind: 'change',
    current: pick.current.fact,
    direction,
    amount,
    rate,
    against,
    place: placeOf(run),
  } as const
  return pick.base === undefined ? claim : { ...claim, base: pick.base }
}

/** 总支出比上年…: the figure that bears this name. */
function isNamed(head: Statement, named: string | undefined): boolean {
  return (
    named === undefined ||
    cleanLabel(head.label).includes(named) ||
    readLabel(named).term === head.reading.term
  )
}

function placeOf(run: readonly Statement[]): Place {
  const last = run.at(-1)
  const first = run[0]
  if (first === undefined || last === undefined) throw new RangeError('a change without numbers')
  const { paragraph } = first
  const start = first.labelStart
  return { ...first.fact.place, quote: paragraph.text.slice(start, last.end).trim() }
}

function fits(head: Statement, amount: Fact | undefined, rate: Fact | undefined): boolean {
  if (head.stated.approximation === 'orMore' || /控制在|不超过|原因|由于/.test(head.label)) return false
  return amount === undefined ? rate !== undefined : sameDimension(head.unit, amount.unit)
}

type Measure = Readonly<{
  direction: 'more' | 'less'
  amount: Fact | undefined
  rate: Fact | undefined
  base: Fact | undefined
}>
type Pick = Readonly<{ current: Statement; base: Fact | undefined }>

/**
 * The figure that changed. Nearest first; a farther one of the clause only when it agrees and the nearest
 * does not. A figure of last year is the base of the one beside it.
 */
function pickHead(heads: readonly Statement[], measure: Measure): Pick | undefined {
  const newest = Math.max(...heads.map(({ fact }) => fact.year ?? 0))
  const isPrior = (head: Statement): boolean =>
    isNamedPrior(head) || (head.reading.year !== undefined && head.fact.year === newest - 1)
  const current = heads.filter((head) => !isPrior(head))
  const prior = heads.find(isPrior)
  const nearest = current[0]
  if (nearest === undefined) return undefined
  const base = measure.base ?? (prior !== undefined && isPartner(nearest, prior) ? prior.fact : undefined)
  if (measure.amount === undefined || measure.rate === undefined) return { current: nearest, base }
  const agreeing = current.find((head) => agrees(head.fact, measure))
  return {
    current: agreeing ?? nearest,
    base: agreeing === undefined || agreeing === nearest ? base : measure.base,
  }
}

function isNamedPrior(head: Statement): boolean {
  return head.reading.year === -1 && head.reading.term !== 'openingBalance'
}

function isPartner(current: Statement, prior: Statement): boolean {
  const bare = prior.reading.term === undefined || prior.reading.rest === ''
  return bare && (prior.reading.term === undefined || prior.reading.term === current.reading.term)
}

function agrees(current: Fact, { direction, amount, rate }: Measure): boolean {
  if (amount === undefined || rate === undefined) return false
  const relation = changeRateRelation(current, { direction, amount }, rate)
  return relation !== undefined && relation.verdict !== 'violated'
}
