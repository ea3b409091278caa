import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { parseCaseDocument } from '../pack-check/case-document.js'
import { explainMisfit } from './explain-misfit.js'
import { recognise } from './recognise.js'

const pack = loadPacks().filter(({ id }) => id === 'central/project-self-evaluation/2020')

function misfitOf(lines: readonly string[]): string {
  return explainMisfit(recognise(parseCaseDocument(lines.join('\n')), pack), pack).join('\n')
}

const funds = [
  '| 项目资金 | | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |',
  '| ^ | 年度资金总额 | < | 100.00 | 100.00 | 100.00 | 10 | 100% | 10 |',
]

describe('a pack that was asked for and does not fit', () => {
  it('says which signs were looked for when the labels are there', () => {
    expect(misfitOf(['2024年度自评表', ...funds])).toBe(
      '没有认出“项目支出绩效自评表”（central/project-self-evaluation/2020）：最像的是第1张表，对上了 9 个行名和栏名，但标志词（signs）一个也没有，表上至少要印有一个：“项目名称”、“实施单位”、“主管部门及代码”、“中央主管部门”、“年度资金总和”。',
    )
  })
  it('says which labels were looked for when too few are there', () => {
    const words = misfitOf(['2024年度自评表', '| 名称 | 数量 |', '| 年初预算数 | 3 |'])
    expect(words).toContain('对上了 1 个行名和栏名，至少要有 4 个；要找而没有的有“项目名称”、“主管部门”')
    expect(words).not.toContain('“年初预算数”')
  })
  it('says so when there is no table at all', () => {
    expect(misfitOf(['2024年度自评报告'])).toContain('文件里没有表格。')
  })
  it('says nothing when it was seen', () => {
    expect(
      misfitOf(['2024年度自评表', '| 项目名称 | 河道清淤 | < | < | < | < | < | < | < |', ...funds]),
    ).toBe('')
  })
})
