import { describe, expect, it } from 'vitest'
import type { CellFinding } from '../../core/editing/checked-content.js'
import { type FilingAnswer, partFindings } from './open-findings.js'

describe('findings before a submission', () => {
  it('holds back errors and warnings that nobody answered for, and never hints', () => {
    const open = partFindings([found('error'), found('warning'), found('info')], [])
    expect(open.errors).toHaveLength(1)
    expect(open.warnings).toHaveLength(1)
  })

  it('lets a warning with a reason pass, but not an error with only a reason', () => {
    const open = partFindings([found('error'), found('warning')], [answered('justified')])
    expect([open.errors.length, open.warnings.length, open.answered.length]).toEqual([1, 0, 1])
  })

  it('lets a waived error pass', () => {
    expect(partFindings([found('error')], [answered('waived')]).errors).toEqual([])
  })

  it('asks again when what the answer rested on has changed', () => {
    const open = partFindings([found('warning')], [{ ...answered('justified'), inputs: 'before' }])
    expect(open.warnings).toHaveLength(1)
  })
})

function found(severity: CellFinding['severity']): CellFinding {
  return {
    verdict: 'violated',
    places: [],
    message: '总分与各行合计不一致。',
    rule: 'SCO-01',
    check: 'total',
    severity,
    basis: [],
    cells: ['f1/total'],
    suggestedCell: undefined,
    inputs: 'now',
  }
}

function answered(kind: FilingAnswer['kind']): FilingAnswer {
  return {
    answerId: '00000000-0000-4000-8000-000000000001',
    kind,
    rule: 'SCO-01',
    check: 'total',
    inputs: 'now',
    cells: ['f1/total'],
    message: '总分与各行合计不一致。',
    reason: '已核对原始凭证',
    byName: '王小禾',
    answeredAt: '2025-05-03T02:00:00Z',
  }
}
