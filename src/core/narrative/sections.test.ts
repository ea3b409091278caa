import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../document/document.js'
import { readSections } from './sections.js'

function paragraphs(...texts: string[]): readonly Paragraph[] {
  return texts.map((text, position) => ({ kind: 'paragraph', index: position + 1, text }))
}

function outline(...texts: string[]): string[] {
  return readSections(paragraphs(...texts)).map(({ level, number, title }) => `${level} ${number}${title}`)
}

describe('sections', () => {
  it('a section holds its own paragraphs and those of deeper sections', () => {
    const [first, second, third] = readSections(
      paragraphs('一、基本情况', '（一）机构情况', '下设三个科室。', '二、存在的问题', '执行偏慢。'),
    )
    expect(first?.paragraphs.map(({ text }) => text)).toEqual(['（一）机构情况', '下设三个科室。'])
    expect(second?.level).toBe(2)
    expect(third?.paragraphs.map(({ text }) => text)).toEqual(['执行偏慢。'])
  })

  it('a chapter numbered in the wrong style stays a chapter', () => {
    expect(
      outline(
        '一、基本情况',
        '二、一般预算',
        '（一）基本支出',
        '（2）项目支出',
        '1.修缮12万元',
        '3、 基金预算',
        '无。',
        '四、其他',
      ),
    ).toEqual([
      '1 一、基本情况',
      '1 二、一般预算',
      '2 （一）基本支出',
      '2 （2）项目支出',
      '3 1.修缮12万元',
      '1 3、基金预算',
      '1 四、其他',
    ])
  })

  it('a list that continues inside a chapter is no chapter', () => {
    expect(outline('一、甲', '二、乙', '1、第一项', '2、第二项', '3、第三项', '三、丙')).toEqual([
      '1 一、甲',
      '1 二、乙',
      '3 1、第一项',
      '3 2、第二项',
      '3 3、第三项',
      '1 三、丙',
    ])
  })

  it('a heading that runs on into text keeps the text', () => {
    const [section] = readSections(paragraphs('（二）机构设置。本单位设办公室和业务科。'))
    expect(section?.title).toBe('机构设置')
    expect(section?.paragraphs).toHaveLength(1)
  })

  it('a long numbered sentence is an item, not a heading', () => {
    expect(
      outline('一、主要职责', '1.贯彻执行有关政策法规，拟订全县发展规划，并组织实施；负责相关管理工作。'),
    ).toEqual(['1 一、主要职责'])
  })

  it('the report ends where an attachment or a form begins', () => {
    const [section] = readSections(
      paragraphs('九、公开情况', '在网站公开。', '附件2', '2023年度基础数据表', '说明。'),
    )
    expect(section?.paragraphs.map(({ text }) => text)).toEqual(['在网站公开。'])
  })

  it('a table of contents gives no sections', () => {
    expect(
      outline('目  录', '一、基本情况……1', '二、问题……3', '一、基本情况', '设三科。', '二、问题', '无。'),
    ).toEqual(['1 一、基本情况', '1 二、问题'])
  })
})
