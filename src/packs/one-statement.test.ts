import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkDocument } from '../core/checks/check-document.js'
import { checkKinds } from '../core/checks/kinds/index.js'
import { problemText } from '../core/pack-source/source.js'
import { fieldsWithoutCell } from '../core/paper/fields-without-cell.js'
import { printFiling } from '../core/paper/print-filing.js'
import { fullFiling } from '../testing/full-filing.js'
import { filesUnder } from '../testing/repository.js'
import { checkPacks, type PackCheckReport } from './check-packs.js'
import { loadPacks } from './load-packs.js'

const root = mkdtempSync(join(tmpdir(), 'one-statement-'))
afterAll(() => rmSync(root, { recursive: true }))

const head = ['id: yunxi/project-self-evaluation/2025', 'extends: central/project-self-evaluation/2020']

/** What `pack check` says of a bureau's own pack; files by name, as lines. */
function check(files: Readonly<Record<string, readonly string[]>>): PackCheckReport {
  const folder = mkdtempSync(join(root, 'pack-'))
  const { 'pack.yaml': own = [], ...others } = files
  for (const [name, lines] of Object.entries({
    ...others,
    'pack.yaml': [...head, 'years: [2025]', ...own],
  })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), lines.join('\n'))
  }
  return checkPacks(folder, { kinds: Object.keys(checkKinds), checkDocument })
}

function problemsOf(report: PackCheckReport): string {
  return report.problems.map(problemText).join('\n')
}

const ownWeights = (points: string): readonly string[] => [
  'weights:',
  `  schemes: [{ name: 云溪县方案, weights: { ${points} } }]`,
  '  basis: [{ form: 云溪县项目支出绩效自评表, clause: 填表说明第2条 }]',
]
const weightCase = (name: string, points: readonly number[], expected: string): readonly string[] => [
  `- case: ${name}`,
  '  check: weight-scheme',
  '  given:',
  "    执行率分值: '10'",
  '    指标:',
  ...['产出指标', '效益指标', '满意度指标'].map(
    (dimension, index) =>
      `      - { 一级指标: ${dimension}, 三级指标: 指标${index}, 分值: '${points[index]}' }`,
  ),
  `  expect: ${expected}`,
]

describe('weights in pack.yaml', () => {
  const cases = [
    ...weightCase('照云溪县的权重', [40, 40, 10], 'holds'),
    ...weightCase('仍照底本的权重', [50, 30, 10], 'violated'),
  ]
  it('are what the weight check asks for: a form with the weights of the inherited pack is found', () => {
    const report = check({
      'pack.yaml': ownWeights("output: '40', benefit: '40', satisfaction: '10'"),
      'cases/weights.yaml': cases,
    })
    expect(problemsOf(report)).toBe('')
    expect(report.outcomes.map(({ actual }) => actual)).toEqual(['holds', 'violated'])
    const written = report.parsed[0]?.checks.find(({ id }) => id === 'weight-scheme')
    expect(written).toMatchObject({
      severity: 'warning',
      basis: [{ form: '云溪县项目支出绩效自评表', clause: '填表说明第2条' }],
    })
  })
  it('that do not make 100 points are told, with the sum', () => {
    const report = check({ 'pack.yaml': ownWeights("output: '40', benefit: '30', satisfaction: '10'") })
    expect(problemsOf(report)).toMatch(
      /pack\.yaml:5:13 权重方案“云溪县方案”合计 90 分（执行率 10、产出 40、效益 30、满意度 10），应当是 100 分。/,
    )
  })
  it('for a dimension that no form has are told, with the nearest one', () => {
    const report = check({ 'pack.yaml': ownWeights("outputs: '50', benefit: '30', satisfaction: '10'") })
    expect(problemsOf(report)).toContain('没有“outputs”，是不是“output”？')
  })
  it('may not be graver than their basis', () => {
    const own = ownWeights("output: '40', benefit: '40', satisfaction: '10'")
    const practice = own.map((line) => line.replace(/basis: .*/, 'basis: [{ practice: 历来如此 }]'))
    const report = check({ 'pack.yaml': [...practice, '  severity: error'] })
    expect(problemsOf(report)).toContain('权重（weights）的依据只够定为“提示”')
  })
  it('want a case that holds and one that does not', () => {
    const report = check({ 'pack.yaml': ownWeights("output: '40', benefit: '40', satisfaction: '10'") })
    expect(problemsOf(report)).toContain('规则“weight-scheme”在 cases/ 里缺少')
  })
})

describe('what several packs say alike', () => {
  const written = filesUnder('packs').map((file) => readFileSync(file, 'utf8'))
  const times = (words: string) => written.filter((text) => text.includes(words)).length

  it('is written once, in packs/any/parts, and referred to', () => {
    expect(times('偏离原因分析及改进措施')).toBe(1)
    expect(times('name: 部分达成, from:')).toBe(1)
    expect(times('kind: weight-scheme')).toBe(1)
    expect(times('check: weight-scheme')).toBe(1)
    const withIndicators = loadPacks().filter(
      ({ id, blocks }) => id.startsWith('any/') && blocks.some(({ kind }) => kind === 'indicators'),
    )
    expect(withIndicators).toHaveLength(4)
    for (const { blocks } of withIndicators) {
      const block = blocks.find(({ kind }) => kind === 'indicators')
      const columns = block?.kind === 'indicators' ? block.columns : []
      expect(columns.find(({ id }) => id === 'actual')?.labels).toContain('自评完成值')
    }
  })
  it('no two files of packs are alike but for those that only name a part', () => {
    const own = written.filter((text) => !/^(?:- )?part: \S+\n$/.test(text))
    expect(own.length - new Set(own).size).toBe(0)
  })
  it('may be laid over where it is named, and a name that is no part is told with the nearest one', () => {
    const columns = (part: string) => [
      'blocks:',
      '  - id: indicators',
      '    columns:',
      `      - { part: ${part}, only: [name, score] }`,
      '      - { id: name, labels: [事项] }',
    ]
    const [pack] = check({ 'pack.yaml': columns('indicator-columns') }).parsed
    const block = pack?.blocks.find(({ kind }) => kind === 'indicators')
    const name = block?.kind === 'indicators' ? block.columns.find(({ id }) => id === 'name') : undefined
    expect(name?.labels.at(-1)).toBe('事项')
    expect(problemsOf(check({ 'pack.yaml': columns('indicator-colums') }))).toMatch(
      /pack\.yaml:7:17 没有叫“indicator-colums”的部件，是不是“indicator-columns”？/,
    )
  })
})

describe('a report outline', () => {
  const titles = (report: PackCheckReport) => report.parsed[0]?.report?.sections.map(({ id }) => id)

  it('inherits its sections by id and stands in the order that it writes', () => {
    const report = check({
      'report.yaml': [
        'order: [problems, thanks, funds]',
        'sections:',
        '  - { id: thanks, title: 致谢 }',
        '  - { id: funds, title: 资金 }',
      ],
    })
    expect(problemsOf(report)).toBe('')
    expect(titles(report)).toEqual(['problems', 'thanks', 'funds'])
    const funds = report.parsed[0]?.report?.sections.find(({ id }) => id === 'funds')
    const base = loadPacks().find(({ id }) => id === 'central/project-self-evaluation/2020')?.report
    expect(funds?.title).toBe('资金')
    expect(funds?.sentences).toEqual(base?.sections.find(({ id }) => id === 'funds')?.sentences)
    expect(funds?.sentences).not.toEqual([])
  })
  it('tells a section in its order that there is not, and one of its own that is not in it', () => {
    const report = check({
      'report.yaml': ['order: [problem]', 'sections: [{ id: thanks, title: 致谢 }]'],
    })
    expect(problemsOf(report)).toMatch(/report\.yaml:1:9 提纲里没有“problem”这一节，是不是“problems”？/)
    expect(problemsOf(report)).toMatch(/report\.yaml:2:12 “thanks”这一节没有排进 order，不会写进报告。/)
  })
  it('of Hunan 2024 does not copy that of 2023', () => {
    const lines = (edition: string) =>
      readFileSync(`packs/hunan/department-self-evaluation/${edition}/report.yaml`, 'utf8').split('\n')
    const before = new Set(lines('2023').filter((line) => /[一-鿿]/.test(line)))
    expect(lines('2024').filter((line) => before.has(line)).length).toBeLessThan(15)
  })
})

describe('a new indicator column', () => {
  const column = [
    'blocks:',
    '  - { id: indicators, columns: [{ id: evidence, name: 佐证材料, type: text }] }',
  ]
  const inserted = (after: string, more = '') => ({
    'pack.yaml': column,
    'paper.yaml': [`insert: [{ id: evidence, each: indicators, after: ${after}${more} }]`],
  })

  it('is put into paper.yaml without rewriting the spans of any row', () => {
    const report = check(inserted('actual', ', width: 9'))
    expect(problemsOf(report)).toBe('')
    const [pack] = report.parsed
    if (pack === undefined) throw new Error('no pack')
    const [printed] = printFiling(fullFiling(pack, report.parsed), report.parsed).blocks
    if (printed?.kind !== 'form') throw new Error('no form')
    const columnsOf = (words: string) => {
      const found = printed.cells.find(({ text }) => text === words)
      return found && [found.column, found.column + found.columnSpan]
    }
    const [, end] = columnsOf('实际完成值') ?? []
    expect(columnsOf('佐证材料')).toEqual([end, (end ?? 0) + 1])
    expect(columnsOf('分值')?.[0]).toBe((end ?? 0) + 1)
    const area = printed.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0)
    expect(area).toBe(printed.rows * printed.widths.length)
    expect(fieldsWithoutCell(pack)).toEqual([])
  })
  it('fits after every column of the paper, and under a heading of its own words', () => {
    const paper = loadPacks().find(({ id }) => id === 'any/project-self-evaluation/2020')?.paper
    const rows = paper?.rows.flatMap((row) => (row.kind === 'side' ? row.rows : [row])) ?? []
    const printed = rows.flatMap((row) =>
      row.kind === 'each' ? row.cells.flatMap(({ field }) => field ?? []) : [],
    )
    expect(printed).toHaveLength(12)
    const ids = printed.map((_, index) => `more${index}`)
    const report = check({
      'pack.yaml': [
        'blocks:',
        '  - id: indicators',
        '    columns:',
        ...ids.map((id) => `      - { id: ${id}, name: ${id}, type: text }`),
      ],
      'paper.yaml': [
        'insert:',
        ...ids.map(
          (id, at) => `  - { id: ${id}, each: indicators, after: ${printed[at]}, label: 佐证${at} }`,
        ),
      ],
    })
    expect(problemsOf(report)).toBe('')
    expect(report.parsed[0]?.paper?.columns).toHaveLength(25)
  })
  it('after one that is not printed is told, with the nearest one', () => {
    expect(problemsOf(check(inserted('actuel')))).toMatch(
      /paper\.yaml:1:10 纸面的这个清单没有印“actuel”这一栏，是不是“actual”？/,
    )
  })
})

describe('pack check warns', () => {
  const warningsOf = (files: Readonly<Record<string, readonly string[]>>) => {
    const report = check(files)
    return report.warnings.map(problemText).join('\n')
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
