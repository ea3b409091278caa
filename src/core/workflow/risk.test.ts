import { describe, expect, it } from 'vitest'
import { type RiskSigns, riskOf } from './risk.js'

const quiet: RiskSigns = {
  errors: 0,
  warnings: 0,
  waived: 0,
  totalFunds: '89.79',
  easierTargets: 0,
  paragraphs: 30,
  copiedParagraphs: 2,
  isFullScore: false,
}

describe('riskOf', () => {
  it('is nothing for a small filing without signs', () => {
    expect(riskOf(quiet)).toEqual({ risk: 0, reasons: [] })
  })

  it.each<[string, Partial<RiskSigns>, number, string]>([
    ['errors', { errors: 3 }, 30, '3 处错误没有改'],
    ['many errors, but no more than 40', { errors: 30 }, 40, '30 处错误没有改'],
    ['warnings', { warnings: 2 }, 4, '2 处提示没有说明'],
    ['waived errors', { waived: 1 }, 3, '1 处错误是豁免的'],
    ['easier targets', { easierTargets: 1 }, 8, '1 项指标的目标比上年低'],
    ['a copied report', { copiedParagraphs: 10 }, 15, '报告 30 段里有 10 段与上年一字不差'],
    ['full points', { isFullScore: true }, 8, '各项指标全部满分，没有一处偏差说明'],
    ['much money', { totalFunds: '1000' }, 10, '资金量大（1000 万元）'],
  ])('says in words that it counts %s', (_sign, signs, risk, reason) => {
    expect(riskOf({ ...quiet, ...signs })).toEqual({ risk, reasons: [reason] })
  })

  it('puts the heaviest reason first and never exceeds 100', () => {
    const { risk, reasons } = riskOf({
      errors: 9,
      warnings: 9,
      waived: 9,
      totalFunds: '9000',
      easierTargets: 9,
      paragraphs: 9,
      copiedParagraphs: 9,
      isFullScore: true,
    })
    expect(risk).toBe(100)
    expect(reasons[0]).toBe('9 处错误没有改')
    expect(reasons).toHaveLength(7)
  })

  it('does not take an unreadable amount for money', () => {
    expect(riskOf({ ...quiet, totalFunds: undefined }).risk).toBe(0)
  })
})
