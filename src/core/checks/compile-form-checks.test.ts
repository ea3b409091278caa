import { describe, expect, it } from 'vitest'
import { loadPackFolder, loadPacks } from '../../packs/load-packs.js'
import { readYaml } from '../../packs/read-yaml.js'
import { compileSentence } from '../language/compile-sentence.js'
import { makeVocabulary } from '../language/vocabulary.js'
import type { CheckResult } from '../law/check.js'
import { parseCaseDocument } from '../pack-check/case-document.js'
import { parseCaseForm } from '../pack-check/case-form.js'
import { checkDocument } from './check-document.js'
import { compileFormChecks } from './compile-form-checks.js'

const department = packNamed('hunan/department-self-evaluation/2023')
const baseData = packNamed('hunan/base-data/2023')

function packNamed(id: string) {
  const pack = loadPacks().find((one) => one.id === id)
  if (pack === undefined) throw new Error(`${id} missing`)
  return pack
}

function resultOf(pack: typeof department, check: string, given: string): CheckResult | undefined {
  const { node } = readYaml('case.yaml', given)
  if (node === undefined) throw new Error('case is not YAML')
  const { form } = parseCaseForm(node, pack, makeVocabulary(pack.blocks, pack.groups))
  const results = compileFormChecks(pack)(form).filter((result) => result.check === check)
  return results.find(({ verdict }) => verdict !== 'cannotCheck') ?? results[0]
}

function problemOf(sentence: string): string | undefined {
  const { problem } = compileSentence(sentence, makeVocabulary(department.blocks, department.groups))
  return (
    problem &&
    `[${problem.span.start + 1}-${Math.max(problem.span.start + 1, problem.span.end)}] ${problem.message}`
  )
}

describe('a violated sentence', () => {
  it('shows both sides with the numbers filled in, the difference, and what to do', () => {
    const given = "{ 全年预算数: '2227.73', 全年执行数: '2225.97', 执行率分值: '10', 执行率得分: '9' }"
    const result = resultOf(department, 'execution-score', given)
    expect(result?.message).toContain('10 × 2225.97 ÷ 2227.73 = 9.99，表中填 9，差 -0.99')
    expect(result).toMatchObject({ verdict: 'violated', severity: 'error', expected: '9.99', stated: '9' })
    expect(result).toMatchObject({ difference: '-0.99', unit: '分', suggestion: { value: '9.99' } })
  })
  it('is only a hint when the score was cut to a whole number', () => {
    const given = "{ 全年预算数: '100.00', 全年执行数: '99.60', 执行率分值: '10', 执行率得分: '10' }"
    const result = resultOf(department, 'execution-score', given)
    expect(result).toMatchObject({ verdict: 'violated', severity: 'info', expected: '9.96' })
    expect(result?.message).toContain('按整数取舍')
  })
  it('is never raised for what rounding explains', () => {
    const given = "{ 全年预算数: '310.25', 全年执行数: '309.87', 执行率: '99.88%' }"
    expect(resultOf(department, 'execution-rate', given)?.verdict).toBe('rounding')
  })
  it('only asks when a blank part could make up the sum', () => {
    const given =
      "{ 项目支出.本年预算数: '70.00', 项目: [{ 名称: 防汛, 本年预算数: '50.00' }, { 名称: 巡查, 本年预算数: '' }] }"
    expect(resultOf(baseData, 'projects-total', given)).toMatchObject({
      verdict: 'violated',
      severity: 'warning',
    })
  })
  it('compares 元 and 万元 in the same unit', () => {
    const given = "{ 全年预算数: '100.00', 全年执行数: '990000元' }"
    expect(resultOf(department, 'executed-within-budget', given)?.verdict).toBe('holds')
  })
  it('cannot be told from a blank', () => {
    const given = "{ 全年预算数: '100.00', 全年执行数: '' }"
    expect(resultOf(department, 'executed-within-budget', given)?.verdict).toBe('cannotCheck')
  })
})

describe('a mistake in a sentence', () => {
  it.each([
    ['执行率 = 全年执行数 ÷ 全年预算敷', '[15-19] 表里没有“全年预算敷”这一格，是不是“全年预算数”？'],
    ['全年执行数 ≤', '[8-8] 这里要写一个名称或数。'],
    ['全年执行数 + 全年预算数', '[14-14] 这里要写 = ≠ ≤ ≥ < > 之一，或“有值”“为空”。'],
    ['每行 指标：得份 ≤ 分值', '[7-8] 表里没有“得份”这一格，是不是“得分”？'],
    ['单位名称 = 1', '[1-4] “单位名称”是文字，不能参与计算，只能写“有值”或“为空”。'],
    ['合计(指标, 得分数) = 1', '[8-10] “指标”里没有“得分数”这一栏，是不是“得分”？'],
    ['每行 指标 得分 ≤ 分值', '[7-8] 这里要写“:”，却写了“得分”。'],
    ['全年执行数 ≤ 全年预算数 年初预算数', '[15-19] 句子到这里应当结束，多了“年初预算数”。'],
  ])('%s', (sentence, problem) => {
    expect(problemOf(sentence)).toBe(problem)
  })
  it.each([
    '执行率得分＝执行率分值×最小（1，全年执行数÷全年预算数）',
    '执行率得分 = 执行率分值 * 全年执行数 / 全年预算数',
    '当 全年预算数 > 0 且 全年执行数 不为空 时：全年执行数 <= 全年预算数',
    '年度资金总额的全年执行数 ≤ 年度资金总额.全年预算数',
    '每个 一级指标：合计(分值) = 表头分值',
    '个数(指标) ≥ 3 或 单位名称 有值',
    '绝对值(全年预算数 − 年初预算数) ÷ 年初预算数 ≤ 20%',
  ])('is not seen in: %s', (sentence) => {
    expect(problemOf(sentence)).toBeUndefined()
  })
})

describe('X 有值', () => {
  const [check] = department.checks
  if (check === undefined) throw new Error('no check')
  const asking = (sentence: string) => ({
    ...department,
    checks: [{ ...check, id: 'filled', kind: 'sentence', sentence }],
  })
  const verdictOf = (sentence: string, given: string) =>
    resultOf(asking(sentence), 'filled', given)?.verdict ?? 'none'

  it.each([
    ['单位名称 有值', "{ 单位名称: '' }", 'violated'],
    ['单位名称 有值', "{ 单位名称: '云溪县水利局' }", 'holds'],
    ['单位名称 不为空 且 全年执行数 有值', "{ 单位名称: '', 全年执行数: '' }", 'violated'],
    ['当 全年执行数 为空 时：单位名称 有值', "{ 单位名称: '', 全年执行数: '' }", 'violated'],
    ['当 全年执行数 > 0 时：单位名称 有值', "{ 单位名称: '', 全年执行数: '9' }", 'violated'],
    ['每行 指标：偏差原因分析及改进措施 有值', "{ 指标: [{ 偏差原因分析及改进措施: '' }] }", 'violated'],
  ])('fails when the cell is blank: %s, given %s: %s', (sentence, given, verdict) => {
    expect(verdictOf(sentence, given)).toBe(verdict)
  })
  it('is not asked of a form that is still empty when its condition cannot be told', () => {
    expect(verdictOf('当 全年执行数 > 0 时：单位名称 有值', "{ 单位名称: '', 全年执行数: '' }")).toBe('none')
  })
  it('cannot be told of a cell that the table does not have', () => {
    expect(verdictOf('当 全年执行数 > 0 时：单位名称 有值', "{ 全年执行数: '9' }")).toBe('cannotCheck')
  })
  it('fails in a table as it is read, and says what to put there', () => {
    const document = parseCaseDocument(
      [
        '2023年度部门整体支出绩效自评表',
        '| 部门（单位）名称 | | < | < | < | < | < | < | < |',
        '| 部门预算 | | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |',
        '| ^ | 年度资金总额 | < | 100.00 | 100.00 | 100.00 | 10 | 100% | 10 |',
        '| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |',
        '| ^ | 产出指标 | 数量指标 | 清淤河道 | ≥10公里 | 9公里 | 90 | 80 | |',
      ].join('\n'),
    )
    const messageOf = (sentence: string) =>
      checkDocument(document, [{ ...asking(sentence), signs: [] }]).results.map(({ message }) => message)
    expect(messageOf('单位名称 有值')).toEqual(['“单位名称”没有填。请补上，没有的写“无”。'])
    expect(messageOf('每行 指标：当 得分 < 分值 时：偏差原因分析及改进措施 有值')).toEqual([
      '清淤河道：“偏差原因分析及改进措施”没有填。请补上，没有的写“无”。',
    ])
  })
})

describe('groups of rows', () => {
  it('are summed by their heading', () => {
    const sentence = '每个 一级指标：合计(分值) = 表头分值'
    const [check] = department.checks
    if (check === undefined) throw new Error('no check')
    const pack = { ...department, checks: [{ ...check, id: 'headings', kind: 'sentence', sentence }] }
    const rows = "[{ 一级指标: 产出指标, 分值: '30' }, { 一级指标: 产出指标, 分值: '10' }]"
    const given = (heading: string): string =>
      `{ 指标: ${rows}, 一级指标: [{ 一级指标: 产出指标, 表头分值: '${heading}' }] }`
    expect(resultOf(pack, 'headings', given('40'))?.verdict).toBe('holds')
    expect(resultOf(pack, 'headings', given('50'))).toMatchObject({ verdict: 'violated', difference: '10' })
  })
})

describe('loading packs', () => {
  it('finds nothing wrong in a folder of a shipped pack', () => {
    expect(loadPackFolder('packs/hunan/base-data/2023').problems).toEqual([])
  })
})
