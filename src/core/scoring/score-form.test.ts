import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { readYaml } from '../../packs/read-yaml.js'
import { makeVocabulary } from '../language/vocabulary.js'
import { parseCaseForm } from '../pack-check/case-form.js'
import { type FormScore, scoreForm } from './score-form.js'

const pack = loadPacks().find(({ id }) => id === 'hunan/department-self-evaluation/2023')

function scoreOf(given: string): FormScore {
  const { node } = readYaml('case.yaml', given)
  if (pack === undefined || node === undefined) throw new Error('pack or case missing')
  return scoreForm(parseCaseForm(node, pack, makeVocabulary(pack.blocks, pack.groups)).form, pack)
}

const execution = "全年预算数: '2227.73', 全年执行数: '2225.97', 执行率分值: '10', 执行率得分: '9'"

function lineOf(row: string): string | undefined {
  return scoreOf(`{ 指标: [{ 三级指标: 清淤河道, 分值: '10', 得分: '10', ${row} }] }`).rows[0]?.line
}

describe('scoring a form', () => {
  it('adds what was computed to what only people can judge', () => {
    const score = scoreOf(
      `{ ${execution}, 总分: '99', 指标: [{ 三级指标: 面貌改善, 年度指标值: 改善, 实际完成值: 改善, 分值: '90', 得分: '90' }] }`,
    )
    expect(score).toMatchObject({ statedTotal: '99', computedTotal: '99.99', grade: '优' })
    expect(score.derivation).toEqual([
      '年度资金总额执行率：10 × 2225.97 ÷ 2227.73 = 9.99，自评 9',
      '面貌改善：定性指标，按自评 90 分计',
      '总分：9.99 + 90 = 99.99，等级：优，表中填 99',
    ])
  })
  it('leaves the total open when a figure is missing, never zero', () => {
    const score = scoreOf(
      `{ ${execution}, 指标: [{ 三级指标: 清淤河道, 年度指标值: '≥10公里', 实际完成值: '', 分值: '90', 得分: '' }] }`,
    )
    expect(score.computedTotal).toBeUndefined()
    expect(score.rows[1]?.line).toBe('清淤河道：没有填完成值，也没有自评得分，无法计分')
  })
  it.each([
    ["年度指标值: '≥10公里', 实际完成值: '12公里'", '达到指标值，得满分 10'],
    ["年度指标值: '≥10公里', 实际完成值: '9公里'", '10 × 9 ÷ 10 = 9，自评 10'],
    ["年度指标值: '≤3次', 实际完成值: '4次'", '10 × 3 ÷ 4 = 7.5，自评 10'],
    ["年度指标值: '=100%', 实际完成值: '104%'", '10 × (1 − (104 − 100) ÷ 100) = 9.6，自评 10'],
    ["年度指标值: '≤0次', 实际完成值: '0次'", '达到指标值，得满分 10'],
    ["年度指标值: '≤0次', 实际完成值: '2次'", '指标值为 0，没有比例可算，按自评 10 分计'],
    ["年度指标值: '80%', 实际完成值: '85%'", '指标值没有写 ≥ 或 ≤，按自评 10 分计'],
    ['年度指标值: 2023年12月底前, 实际完成值: 2023年11月', '不晚于指标值，得满分 10'],
    ["年度指标值: '≥10公里', 实际完成值: '12人'", '指标值与完成值单位不同，按自评 10 分计'],
  ])('%s', (row, line) => {
    expect(lineOf(row)).toBe(`清淤河道：${line}`)
  })
})
