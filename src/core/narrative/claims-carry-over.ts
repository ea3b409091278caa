import { placeInParagraph } from '../document/document.js'
import { decimal } from '../exact/decimal.js'
import { dimensionOf } from '../exact/unit.js'
import type { Claim } from '../filing/claim.js'
import type { Fact } from '../filing/fact.js'
import { negated } from './relations.js'
import type { Statement } from './statement.js'
import { cleanLabel } from './vocabulary.js'

type CarryOverClaim = Extract<Claim, { kind: 'carryOver' }>
type Part = 'initial' | 'adjusted' | 'increase' | 'decrease' | 'executed' | 'carryOver' | 'opening'

const increase = /(?:调增|追加|增加|调整增加|新增|增拨|增补)(?:预算|指标|资金|金额|数)*(?:为|了)?$/
const decrease =
  /(?:调减|核减|压减|减少|收回|调整减少|上缴|缴回|退回|交回|统筹)(?:预算|指标|资金|金额|财政|数)*(?:为|了)?$/
const carriedOver =
  /(?:结转|结余|剩余|余额|尚余|节余)(?:资金|金额|数|下年|下年度|使用|和结余|结余|结转)*(?:为|了)?$/
const nothingLeft =
  /(?:无|没有|未产生|未形成|零)(?:资金|年末|任何)*(?:结转和?结余|结余和?结转|结转|结余|剩余)/
const elsewhere = /直拨|直接拨付(?:至|到|给)|直达(?:街道|乡镇|镇|县)|在[我本].{0,6}(?:无|没有)(?:决算|支出)/

/** 年初预算 + 调整 − 支出 = 结转, set out in one sentence for one project or for the unit. */
export function findCarryOvers(
  statements: readonly Statement[],
  text: string,
  project: string | undefined,
): readonly CarryOverClaim[] {
  const heads = statements.filter(({ role, unit }) => role.kind === 'head' && dimensionOf(unit) === 'money')
  const sentences = [...new Set(heads.map(({ sentence }) => sentence))]
  return sentences.flatMap((sentence) => {
    const claim = readSentence(
      heads.filter((head) => head.sentence === sentence),
      text,
      project,
    )
    return claim === undefined ? [] : [claim]
  })
}

function readSentence(
  heads: readonly Statement[],
  text: string,
  project: string | undefined,
): CarryOverClaim | undefined {
  const first = heads[0]
  if (first === undefined) return undefined
  const words = sentenceWords(text, first)
  const parts = heads.map((head) => ({ head, part: partOf(head, words) }))
  if (
    parts.some(
      ({ part, head }) => part === undefined && head.reading.rest === '' && head.reading.term !== undefined,
    )
  )
    return undefined
  const found = (wanted: Part): readonly Fact[] =>
    parts.filter(({ part }) => part === wanted).map(({ head }) => head.fact)
  const single = (wanted: Part): Fact | undefined => found(wanted)[0]
  if ((['initial', 'adjusted', 'executed', 'carryOver'] as const).some((part) => found(part).length > 1))
    return undefined
  const adjustments = [...found('increase'), ...found('opening'), ...found('decrease').map(negated)]
  const [initial, adjusted, executed] = [single('initial'), single('adjusted'), single('executed')]
  if (!sameQuantity([initial, adjusted, executed])) return undefined
  const paidElsewhere = elsewhere.test(words)
  const isComplete =
    executed !== undefined && (initial !== undefined || adjusted !== undefined || adjustments.length > 0)
  const addsUp = adjusted !== undefined && initial !== undefined && adjustments.length > 0
  if (!isComplete && !addsUp && !(paidElsewhere && initial !== undefined)) return undefined
  const carryOver = single('carryOver') ?? nothing(first, text)
  return {
    kind: 'carryOver',
    subject: project ?? initial?.subject ?? executed?.subject,
    initial,
    adjustments,
    executed,
    carryOver,
    ...(adjusted === undefined ? {} : { adjusted }),
    paidElsewhere,
    place: (carryOver ?? executed ?? first.fact).place,
  }
}

/** Figures of one sentence may speak of different things; then they do not belong into one sum. */
function sameQuantity(facts: readonly (Fact | undefined)[]): boolean {
  const named = facts.flatMap((fact) =>
    fact === undefined || fact.quantity === 'other' ? [] : [`${fact.quantity}|${fact.subject}|${fact.scope}`],
  )
  return new Set(named).size <= 1
}

function sentenceWords(text: string, first: Statement): string {
  const from = Math.max(text.lastIndexOf('。', first.start), -1) + 1
  const length = text.slice(first.start).search(/。/)
  return text.slice(from, length < 0 ? undefined : first.start + length)
}

function partOf(head: Statement, words: string): Part | undefined {
  const label = cleanLabel(head.label)
  const { reading } = head
  if (reading.term === 'openingBalance' || /^(?:20\d\d|上)年.{0,4}结转/.test(label)) return 'opening'
  if (increase.test(label)) return 'increase'
  if (decrease.test(label)) return 'decrease'
  if (carriedOver.test(label)) return 'carryOver'
  if (/^(?:项目)?(?:金额|资金)$/.test(label) && /追加|新增/.test(words.slice(0, words.indexOf(head.label))))
    return 'increase'
  if (reading.rest !== '' && head.fact.subject === undefined) return undefined
  if (reading.term === 'totalRevenue') return undefined
  return stagePart(head, label)
}

function stagePart({ reading, fact }: Statement, label: string): Part | undefined {
  const stage = fact.stage ?? reading.stage
  if (stage === 'adjustedBudget') return 'adjusted'
  if (stage === 'initialBudget') return /追加|调/.test(label) ? undefined : 'initial'
  if (stage === 'executedAmount' || /^(?:已|共|累计)?(?:支出|使用|支付|拨付|用款)/.test(label))
    return 'executed'
  return undefined
}

/** 无结转结余 is a stated zero. */
function nothing(first: Statement, text: string): Fact | undefined {
  const end = text.slice(first.start).search(/。/)
  const rest = text.slice(first.start, end < 0 ? undefined : first.start + end)
  const words = nothingLeft.exec(rest)?.[0]
  if (words === undefined) return undefined
  return {
    ...first.fact,
    quantity: 'carryOver',
    label: words,
    stage: undefined,
    stated: {
      kind: 'number',
      value: decimal('0.00'),
      unit: first.unit,
      relation: undefined,
      approximation: undefined,
    },
    place: placeInParagraph(first.paragraph, words),
  }
}
