import { sameDimension } from '../exact/unit.js'
import { claimOf, type Group, namedGroups, type PartsClaim } from './named-parts.js'
import { belongsElsewhere, containedIn } from './partitions.js'
import type { Statement } from './statement.js'
import { cleanLabel } from './vocabulary.js'

/** 其中, 包括, 分别为 and wholes that are followed by all their parts by name. */
export function findParts(statements: readonly Statement[]): readonly PartsClaim[] {
  const heads = statements.filter(({ role }) => role.kind === 'head')
  const named = heads.flatMap((whole, index) => namedGroups(whole, heads.slice(index + 1)))
  const introduced = heads.flatMap((first, index) => introducedGroup(heads, index, first))
  const totals = heads.flatMap((total, index) => trailingTotal(heads, index, total))
  const extra = introduced.filter(({ whole, parts }) => !named.some((group) => covers(group, whole, parts)))
  return [...named, ...extra, ...totals].map(claimOf)
}

function covers(group: Group, whole: Statement, parts: readonly Statement[]): boolean {
  return group.whole === whole && parts.every((part) => group.parts.includes(part))
}

/** Words between a whole and the first of its parts. */
export const introduction =
  /^[\s，,。；;：:（(]*(?:其中|包括|包含|其中包括|具体包括|具体为|具体是|分别为|分别是|分别由|由)[，,：:]?/
const notAPart =
  /用于|上年|去年|比|较|人均|每|标准|增加|减少|增长|下降|降低|累计|历年|不超过|同期|预算|决算|执行|完成|达/

function introducedGroup(heads: readonly Statement[], index: number, first: Statement): readonly Group[] {
  const whole = wholeNamed(heads.slice(0, index), first)
  if (whole === undefined || !introduction.test(first.before) || !isPart(whole, first)) return []
  const parts = [first]
  for (const next of heads.slice(index + 1)) {
    if (!continues(first, next) || !isPart(whole, next)) break
    parts.push(next)
  }
  const exhaustive = /分别[为是]/.test(first.before) ? parts.length > 1 : isClosedList(whole, parts)
  return [{ whole, parts: withoutInner(parts), exhaustive }]
}

/** 人员经费 beside 基本支出 is already inside it and not added again. */
function withoutInner(parts: readonly Statement[]): readonly Statement[] {
  const terms = parts.map(({ reading }) => reading.term)
  return parts.filter(
    ({ reading }) => !containedIn(reading.term ?? '').some((outer) => terms.includes(outer)),
  )
}

/** A figure given as a reason or a use is not what 其中 speaks of. */
const asideWords = /原因|因为|由于|主要是|用于|控制在|不超过|目标|计划/

/** The number directly before 其中; with 其中基本支出中… the one that bears that name. */
function wholeNamed(before: readonly Statement[], first: Statement): Statement | undefined {
  const name = /(?:其中)[:：]?(.{2,12}(?:支出|经费))中/.exec(cleanLabel(first.label))?.[1]
  const last = before.findLast(({ label }) => !asideWords.test(label))
  if (name === undefined) return last !== undefined && isNearWhole(before, last, first) ? last : undefined
  return before.findLast(({ label }) => cleanLabel(label).endsWith(name))
}

/** In the sentence before, 其中 may mean any of several figures. */
function isNearWhole(before: readonly Statement[], last: Statement, first: Statement): boolean {
  if (first.sentence === last.sentence) return true
  if (first.sentence - last.sentence > 1) return false
  return !before.some(
    (other) => other !== last && other.sentence === last.sentence && sameDimension(other.unit, last.unit),
  )
}

function continues(first: Statement, next: Statement): boolean {
  if (next.sentence !== first.sentence || introduction.test(next.before)) return false
  if (/[(（]/.test(first.before) && /[)）]/.test(next.before)) return false
  return (
    next.clause === first.clause || (/[:：]/.test(first.before) && /^[^。]{0,120}[；;]/.test(next.before))
  )
}

function isPart(whole: Statement, part: Statement): boolean {
  const words = cleanLabel(part.label).replace(/政府性?基金预算|一般公共预算|公共预算|国有资本经营预算/g, '')
  return (
    sameDimension(whole.unit, part.unit) &&
    part.unit !== '%' &&
    part.stated.approximation !== 'orMore' &&
    !/^[万亿](?!元|人|$)/.test(part.unit) &&
    !notAPart.test(words) &&
    !belongsElsewhere(part.reading.term, whole.reading.term) &&
    (part.reading.year === undefined || part.fact.year === whole.fact.year) &&
    (part.reading.term === undefined ||
      part.reading.term !== whole.reading.term ||
      part.reading.rest !== '' ||
      part.reading.scope !== undefined)
  )
}

/** A list that ends with 其他, or revenue by all budgets, is complete. */
function isClosedList(whole: Statement, parts: readonly Statement[]): boolean {
  if (parts.length < 2 || !/元$/.test(whole.unit)) return false
  if (
    parts.some(({ label }) =>
      /^(?:其中)?其他(?:收入|支出|费用|项目|资金|经费|各项支出)?(?:为|共|共计)?$/.test(cleanLabel(label)),
    )
  )
    return true
  const scopes = new Set(parts.map(({ reading }) => reading.scope))
  return (
    whole.reading.term === 'totalRevenue' &&
    whole.reading.scope === undefined &&
    scopes.has('generalPublicBudget') &&
    scopes.has('governmentFundBudget') &&
    scopes.has('stateCapitalBudget')
  )
}

/** A x万元，B y万元，共计z万元: a bare total behind a list. Standards (每人, 按) make the list no sum. */
function trailingTotal(heads: readonly Statement[], index: number, total: Statement): readonly Group[] {
  if (!/^(?:以上)?(?:共计|合计|总计)(?:为|资金|金额|安排|下达)*$/.test(cleanLabel(total.label))) return []
  const sentence = heads.slice(0, index).filter((head) => head.clause === total.clause)
  const parts = sentence.filter((head) => head.unit === total.unit)
  const text = total.paragraph.text.slice(sentence[0]?.labelStart ?? 0, total.end)
  if (parts.length < 2 || /每|按|人均|标准|其中|\/|各|分别|包括|预算|追加|调/.test(text)) return []
  return [{ whole: total, parts, exhaustive: true }]
}
