import { describe, expect, it } from 'vitest'
import { decimal } from '../exact/decimal.js'
import { fromDecimal } from '../exact/rational.js'
import { changeRuns } from './change-words.js'
import { textOfRuns } from './draft.js'
import type { DraftNumber } from './draft-value.js'

function figure(text: string, field: string): DraftNumber {
  const value = decimal(text)
  return { kind: 'number', value: fromDecimal(value), scale: value.scale, text, field }
}

const change = (now: string, before: string) =>
  changeRuns({ now: figure(now, 'now'), before: figure(before, 'before'), unit: '万元', label: '支出' })

describe('a comparison with last year', () => {
  it.each([
    ['838.16', '795.50', '比上年增加42.66万元，增长5.36%'],
    ['9.4', '12.54', '比上年减少3.14万元，下降25.04%'],
    ['0', '0.17', '比上年减少0.17万元，下降100%'],
    ['50.00', '50', '与上年持平'],
    ['0', '0.00', '与上年持平'],
    ['17.01', '0', '上年为零，增加17.01万元'],
    ['2.005', '2', '比上年增加0.005万元，增长0.25%'],
    ['1.0005', '1', '比上年增加0.0005万元，增长0.05%'],
    ['1.00005', '1', '比上年增加0.00005万元，增长0.01%'],
  ])('%s after %s: %s', (now, before, words) => {
    expect(textOfRuns(change(now, before))).toBe(words)
  })

  it('binds its figures to the cell that changed', () => {
    expect(change('838.16', '795.50').flatMap(({ text, field }) => (field ? [[text, field]] : []))).toEqual([
      ['42.66', 'computed.changeOf(now)'],
      ['5.36%', 'computed.changeRateOf(now)'],
    ])
  })
})
