import { describe, expect, it } from 'vitest'
import { eventInWords } from './event-words.js'

const happenedAt = new Date('2026-03-05T02:32:00Z')

function words(action: string, data: Readonly<Record<string, unknown>> = {}): string {
  return eventInWords({ happenedAt, byName: '王某某', action, data })
}

const cell = { cell: 'f1/indicators/r3/actual', label: '绩效指标·演出场次·实际完成值' }

describe('eventInWords', () => {
  it('says when, who, what, from what, to what', () => {
    expect(words('edit', { made: [{ ...cell, from: '10', to: '12' }] })).toBe(
      '3月5日 10:32 王某某 把“绩效指标·演出场次·实际完成值”由 10 改为 12',
    )
  })

  it('tells filling in and clearing from changing', () => {
    expect(words('edit', { made: [{ ...cell, from: '', to: '12' }] })).toContain('填入 12')
    expect(words('edit', { made: [{ ...cell, from: '12', to: '' }] })).toContain(
      '清空了“绩效指标·演出场次·实际完成值”（原为 12）',
    )
  })

  it('names the first five of many changes and counts the rest', () => {
    const made = Array.from({ length: 12 }, (_, index) => ({ ...cell, from: '1', to: String(index) }))
    const sentence = words('edit', { made })
    expect(sentence).toContain('改动 12 处：')
    expect(sentence).toMatch(/由 1 改为 4；另有 7 处$/)
  })

  it.each([
    ['start', { from: 'lastYear' }, '从上年的自评开始填报'],
    ['submit', { signedBy: '李某' }, '提交了自评，由 李某 签字'],
    ['sendBack', { flags: [{}, {}], reason: '数字对不上' }, '退回修改 2 处，理由：数字对不上'],
    ['waive', { message: '总分不对', reason: '已核实' }, '豁免了一处错误“总分不对”，理由：已核实'],
    ['proposeScore', { label: '得分', points: null }, '撤销了“得分”的复核分'],
    ['somethingNew', {}, '办理了“somethingNew”'],
  ])('says %s', (action, data, deed) => {
    expect(words(action, data)).toBe(`3月5日 10:32 王某某 ${deed}`)
  })

  it('uses the day of China, where it is already tomorrow', () => {
    const late = eventInWords({
      happenedAt: new Date('2026-03-05T18:00:00Z'),
      byName: '王',
      action: 'publish',
      data: {},
    })
    expect(late).toBe('3月6日 02:00 王 公开了这份自评')
  })
})
