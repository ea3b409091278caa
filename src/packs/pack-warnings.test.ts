import { describe, expect, it } from 'vitest'
import { checkBureauPack, linesOf } from '../testing/bureau-pack.js'

describe('pack check warns', () => {
  const warningsOf = (files: Readonly<Record<string, readonly string[]>>) => {
    return linesOf(checkBureauPack(files).warnings)
  }
  const rule = (sentence: string) => [
    '- id: own',
    '  rule: TXT-01',
    '  title: 自己的规则',
    '  severity: warning',
    '  basis: [{ practice: 例子 }]',
    `  check: '${sentence}'`,
  ]

  it.each([
    ['当 项目名称 有值 时：项目名称 有值'],
    ['每行 指标：当 得分 > 0 且 三级指标 有值 时：三级指标 有值 或 得分 < 0'],
    ['项目名称 有值 或 项目名称 为空'],
    ['全年预算数 ≤ 全年预算数'],
    ['个数(指标) ≥ 0'],
  ])('of a sentence that cannot fail: %s', (sentence) => {
    expect(warningsOf({ 'checks.yaml': rule(sentence) })).toMatch(
      /checks\.yaml:6:10 规则“own”的句子怎么填都不会不成立/,
    )
  })
  it.each([
    ['项目名称 有值'],
    ['当 总分.得分 = 87 时：全年预算数 = 12345'],
    ['当 年度资金总额.全年预算数 = 合计(年度资金总额的其中, 全年预算数) 时：全年执行数 ≤ 全年预算数'],
    ['每个 一级指标：合计(分值) = 表头分值'],
    ['每行 指标：偏差原因分析及改进措施 有值'],
  ])('of none that can: %s', (sentence) => {
    expect(warningsOf({ 'checks.yaml': rule(sentence) })).toBe('')
  })
  it('of a field without a cell on the paper', () => {
    const own = [
      'blocks:',
      '  - { id: indicators, columns: [{ id: evidence, name: 佐证材料, type: text }] }',
      '  - { id: funds, rows: [{ id: countyFunds, name: 县级配套资金, partOf: totalFunds }] }',
    ]
    const warnings = warningsOf({ 'pack.yaml': own })
    expect(warnings).toMatch(/pack\.yaml:5:\d+ “佐证材料”在纸面（paper\.yaml）上没有格子/)
    expect(warnings).toMatch(/pack\.yaml:6:\d+ “县级配套资金”在纸面（paper\.yaml）上没有格子/)
  })
  it('of signs that replace the inherited ones, unless the pack says that they shall', () => {
    const own = ['signs: [佐证材料, 项目名称]']
    expect(warningsOf({ 'pack.yaml': own })).toMatch(
      /pack\.yaml:4:8 signs（标志词）替换了底本的：只印有“实施单位”、“主管部门及代码”、“中央主管部门”等 4 个的表不再认作这张表。/,
    )
    expect(warningsOf({ 'pack.yaml': [...own, 'replaces: [signs]'] })).toBe('')
    expect(
      warningsOf({
        'pack.yaml': ['signs: [项目名称, 实施单位, 主管部门及代码, 中央主管部门, 年度资金总和, 佐证材料]'],
      }),
    ).toBe('')
  })

  const parameters = ['  kind: weight-concentration', "  parameters: { most: '40', mots: '30' }"]
  const concentrated = (points: string, expected: string) => [
    `- case: ${points} 分`,
    '  check: own',
    `  given: { 指标: [{ 三级指标: 清淤河道, 分值: '${points}' }] }`,
    `  expect: ${expected}`,
  ]
  it.each([
    ['without that takes nothing away', 'without: [funds-by-sauce]', '是不是“funds-by-source”？'],
    ['a group', 'groups: [{ id: all, name: 全部资金, fields: [totalFunds.weight] }]', '用到组“全部资金”'],
    [
      'a fact',
      'facts: [{ field: totalFunds.final, quantity: totalExpenditure, scope: all, year: current }]',
      '没有“totalFunds.final”这一栏',
    ],
    [
      'a part of what there is not',
      'blocks: [{ id: funds, rows: [{ id: otherFunds, partOf: total }] }]',
      'partOf 写的“total”不是这张表的行或栏',
    ],
    [
      'weights without their check',
      'without: [weight-scheme]\nweights: { severity: info }',
      '没有规则核对这里的权重',
    ],
  ])('of what is declared and read by nothing: %s', (_, line, warning) => {
    expect(warningsOf({ 'pack.yaml': line.split('\n') })).toContain(warning)
  })
  it('of what is declared and read by nothing: scores, names of a report, parameters', () => {
    const warnings = warningsOf({
      'scoring.yaml': ['total: sum.score', 'execution: { weight: totalFunds.wait }'],
      'report.yaml': ['quantities: [{ id: idle, name: 闲置资金, from: [全年预算数] }]'],
      'checks.yaml': [...rule('').slice(0, 5), ...parameters],
      'cases/own.yaml': [...concentrated('30', 'holds'), ...concentrated('50', 'violated')],
    })
    expect(warnings).toContain('这张表没有“sum.score”这一格')
    expect(warnings).toContain('没有“totalFunds.wait”这一格')
    expect(warnings).toContain('报告里没有一句用到“闲置资金”。')
    expect(warnings).toContain('规则“own”不看“mots”这一项参数。')
    expect(warnings).not.toContain('“most”')
  })
})
