import { describe, expect, it } from 'vitest'
import type { Block, Document } from '../document/document.js'
import { findBudgetYear, findTitle, findTitles, findUnit, unitInTitle } from './title.js'

function documentOf(...texts: string[]): Document {
  const blocks: Block[] = texts.map((text, position) => ({ kind: 'paragraph', index: position + 1, text }))
  return { blocks, notes: [] }
}

describe('the title', () => {
  it('is joined from its lines, without the date above it', () => {
    const document = documentOf(
      ' 年  月  日',
      '',
      '2023年度云溪县民政局整体支出',
      '绩效自评报告',
      '一、基本情况',
    )
    expect(findTitles(document).map(({ text }) => text)).toEqual(['2023年度云溪县民政局整体支出绩效自评报告'])
    expect(findTitle(document)?.part).toBe('paragraph 3')
  })

  it.each([
    ['2023年度云溪县民政局整体支出绩效自评报告', '云溪县民政局'],
    ['2023年度青岭市商务局老干部服务中心部门整体支出绩效自评报告', '青岭市商务局老干部服务中心'],
    ['云溪县民政局高龄老人津贴项目支出绩效自评报告', '云溪县民政局'],
    ['关于青岭市第一中学2022年度整体支出绩效评价的报告', '青岭市第一中学'],
    ['（2021年度）部门（单位）整体支出预算绩效自评报告', undefined],
    ['2024年度部门整体支出绩效报告', undefined],
    ['2024年度项目支出绩效报告', undefined],
  ])('%s names %s', (title, unit) => {
    expect(unitInTitle(title)).toBe(unit)
  })

  it('a unit missing in the title is found above the closing date', () => {
    expect(findUnit(documentOf('2023年度整体支出绩效报告', '正文。', '云溪县档案馆', '2024年5月8日'))).toBe(
      '云溪县档案馆',
    )
  })

  it('a unit missing everywhere else is found where the text introduces it', () => {
    const document = documentOf(
      '（2021年度）部门（单位）整体支出绩效自评报告',
      '青岭市军供服务中心内设3个科室。',
    )
    expect(findUnit(document)).toBe('青岭市军供服务中心')
    expect(findBudgetYear(document)).toBe(2021)
  })

  it('a year missing in the title is the year most often called so', () => {
    expect(
      findBudgetYear(documentOf('云溪县民政局自评报告', '2023年度预算。', '2023年度决算，较2022年度增加。')),
    ).toBe(2023)
  })
})
