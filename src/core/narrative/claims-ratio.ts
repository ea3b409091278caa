import type { Claim } from '../filing/claim.js'
import type { Fact } from '../filing/fact.js'
import { ratioRelation } from './relations.js'
import type { Statement } from './statement.js'
import { cleanLabel } from './vocabulary.js'

type RatioClaim = Extract<Claim, { kind: 'ratio' }>
type PartsClaim = Extract<Claim, { kind: 'parts' }>

/** 执行率, 控制率, 发放率 with the two figures they come from in the same sentence. */
export function findRatios(statements: readonly Statement[]): readonly RatioClaim[] {
  return statements.flatMap((rate, index) => {
    if (rate.unit !== '%' || rate.role.kind !== 'head') return []
    const label = cleanLabel(rate.label).replace(/(?:为|是|达到|达|约)+$/, '')
    if (!/率$/.test(label)) return []
    const before = statements
      .slice(0, index)
      .filter(
        ({ role, clause, sentence }) =>
          role.kind === 'head' && sentence === rate.sentence && clause === rate.clause,
      )
    const pair = figuresFor(label, before)
    if (pair === undefined) return []
    const { part, whole } = pair
    return [{ kind: 'ratio', part: part.fact, whole: whole.fact, rate: rate.fact, place: rate.fact.place }]
  })
}

type Pair = Readonly<{ part: Statement; whole: Statement }>

function figuresFor(label: string, before: readonly Statement[]): Pair | undefined {
  if (/控制率$/.test(label)) return /人员|编制|在职|^控制率/.test(label) ? staffPair(before) : undefined
  if (/(?:执行率|预算完成率|支出完成率|资金使用率|支付率)$/.test(label)) return executionPair(before)
  return doneOfAll(label, before)
}

function staffPair(before: readonly Statement[]): Pair | undefined {
  return only(
    before,
    (head) => head.reading.term === 'staffInPost' && head.reading.rest === '',
    (head) => head.reading.term === 'authorizedStaff' && head.reading.rest === '',
  )
}

function executionPair(before: readonly Statement[]): Pair | undefined {
  const money = before.filter(({ unit }) => /元$/.test(unit))
  const adjusted = money.filter(({ reading }) => reading.stage === 'adjustedBudget')
  const budgets =
    adjusted.length > 0 ? adjusted : money.filter(({ reading }) => reading.stage === 'initialBudget')
  const moved = money.some(({ label }) => /追加|调增|调减|结转|核减|下达|到位/.test(label))
  const executed = money.filter((head) => !budgets.includes(head) && isSpent(head))
  const [part, ...moreParts] = executed
  const [whole, ...moreWholes] = budgets
  if (part === undefined || whole === undefined || moreParts.length + moreWholes.length > 0) return undefined
  if (moved && adjusted.length === 0) return undefined
  return part.reading.rest === whole.reading.rest || part.reading.rest === '' || whole.reading.rest === ''
    ? { part, whole }
    : undefined
}

function isSpent({ reading, label }: Statement): boolean {
  return reading.stage === 'executedAmount' || (reading.stage === undefined && /支出|使用|支付/.test(label))
}

function only(
  before: readonly Statement[],
  isPart: (head: Statement) => boolean,
  isWhole: (head: Statement) => boolean,
): Pair | undefined {
  const [part, ...parts] = before.filter(isPart)
  const [whole, ...wholes] = before.filter(isWhole)
  if (part === undefined || whole === undefined || parts.length + wholes.length > 0) return undefined
  return { part, whole }
}

/** 建档8077人，发放7332张，发放率91%: the figure whose words bear the rate's verb, of the other one. */
function doneOfAll(label: string, before: readonly Statement[]): Pair | undefined {
  const verb = /([\u4e00-\u9fa5]{2})率$/.exec(label)?.[1]
  const [whole, part, ...more] = before
  if (verb === undefined || whole === undefined || part === undefined || more.length > 0) return undefined
  if ([whole, part].some(({ unit }) => /%|分/.test(unit)) || /元/.test(whole.unit) !== /元/.test(part.unit))
    return undefined
  if (/完成率$/.test(label) && /计划|目标|任务/.test(whole.label) && /实际|完成/.test(part.label))
    return whole.unit === part.unit ? { part, whole } : undefined
  if (!part.label.includes(verb) || whole.label.includes(verb)) return undefined
  const small = part.stated.value.digits < 10n && part.stated.value.scale === 0
  return small && whole.unit !== part.unit ? undefined : { part, whole }
}

/** 累计支付480万元，占到位资金500万元的96%: the whole is printed inside the words of the share. */
export function findInlineShares(statements: readonly Statement[]): readonly RatioClaim[] {
  return statements.flatMap((rate, index) => {
    const whole = statements[index - 1]
    if (whole === undefined || rate.unit !== '%' || rate.before.trim() !== '的') return []
    if (!/^[\s，,、（(]*(?:约|已|仅|只)?(?:占|为|完成|达到?)[^，,；;。]{0,20}$/.test(whole.before)) return []
    const heads = statements
      .slice(0, index - 1)
      .filter(
        ({ role, sentence, unit }) =>
          role.kind === 'head' && sentence === rate.sentence && unit === whole.unit,
      )
    const claims = heads.map(({ fact }) => ratioOf(fact, whole.fact, rate.fact))
    const [nearest] = claims.slice(-1)
    if (nearest === undefined || heads.at(-1)?.clause !== rate.clause) return []
    return [claims.findLast(ratioHolds) ?? nearest]
  })
}

function ratioOf(part: Fact, whole: Fact, rate: Fact): RatioClaim {
  return { kind: 'ratio', part, whole, rate, place: rate.place }
}

const doneWords = /整改|办结|解决|销号|完成|化解|答复|处置/
const allWords = /问题|信访|案件|提案|建议|线索|隐患|诉求|事项|投诉/

/** 问题40个，整改35个: what was done is part of what there was. */
export function findDonePairs(statements: readonly Statement[]): readonly PartsClaim[] {
  return statements.flatMap((whole, index) => {
    const part = statements[index + 1]
    if (
      part === undefined ||
      part.clause !== whole.clause ||
      part.unit !== whole.unit ||
      !/^[个件条项起处例]$/.test(whole.unit)
    )
      return []
    if (
      !/查摆|发现|排查|收到|受理|反馈|梳理|查找|承办|接到|交办|共有/.test(whole.label) ||
      !allWords.test(whole.label)
    )
      return []
    if (
      !/^(?:目前|现|已|均|其中|截至目前|全部)*(?:完成)?(?:整改|办结|解决|销号|化解|答复|处置)(?:落实|完成|到位)?$/.test(
        cleanLabel(part.label),
      )
    )
      return []
    if (!doneWords.test(part.label)) return []
    return [
      { kind: 'parts', whole: whole.fact, parts: [part.fact], exhaustive: false, place: part.fact.place },
    ]
  })
}

/** True when the figures give the rate, or nothing can be said. */
export function ratioHolds({ part, whole, rate }: RatioClaim): boolean {
  return ratioRelation(part, whole, rate, false)?.verdict !== 'violated'
}
