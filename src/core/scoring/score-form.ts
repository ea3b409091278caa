import { add, compare, type Decimal, decimal, toShortText } from '../exact/decimal.js'
import { fromDecimal, multiplyRational, rational, toDecimal } from '../exact/rational.js'
import type { Form, FormRow } from '../filing/filing.js'
import { readNumber } from '../language/form-values.js'
import type { Pack } from '../pack/pack.js'
import type { ScoringRules } from '../pack/scoring-rules.js'
import { keepLast } from '../remember.js'
import { type Points, scoreIndicator } from './score-indicator.js'

/** One scored row: computed where a rule can, else as the unit stated it, and `line` says which. */
export type RowScore = Readonly<{
  label: string
  weight: string | undefined
  points: string | undefined
  computed: boolean
  stated: string | undefined
  /** How the points come about: `10 × 838.16 ÷ 851.06 = 9.85`; why they cannot be computed. */
  arithmetic: string
  line: string
}>

/** A form's points with their derivation. All numbers are decimal text; undefined when a figure is missing. */
export type FormScore = Readonly<{
  form: Form
  rows: readonly RowScore[]
  statedTotal: string | undefined
  computedTotal: string | undefined
  grade: string | undefined
  derivation: readonly string[]
}>

type FormToScore = Readonly<{ form: Form; rules: ScoringRules; unit: string }>

/** Scores a form by its pack's rules. A missing figure makes a row and the total undefined, never zero. */
export function scoreForm(form: Form, pack: Pack): FormScore {
  const stated = textOf(
    readNumber(form.fields[pack.scoring?.total ?? 'total.score'], 'score', pack.amounts.unit),
  )
  const none = { form, statedTotal: stated, computedTotal: undefined, grade: undefined }
  if (pack.scoring === undefined) return { ...none, rows: [], derivation: [] }
  const toScore = { form, rules: pack.scoring, unit: pack.amounts.unit }
  const rows = [
    ...scoreExecution(toScore),
    ...(form.lists.indicators ?? []).flatMap((row) =>
      keptRows(row, [toScore.rules, toScore.unit], () => scoreRow(row, toScore)),
    ),
  ]
  const total = sumOf(rows)
  if (total === undefined) return { ...none, rows, derivation: linesOf(rows) }
  const computedTotal = toShortText(total)
  const grade = pack.scoring.grades.find(({ from }) => compare(total, decimal(from)) >= 0)?.name
  const sum = `总分：${rows.map(({ points }) => points).join(' + ')} = ${computedTotal}${grade === undefined ? '' : `，等级：${grade}`}`
  const said = stated === undefined || stated === computedTotal ? '' : `，表中填 ${stated}`
  return { form, rows, statedTotal: stated, computedTotal, grade, derivation: [...linesOf(rows), sum + said] }
}

const keptRows = keepLast<FormRow, readonly RowScore[]>()

function linesOf(rows: readonly RowScore[]): readonly string[] {
  return rows.map(({ line }) => line)
}

function textOf(value: Decimal | undefined): string | undefined {
  return value === undefined ? undefined : toShortText(value)
}

function sumOf(rows: readonly RowScore[]): Decimal | undefined {
  let total: Decimal | undefined
  for (const { points } of rows) {
    if (points === undefined) return undefined
    total = total === undefined ? decimal(points) : add(total, decimal(points))
  }
  return total
}

/** 预算执行率: weight × min(1, executed ÷ budget). Without a budget there is no rate. */
function scoreExecution({ form, rules, unit }: FormToScore): readonly RowScore[] {
  const { execution } = rules
  if (execution === undefined || form.fields[execution.weight] === undefined) return []
  const weight = readNumber(form.fields[execution.weight], 'weight', unit)
  const stated = readNumber(form.fields[execution.score], 'score', unit)
  if (weight === undefined && stated === undefined) return []
  const executed = readNumber(form.fields[execution.executed], 'amount', unit)
  const budget = readNumber(form.fields[execution.budget], 'amount', unit)
  const points = executionPoints({ weight, executed, budget }, rules)
  return [rowScore({ label: execution.label, weight, stated, points })]
}

type Execution = Readonly<{
  weight: Decimal | undefined
  executed: Decimal | undefined
  budget: Decimal | undefined
}>

function executionPoints({ weight, executed, budget }: Execution, { decimals }: ScoringRules): Points {
  if (weight === undefined || executed === undefined || budget === undefined)
    return { points: undefined, arithmetic: '预算数、执行数或分值没有填全' }
  if (budget.digits <= 0n) return { points: undefined, arithmetic: '全年预算数为 0，执行率不适用' }
  const full = toShortText(weight)
  if (compare(executed, budget) >= 0)
    return { points: weight, arithmetic: `${full} × 1 = ${full}（执行率达到 100%）` }
  const [top, bottom] = [fromDecimal(executed), fromDecimal(budget)]
  const share = rational(top.numerator * bottom.denominator, top.denominator * bottom.numerator)
  const points = toDecimal(multiplyRational(fromDecimal(weight), share), decimals)
  return {
    points,
    arithmetic: `${full} × ${toShortText(executed)} ÷ ${toShortText(budget)} = ${toShortText(points)}`,
  }
}

function scoreRow(row: FormRow, { rules, unit }: FormToScore): readonly RowScore[] {
  const weight = readNumber(row.weight, 'weight', unit)
  const stated = readNumber(row.score, 'score', unit)
  if (weight === undefined && stated === undefined) return []
  const label = (row.name?.text ?? '').replace(/\s+/g, '') || '（未写名称的指标）'
  const blank = { kind: 'blank' } as const
  const measured = { target: row.target?.stated ?? blank, actual: row.actual?.stated ?? blank }
  const points =
    weight === undefined
      ? { points: undefined, arithmetic: '没有填分值' }
      : scoreIndicator({ weight, ...measured }, rules)
  return [rowScore({ label, weight, stated, points })]
}

type ScoredRow = Readonly<{
  label: string
  weight: Decimal | undefined
  stated: Decimal | undefined
  points: Points
}>

function rowScore({ label, weight, stated, points: { points, arithmetic } }: ScoredRow): RowScore {
  const known = { label, weight: textOf(weight), stated: textOf(stated), arithmetic }
  if (points !== undefined) {
    const shown = toShortText(points)
    const differs = stated !== undefined && compare(stated, points) !== 0
    const line = `${label}：${arithmetic}${differs ? `，自评 ${toShortText(stated)}` : ''}`
    return { ...known, points: shown, computed: true, line }
  }
  const kept = stated === undefined ? '也没有自评得分，无法计分' : `按自评 ${toShortText(stated)} 分计`
  return { ...known, points: textOf(stated), computed: false, line: `${label}：${arithmetic}，${kept}` }
}
