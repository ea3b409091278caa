import { describe, expect, it } from 'vitest'
import { checkedFile, executionFinding, hintFinding } from '../testing/checked-file.js'
import { marksOf } from './marks-of.js'

describe('marksOf', () => {
  it('sums up: the verdict, counts, the score stated and computed, notes, each finding with its place', () => {
    const { summary } = marksOf(checkedFile({ notes: ['文中嵌有另一份文件，其内容没有读入。'] }))
    expect(summary).toEqual([
      '衡效核对：云溪县水利局 2024年度',
      '发现 1 处错误，另有 1 处建议。',
      '核对 3 项：1 成立，0 舍入可解释，2 不成立，0 无法核对',
      '得分　部门整体支出绩效自评表：自评总分 97.5 分，按表重算 94 分',
      '注意：文中嵌有另一份文件，其内容没有读入。',
      `1.【错误】第2张表第3行第9列（年度资金总额·得分）：${executionFinding.message}`,
      `2.【建议】第14段：${hintFinding.message}`,
    ])
  })

  it('says all at the first place of a finding and points there from the others', () => {
    const { marks } = marksOf(checkedFile({ findings: [executionFinding] }))
    expect(
      marks.map(({ place, number, isMain, severity }) => [place.column, number, isMain, severity]),
    ).toEqual([
      [8, 1, true, 'error'],
      [7, 1, false, 'error'],
    ])
    expect(marks[0]?.title).toBe(`【错误】${executionFinding.message}`)
    expect(marks[0]?.lines).toEqual([
      '改法：把第2张表第3行第9列（年度资金总额·得分）“10”（文本第214行）改为“9.92”：10 × 99.16% = 9.92',
      '依据：部门整体支出绩效自评表·年度资金总额栏',
      '规则：EXE-02',
    ])
    expect(marks[1]?.title).toBe(
      '【错误】见第1条批注：第2张表第3行第9列（年度资金总额·得分）“10”（文本第214行）',
    )
    expect(marks[1]?.lines).toEqual([executionFinding.message])
  })

  it('tells stated value, expected value and difference where the message does not', () => {
    const finding = { ...executionFinding, message: '执行率得分算错。' }
    expect(marksOf(checkedFile({ findings: [finding] })).marks[0]?.lines[0]).toBe(
      '数字：填写 10分 · 应为 9.92分 · 多 0.08分',
    )
  })

  it('leaves a finding without a place to the summary', () => {
    const { summary, marks } = marksOf(checkedFile({ findings: [{ ...hintFinding, places: [] }] }))
    expect(marks).toEqual([])
    expect(summary.at(-1)).toBe(`1.【建议】整份报告：${hintFinding.message}`)
  })
})
