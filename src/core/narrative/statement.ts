import { placeInParagraph } from '../document/document.js'
import { dimensionOf } from '../exact/unit.js'
import type { Fact, FundScope, Stage } from '../filing/fact.js'
import type { Mention } from './mentions.js'
import { isInsideItsLike, speaksOfOneThing } from './one-thing.js'
import type { Role } from './role.js'
import type { Surroundings } from './surroundings.js'
import { cleanLabel, type LabelReading } from './vocabulary.js'

/** A mention that has been understood: what it measures, how it belongs to its neighbours. */
export type Statement = Mention & Readonly<{ reading: LabelReading; role: Role; fact: Fact }>

/** What the sentence has said so far, carried from number to number of one paragraph. */
export type Carried = Readonly<{
  year: number | undefined
  stage: Stage | undefined
  scope: FundScope | undefined
  /** The number before in the same clause. */
  previous: Statement | undefined
}>

export type StatementInput = Readonly<{
  mention: Mention
  reading: LabelReading
  role: Role
  around: Surroundings
  carried: Carried
  budgetYear: number | undefined
  /** The sentence names 年初预算, so a bare 预算 in it is the adjusted one. */
  besideInitial: boolean
  /** The sentence names people outside the establishment. */
  countsOthers: boolean
}>

const staffTerms = /staff|posts|retire/i
const expenseTerms =
  /Expenses$|Expenditure$|^wages$|^householdSubsidy$|^goodsAndServices$|^totalRevenue$|Revenue$|^governmentProcurement$|^totalBudget$|^affiliateSubsidy$|^superiorRemittance$/
const unitWide = new Set([
  'appropriationRevenue',
  'appropriationExpenditure',
  'totalExpenditure',
  'totalRevenue',
  'totalBudget',
])
const scoped = new Set([
  'totalExpenditure',
  'totalRevenue',
  'totalBudget',
  'basicExpenditure',
  'projectExpenditure',
])

/** Makes the fact of a mention. A quantity is named only when the words speak of the whole unit's. */
export function statementOf(input: StatementInput): Statement {
  const { mention, reading, role, around } = input
  const measured = role.kind === 'head' ? measuredBy(input) : other
  const stage = role.kind === 'head' ? stageOf(input, measured) : undefined
  const fact: Fact = {
    quantity: measured.quantity,
    label: cleanLabel(mention.label),
    subject: measured.subject,
    year: yearOf(input),
    stage,
    scope:
      reading.scope ??
      (isScoped(measured, reading) ? (input.carried.scope ?? around.scope) : undefined) ??
      'all',
    stated: mention.stated,
    unit: mention.unit,
    place: placeInParagraph(mention.paragraph, quoteOf(mention)),
  }
  return { ...mention, reading, role, fact }
}

type Measured = Readonly<{ quantity: string; subject: string | undefined }>
const other: Measured = { quantity: 'other', subject: undefined }

function isScoped(measured: Measured, reading: LabelReading): boolean {
  return measured.subject === undefined && reading.term !== undefined && scoped.has(reading.term)
}

function measuredBy(input: StatementInput): Measured {
  const { mention, reading, around } = input
  const { term, quantity, rest } = reading
  const dimension = dimensionOf(mention.unit)
  if (/^(?:其中)?\S*(?:比上年|较上年|用于|控制率|下达|追加|调增|调减)/.test(cleanLabel(mention.label)))
    return other
  const inherited = inheritedQuantity(input)
  if (inherited !== undefined) return inherited
  if (term === 'satisfaction')
    return dimension === 'ratio' && rest !== '' && !/目标|指标|计划|较|比/.test(reading.words)
      ? { quantity, subject: reading.lead }
      : other
  if (isInsideItsLike(input)) return other
  if (isProjectBudget(input)) return { quantity: 'projectExpenditure', subject: around.project }
  if (term === undefined) return other
  if (staffTerms.test(term)) return dimension === 'people' && rest === '' ? staff(input) : other
  if (dimension !== 'money') return other
  if (around.project !== undefined && rest === '' && (unitWide.has(term) || term === 'carryOver'))
    return { quantity: term === 'carryOver' ? quantity : 'projectExpenditure', subject: around.project }
  if (term === 'projectExpenditure') return projectQuantity(reading)
  if (rest !== '') return other
  if (/Balance$/.test(term) && around.narrow) return other
  if (term === 'carryOver' && (around.narrow || !reading.whole)) return other
  return unitWide.has(term) && !isWhole(input) ? other : { quantity, subject: undefined }
}

/** 预算1667.9万元 in the paragraph of one project. */
function isProjectBudget({ mention, reading, around }: StatementInput): boolean {
  const bare = reading.term === undefined && reading.rest === '' && reading.stage !== undefined
  return bare && around.project !== undefined && dimensionOf(mention.unit) === 'money'
}

function projectQuantity(reading: LabelReading): Measured {
  if (reading.rest === '') return { quantity: 'projectExpenditure', subject: undefined }
  return /^[^\d，]{2,40}$/.test(reading.lead) && !/原因|新增|主要|由于|涉及|包括|共|个/.test(reading.lead)
    ? { quantity: 'projectExpenditure', subject: reading.lead }
    : other
}

function staff(input: StatementInput): Measured {
  const { term, quantity } = input.reading
  if (term === 'staffPresent' && input.countsOthers) return other
  return { quantity, subject: undefined }
}

/** 公用经费年初预算14.6万元，实际支出9.4万元: the second speaks of the first's quantity at another stage. */
function inheritedQuantity({ reading, carried, mention }: StatementInput): Measured | undefined {
  const previous = carried.previous
  if (previous === undefined || reading.stage === undefined || reading.rest !== '') return undefined
  const bare = reading.term === undefined || ['totalExpenditure', 'totalBudget'].includes(reading.term)
  if (!bare || previous.unit !== mention.unit || previous.fact.stage === reading.stage) return undefined
  if (previous.fact.stage === undefined || previous.reading.term === 'totalRevenue') return undefined
  return previous.fact.quantity === 'other'
    ? undefined
    : { quantity: previous.fact.quantity, subject: previous.fact.subject }
}

function isWhole(input: StatementInput): boolean {
  const { reading, around, carried } = input
  if (around.narrow) return false
  const previous = carried.previous?.reading.term
  if (reading.whole || previous === 'totalRevenue' || previous === 'appropriationRevenue') return true
  return (
    reading.stage !== undefined &&
    /预算|决算/.test(reading.words) &&
    !speaksOfOneThing(input) &&
    (previous === undefined || unitWide.has(previous) || /Balance$/.test(previous))
  )
}

function stageOf(input: StatementInput, measured: Measured): Stage | undefined {
  const { reading, around, carried, mention } = input
  if (reading.term !== undefined && !expenseTerms.test(reading.term)) return undefined
  if (reading.stage === 'initialBudget' && input.besideInitial && !/年初|批复|追加/.test(mention.label))
    return 'adjustedBudget'
  if (reading.stage !== undefined) return reading.stage
  if (reading.term === undefined || (measured.quantity === 'other' && !expenseTerms.test(reading.term)))
    return undefined
  if (isBareSpending(input)) return 'executedAmount'
  return carried.stage ?? around.stage ?? 'executedAmount'
}

/** 年初预算100万元，追加20万元，支出110万元: a bare 支出 after a budget is what was spent; after 预算收入 it is a budget. */
function isBareSpending({ reading, carried, mention }: StatementInput): boolean {
  const previous = carried.previous
  return (
    reading.term === 'totalExpenditure' &&
    /^(?:已|共)?支出$/.test(cleanLabel(mention.label)) &&
    previous !== undefined &&
    !/Revenue$/.test(previous.reading.term ?? '')
  )
}

function yearOf({ reading, around, carried, budgetYear }: StatementInput): number | undefined {
  if (reading.year !== undefined) {
    if (reading.year > 0) return reading.year
    return budgetYear === undefined ? undefined : budgetYear + reading.year
  }
  return carried.year ?? around.year ?? budgetYear
}

/** The few printed words with the number: 项目支出1794.42万元. */
function quoteOf(mention: Mention): string {
  const words = mention.paragraph.text.slice(mention.labelStart, mention.end).trim()
  return words.length > 40 ? mention.paragraph.text.slice(mention.end - 40, mention.end) : words
}
