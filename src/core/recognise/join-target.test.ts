import { describe, expect, it } from 'vitest'
import { parseStated } from '../exact/stated.js'
import type { FieldValue } from '../filing/filing.js'
import { joinTarget } from './join-target.js'

function cell(text: string): FieldValue {
  return { text, stated: parseStated(text), unit: undefined, place: { part: 'table 1', quote: text } }
}

describe('joinTarget', () => {
  it('puts sign, number and unit of three columns together and keeps what is printed', () => {
    const row = joinTarget({ nature: cell('≤'), target: cell('90'), unit: cell('%'), actual: cell('95') })
    expect(row.target?.stated).toMatchObject({ kind: 'number', relation: 'atMost', unit: '%' })
    expect(row.actual?.stated).toMatchObject({ kind: 'number', unit: '%' })
    expect(row.target?.text).toBe('90')
  })

  it('leaves a target that says everything itself', () => {
    const target = cell('≥10公里')
    expect(joinTarget({ nature: cell('定量'), target, unit: cell('公里') }).target).toEqual(target)
  })

  it('takes 定性 for no sign and words for words', () => {
    const target = cell('明显改善')
    expect(joinTarget({ nature: cell('定性'), target, unit: cell('') }).target).toEqual(target)
  })

  it('measures against the target as changed during the year', () => {
    const row = joinTarget({ target: cell('12公里'), adjustedTarget: cell('10公里'), actual: cell('11公里') })
    expect(row.target?.text).toBe('10公里')
    expect(row.initialTarget?.text).toBe('12公里')
  })

  it('keeps the first target when nothing was changed', () => {
    expect(joinTarget({ target: cell('12公里'), adjustedTarget: cell('') }).target?.text).toBe('12公里')
  })
})
