import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldsWithoutCell } from '../core/paper/fields-without-cell.js'
import { printFiling } from '../core/paper/print-filing.js'
import { checkBureauPack, linesOf } from '../testing/bureau-pack.js'
import { fullFiling } from '../testing/full-filing.js'
import { filesUnder } from '../testing/repository.js'
import type { PackCheckReport } from './check-packs.js'
import { loadPacks } from './load-packs.js'

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
    const report = checkBureauPack({
      'pack.yaml': ownWeights("output: '40', benefit: '40', satisfaction: '10'"),
      'cases/weights.yaml': cases,
    })
    expect(linesOf(report.problems)).toBe('')
    expect(report.outcomes.map(({ actual }) => actual)).toEqual(['holds', 'violated'])
    const written = report.parsed[0]?.checks.find(({ id }) => id === 'weight-scheme')
    expect(written).toMatchObject({
      severity: 'warning',
      basis: [{ form: '云溪县项目支出绩效自评表', clause: '填表说明第2条' }],
    })
  })
  it('that do not make 100 points are told, with the sum', () => {
    const report = checkBureauPack({
      'pack.yaml': ownWeights("output: '40', benefit: '30', satisfaction: '10'"),
    })
    expect(linesOf(report.problems)).toMatch(
      /pack\.yaml:5:13 权重方案“云溪县方案”合计 90 分（执行率 10、产出 40、效益 30、满意度 10），应当是 100 分。/,
    )
  })
  it('for a dimension that no form has are told, with the nearest one', () => {
    const report = checkBureauPack({
      'pack.yaml': ownWeights("outputs: '50', benefit: '30', satisfaction: '10'"),
    })
    expect(linesOf(report.problems)).toContain('没有“outputs”，是不是“output”？')
  })
  it('may not be graver than their basis', () => {
    const own = ownWeights("output: '40', benefit: '40', satisfaction: '10'")
    const practice = own.map((line) => line.replace(/basis: .*/, 'basis: [{ practice: 历来如此 }]'))
    const report = checkBureauPack({ 'pack.yaml': [...practice, '  severity: error'] })
    expect(linesOf(report.problems)).toContain('权重（weights）的依据只够定为“提示”')
  })
  it('want a case that holds and one that does not', () => {
    const report = checkBureauPack({
      'pack.yaml': ownWeights("output: '40', benefit: '40', satisfaction: '10'"),
    })
    expect(linesOf(report.problems)).toContain('规则“weight-scheme”在 cases/ 里缺少')
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
  it('is named by some pack, or by another part', () => {
    const parts = filesUnder('packs/any/parts').map((file) => basename(file, '.yaml'))
    expect(parts.length).toBeGreaterThan(5)
    expect(
      parts.filter((part) => !written.some((text) => new RegExp(`part: ${part}\\b`).test(text))),
    ).toEqual([])
  })
  it('may be laid over where it is named, and a name that is no part is told with the nearest one', () => {
    const columns = (part: string) => [
      'blocks:',
      '  - id: indicators',
      '    columns:',
      `      - { part: ${part}, only: [name, score] }`,
      '      - { id: name, labels: [事项] }',
    ]
    const [pack] = checkBureauPack({ 'pack.yaml': columns('indicator-columns') }).parsed
    const block = pack?.blocks.find(({ kind }) => kind === 'indicators')
    const name = block?.kind === 'indicators' ? block.columns.find(({ id }) => id === 'name') : undefined
    expect(name?.labels.at(-1)).toBe('事项')
    expect(linesOf(checkBureauPack({ 'pack.yaml': columns('indicator-colums') }).problems)).toMatch(
      /pack\.yaml:7:17 没有叫“indicator-colums”的部件，是不是“indicator-columns”？/,
    )
  })
})

describe('a report outline', () => {
  const titles = (report: PackCheckReport) => report.parsed[0]?.report?.sections.map(({ id }) => id)

  it('inherits its sections by id and stands in the order that it writes', () => {
    const report = checkBureauPack({
      'report.yaml': [
        'order: [problems, thanks, funds]',
        'sections:',
        '  - { id: thanks, title: 致谢 }',
        '  - { id: funds, title: 资金 }',
      ],
    })
    expect(linesOf(report.problems)).toBe('')
    expect(titles(report)).toEqual(['problems', 'thanks', 'funds'])
    const funds = report.parsed[0]?.report?.sections.find(({ id }) => id === 'funds')
    const base = loadPacks().find(({ id }) => id === 'central/project-self-evaluation/2020')?.report
    expect(funds?.title).toBe('资金')
    expect(funds?.sentences).toEqual(base?.sections.find(({ id }) => id === 'funds')?.sentences)
    expect(funds?.sentences).not.toEqual([])
  })
  it('tells a section in its order that there is not, and one of its own that is not in it', () => {
    const report = checkBureauPack({
      'report.yaml': ['order: [problem]', 'sections: [{ id: thanks, title: 致谢 }]'],
    })
    expect(linesOf(report.problems)).toMatch(/report\.yaml:1:9 提纲里没有“problem”这一节，是不是“problems”？/)
    expect(linesOf(report.problems)).toMatch(/report\.yaml:2:12 “thanks”这一节没有排进 order，不会写进报告。/)
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
    const report = checkBureauPack(inserted('actual', ', width: 9'))
    expect(linesOf(report.problems)).toBe('')
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
    const report = checkBureauPack({
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
    expect(linesOf(report.problems)).toBe('')
    expect(report.parsed[0]?.paper?.columns).toHaveLength(25)
  })
  it('after one that is not printed is told, with the nearest one', () => {
    expect(linesOf(checkBureauPack(inserted('actuel')).problems)).toMatch(
      /paper\.yaml:1:10 纸面的这个清单没有印“actuel”这一栏，是不是“actual”？/,
    )
  })
})
