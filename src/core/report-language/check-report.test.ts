import { describe, expect, it } from 'vitest'
import { readYaml } from '../../packs/read-yaml.js'
import { parsePack, readVocabulary } from '../pack-source/parse-pack.js'
import { type PackProblem, problemText } from '../pack-source/source.js'

const packYaml = `
id: yunxi/department/2025
form: departmentSelfEvaluation
title: 云溪县部门整体支出绩效自评表
years: [2025]
amounts: { unit: 万元, decimals: 2 }
blocks:
  - kind: grid
    id: funds
    name: 资金
    rows:
      - { id: totalFunds, name: 年度资金总额 }
    columns:
      - { id: adjustedBudget, name: 全年预算数, type: amount }
      - { id: executedAmount, name: 全年执行数, type: amount }
  - kind: indicators
    id: indicators
    name: 指标
    columns:
      - { id: name, name: 三级指标, type: text }
      - { id: weight, name: 分值, type: weight }
      - { id: score, name: 得分, type: score }
`

const baseDataYaml = `
id: yunxi/base-data/2025
form: baseData
title: 云溪县基础数据表
years: [2025]
amounts: { unit: 万元, decimals: 2 }
blocks:
  - kind: pairs
    id: staff
    fields:
      - { id: staffInPost, name: 在职人数, type: count }
`

function nodeOf(file: string, text: string) {
  const { node } = readYaml(file, text)
  if (node === undefined) throw new Error(`${file} is empty`)
  return node
}

const baseData = readVocabulary(nodeOf('pack.yaml', baseDataYaml))
if (baseData === undefined) throw new Error('the base data can be read')
const forms = new Map([
  ['baseData', [baseData.words]],
  ['departmentSelfEvaluation', []],
])

/** What is told of a report.yaml. */
function problemsOf(reportYaml: string): readonly string[] {
  const problems: PackProblem[] = []
  const source = {
    pack: nodeOf('pack.yaml', packYaml),
    lineage: ['yunxi/department/2025'],
    checks: undefined,
    scoring: undefined,
    paper: undefined,
    report: nodeOf('report.yaml', reportYaml),
  }
  parsePack(source, { laws: [], kinds: undefined, forms }, problems)
  return problems.map(problemText)
}

const withSentence = (sentence: string): string => `
title: 自评报告
forms: [{ id: baseData, name: 基础数据表 }]
lists: [{ id: deducted, name: 扣分指标, of: 指标, when: 得分 < 分值 }]
sections:
  - id: funds
    title: 资金情况
    sentences:
      - ${sentence}
`

describe('the sentences of a report.yaml', () => {
  it.each([
    "'{单位}{年度}年全年执行数{全年执行数}万元[，{比上年(全年执行数)}]。'",
    "'在职{基础数据表.在职人数}人，执行率{比率(全年执行数, 年度资金总额.全年预算数)}。'",
    "{ each: 扣分指标, say: '“{三级指标}”扣{分值 - 得分}分。' }",
    '{ when: 个数(扣分指标) = 0, say: 没有扣分的指标。 }',
    "{ say: '得分合计{合计(指标, 得分)}分。', follows: true }",
  ])('%s is understood', (sentence) => {
    expect(problemsOf(withSentence(sentence))).toEqual([])
  })

  it.each([
    [
      "'全年执行数{全年执形数}万元。'",
      'report.yaml:9:15 [7-11] 没有叫“全年执形数”的格子或数，是不是“全年执行数”？',
    ],
    ["'在职{基础数据表.在职人}人。'", 'report.yaml:9:12 [4-12] 表里没有“在职人”这一格，是不是“在职人数”？'],
    [
      "{ each: 扣分指, say: '{三级指标}' }",
      'report.yaml:9:17 [1-3] 没有叫“扣分指”的列表，是不是“扣分指标”？',
    ],
    [
      "{ when: '全年执行数 <> 有值', say: '…' }",
      'report.yaml:9:26 [10-11] 这里要写一个名称或数，却写了“有值”。',
    ],
    ["{ each: 指标, say: '{三级指标', numbered: true }", 'report.yaml:9:26 [1-1] 这个“{”没有写“}”。'],
    ["{ say: '…', each: 指标, numberd: true }", 'report.yaml:9:31 不认识“numberd”这一项，是不是“numbered”？'],
  ])('%s is told with line and column', (sentence, told) => {
    expect(problemsOf(withSentence(sentence))).toEqual([told])
  })

  it('names a kind of form that is none', () => {
    expect(problemsOf('title: 报告\nforms: [{ id: baseDate, name: 基础数据表 }]\nsections: []\n')).toEqual([
      'report.yaml:2:15 没有“baseDate”这种表，是不是“baseData”？',
    ])
  })
})
