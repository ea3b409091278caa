import { parseStated } from '../../src/core/exact/stated.js'
import type { FieldValue, Form, FormRow } from '../../src/core/filing/filing.js'
import type { Pack, PackCheck } from '../../src/core/pack/pack.js'
import { loadPacks } from '../../src/packs/load-packs.js'

export const indicatorCount = 15

/** The same numbers in plain form, for the hand-written loop and the other engines; amounts in hundredths. */
export type PlainForm = Readonly<{
  budget: number
  executed: number
  revenue: number
  expenditure: number
  rate: number
  executionWeight: number
  executionScore: number
  totalWeight: number
  totalScore: number
  weights: readonly number[]
  scores: readonly number[]
  targets: readonly number[]
  actuals: readonly number[]
}>

const formChecks: readonly (readonly [string, string])[] = [
  ['execution-rate', '执行率 = 全年执行数 ÷ 全年预算数'],
  ['execution-score', '执行率得分 = 执行率分值 × 最小(1, 全年执行数 ÷ 全年预算数)'],
  ['executed-within-budget', '全年执行数 ≤ 全年预算数'],
  ['by-revenue', '合计(按收入性质) = 全年预算数'],
  ['by-expenditure', '合计(按支出性质) = 全年预算数'],
  ['weights-total', '合计(指标, 分值) + 执行率分值 = 100'],
  ['weights-printed', '总分.分值 = 合计(指标, 分值) + 执行率分值'],
  ['scores-total', '总分.得分 = 合计(指标, 得分) + 执行率得分'],
  ['execution-weight', '执行率分值 = 10'],
  ['execution-score-low', '0 ≤ 执行率得分'],
  ['execution-score-high', '执行率得分 ≤ 执行率分值'],
  ['total-high', '总分.得分 ≤ 100'],
  ['total-low', '0 ≤ 总分.得分'],
  ['revenue-part', '一般公共预算拨款 ≤ 全年预算数'],
  ['expenditure-part', '基本支出 ≤ 全年预算数'],
]
const rowChecks: readonly (readonly [string, string])[] = [
  ['score-low', '每行 指标：0 ≤ 得分'],
  ['score-high', '每行 指标：得分 ≤ 分值'],
  ['weight-high', '每行 指标：分值 ≤ 30'],
]

/** 15 relations of the form and 3 of each of 15 indicators. */
export const relationCount = formChecks.length + rowChecks.length * indicatorCount

/** The shipped pack with exactly 60 relations, so that all engines do the same. */
export function makePack(): Pack {
  const pack = loadPacks().find(({ id }) => id === 'hunan/department-self-evaluation/2023')
  if (pack === undefined) throw new Error('pack missing')
  const checks = [...formChecks, ...rowChecks].map(
    ([id, sentence]): PackCheck => ({
      id,
      rule: 'AMT-01',
      title: id,
      severity: 'error',
      basis: [],
      kind: 'sentence',
      parameters: {},
      sentence,
    }),
  )
  return { ...pack, checks }
}

/** Forms of a fixed random sequence; one in ten has a wrong score or total. */
export function makePlainForms(count: number): readonly PlainForm[] {
  let state = 20240508
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  return Array.from({ length: count }, () => makePlainForm(random))
}

function makePlainForm(random: (below: number) => number): PlainForm {
  const budget = 10_000 + random(5_000_000)
  const executed = budget - random(Math.floor(budget / 10))
  const weights = Array.from({ length: indicatorCount }, () => 6)
  const targets = weights.map(() => 80 + random(20))
  const actuals = targets.map((target) => target + random(3))
  const scores = weights.map(() => 600)
  const executionScore = Math.round((1000 * executed) / budget)
  if (random(10) === 0) scores[random(indicatorCount)] = 700
  const totalScore = scores.reduce((sum, score) => sum + score, executionScore)
  const rate = Math.round((10_000 * executed) / budget)
  const basis = { budget, executed, revenue: budget, expenditure: budget, rate }
  return {
    ...basis,
    executionWeight: 10,
    executionScore,
    totalWeight: 100,
    totalScore,
    weights,
    scores,
    targets,
    actuals,
  }
}

const hundredths = (value: number): string => (value / 100).toFixed(2)

/** The same form as the recogniser would give it. */
export function makeForm(plain: PlainForm): Form {
  return {
    form: 'departmentSelfEvaluation',
    pack: 'hunan/department-self-evaluation/2023',
    title: '部门整体支出绩效自评表',
    titlePlace: undefined,
    table: 1,
    year: 2023,
    fields: {
      'totalFunds.adjustedBudget': cell(hundredths(plain.budget), '万元'),
      'totalFunds.executedAmount': cell(hundredths(plain.executed), '万元'),
      'totalFunds.weight': cell(String(plain.executionWeight), undefined),
      'totalFunds.rate': cell(`${hundredths(plain.rate)}%`, '%'),
      'totalFunds.score': cell(hundredths(plain.executionScore), undefined),
      generalPublicBudget: cell(hundredths(plain.revenue), '万元'),
      basicExpenditure: cell(hundredths(plain.expenditure), '万元'),
      'total.weight': cell(String(plain.totalWeight), undefined),
      'total.score': cell(hundredths(plain.totalScore), undefined),
    },
    lists: { indicators: plain.weights.map((_, row) => makeRow(plain, row)) },
    signature: undefined,
  }
}

function makeRow({ weights, scores, targets, actuals }: PlainForm, row: number): FormRow {
  return {
    name: cell(`指标${row + 1}`, undefined),
    target: cell(`≥${targets[row]}%`, undefined),
    actual: cell(`${actuals[row]}%`, undefined),
    weight: cell(String(weights[row]), undefined),
    score: cell(hundredths(scores[row] ?? 0), undefined),
  }
}

function cell(text: string, unit: string | undefined): FieldValue {
  const stated = parseStated(text)
  return { text, stated, unit, place: { part: 'table 1', quote: text } }
}
