import { completionOf } from '../checks/kinds/form-kinds/completion.js'
import { type IndicatorRow, indicatorsOfForm, pointsIn } from '../checks/kinds/form-kinds/indicator.js'
import { add, compare, type Decimal, decimal, toShortText, zero } from '../exact/decimal.js'
import { fromDecimal, multiplyRational, type Rational, rational, toDecimal } from '../exact/rational.js'
import type { FieldValue, Form } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import type { ScoringRules } from '../pack/scoring-rules.js'

/** 得分 of one form as anyone can recompute it. Totals are undefined when a row has neither figures nor a score. */
export type FormScore = Readonly<{
  form: Form
  statedTotal: string | undefined
  computedTotal: string | undefined
  /** 等级 of the computed total. */
  grade: string | undefined
  /** One line of arithmetic for each row: `年度资金总额执行率：10 × 2225.97 ÷ 2227.73 = 9.99`. */
  derivation: readonly string[]
}>

type Line = Readonly<{ text: string; points: Decimal | undefined }>

/**
 * Scores a form by the rules of its pack, in points rounded half up. A qualitative row, or one without
 * comparable figures, counts as the unit scored it and says so; a row with no score either leaves no total.
 */
export function scoreForm(form: Form, { scoring }: Pack): FormScore {
  if (scoring === undefined) throw new RangeError(`${form.pack} has no scoring`)
  const execution = scoring.execution === undefined ? undefined : executionLine(form, scoring)
  const rows = indicatorsOfForm(form).map((row) => indicatorLine(row, scoring))
  const lines = execution === undefined ? rows : [execution, ...rows]
  const total =
    lines.some(({ points }) => points === undefined) || lines.length === 0 ? undefined : sumOf(lines)
  const stated = pointsIn(form.fields[scoring.total])
  return {
    form,
    statedTotal: stated && toShortText(stated),
    computedTotal: total && toShortText(total),
    grade: total && scoring.grades.find(({ from }) => compare(total, decimal(from)) >= 0)?.name,
    derivation: [...lines.map(({ text }) => text), totalLine(lines, total)],
  }
}

function sumOf(lines: readonly Line[]): Decimal {
  return lines.reduce((sum, { points }) => add(sum, points ?? zero), zero)
}

function totalLine(lines: readonly Line[], total: Decimal | undefined): string {
  if (total === undefined) return '总分：有的行缺数，无法计算'
  return `总分：${lines.map(({ points }) => (points === undefined ? '' : toShortText(points))).join(' + ')} = ${toShortText(total)}`
}

/** 执行率得分 = 分值 × min(1, 执行数 ÷ 预算数). Undefined when the form leaves the row out. */
function executionLine(form: Form, { execution, decimals }: ScoringRules): Line | undefined {
  if (execution === undefined) return undefined
  const weight = pointsIn(form.fields[execution.weight])
  const executed = amountIn(form.fields[execution.executed])
  const budget = amountIn(form.fields[execution.budget])
  if (weight === undefined) return undefined
  if (executed === undefined || budget === undefined || budget.digits <= 0n) {
    return asStated(`${execution.label}（缺预算数或执行数）`, form.fields[execution.score])
  }
  const full = compare(executed, budget) >= 0
  const points = full
    ? weight
    : toDecimal(multiplyRational(fromDecimal(weight), ratio(executed, budget)), decimals)
  const [w, b, a] = [weight, executed, budget].map(toShortText)
  const arithmetic = full
    ? `${b} ÷ ${a} 达到 100%，得满分 ${w}`
    : `${w} × ${b} ÷ ${a} = ${toShortText(points)}`
  return { text: `${execution.label}：${arithmetic}`, points }
}

function indicatorLine(row: IndicatorRow, { quantitative, decimals }: ScoringRules): Line {
  const name = row.name.text.replace(/\s/g, '')
  const weight = pointsIn(row.weight)
  const completion = completionOf(row)
  if (weight === undefined || completion?.ratio === undefined)
    return asStated(`${name}（定性指标）`, row.score)
  const [target, actual] = [row.target?.text, row.actual?.text]
  if (completion.met)
    return { text: `${name}：${actual} 达到 ${target}，得满分 ${toShortText(weight)}`, points: weight }
  const share = quantitative === 'allOrNothing' ? rational(0n) : completion.ratio
  const points = toDecimal(multiplyRational(fromDecimal(weight), share), decimals)
  const lower = completion.relation === 'atMost' || completion.relation === 'lessThan'
  const [part, whole] = lower ? [target, actual] : [actual, target]
  return { text: `${name}：${toShortText(weight)} × ${part} ÷ ${whole} = ${toShortText(points)}`, points }
}

function asStated(name: string, score: FieldValue | undefined): Line {
  const points = pointsIn(score)
  const words = points === undefined ? '没有得分' : `按自评 ${toShortText(points)} 分计`
  return { text: `${name}：${words}`, points }
}

function amountIn(value: FieldValue | undefined): Decimal | undefined {
  return value?.stated.kind === 'number' ? value.stated.value : undefined
}

function ratio(part: Decimal, whole: Decimal): Rational {
  const { numerator: a, denominator: b } = fromDecimal(part)
  const { numerator: c, denominator: d } = fromDecimal(whole)
  return rational(a * d, b * c)
}
