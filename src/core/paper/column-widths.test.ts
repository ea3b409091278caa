import { describe, expect, it } from 'vitest'
import { shareWidth } from './column-widths.js'
import type { PrintedCell } from './printed.js'

describe('shareWidth', () => {
  it('shares in the form’s own proportions where every number has room', () => {
    expect(shareWidth(gridOf(['名称', '97.20%']), { width: 200, fontSize: 10 })).toEqual([100, 100])
  })

  it('takes the room that a number lacks from the column that has some', () => {
    const [name = 0, rate = 0] = shareWidth(gridOf(['名称', '97.20%'], [9, 1]), { width: 200, fontSize: 10 })
    expect(rate).toBeCloseTo(6 * 6 + 7, 5)
    expect(name + rate).toBeCloseTo(200, 5)
  })

  it('keeps the proportions where there is no room to take', () => {
    const grid = gridOf(['123456789.00', '123456789.00'], [3, 1])
    expect(shareWidth(grid, { width: 80, fontSize: 10 })).toEqual([60, 20])
  })

  it('does not mind a long text in Chinese, which can be broken', () => {
    const grid = gridOf(['优抚对象抚恤补助发放', '1'], [1, 3])
    expect(shareWidth(grid, { width: 80, fontSize: 10 })).toEqual([20, 60])
  })
})

function gridOf(texts: readonly string[], widths: readonly number[] = texts.map(() => 1)) {
  const cells = texts.map((text, column): PrintedCell => {
    const place = { row: 0, column, rowSpan: 1, columnSpan: 1 }
    return { ...place, text, kind: 'value', align: 'center', field: undefined, type: undefined }
  })
  return { widths, cells }
}
