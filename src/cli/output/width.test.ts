import { describe, expect, it } from 'vitest'
import { displayWidth, padEnd, truncate, wrap } from './width.js'

describe('the width of text in a terminal', () => {
  it('counts two columns for Chinese signs and one for others', () => {
    expect(displayWidth('执行率 99.16%')).toBe(13)
    expect(displayWidth('“核对”')).toBe(8)
  })

  it('counts nothing for a zero width space', () => {
    expect(displayWidth('a\u200bb')).toBe(2)
  })

  it('pads to columns, not to letters', () => {
    expect(padEnd('成立', 6)).toBe('成立  ')
  })

  it('cuts so that the mark of the cut still fits', () => {
    expect(truncate('全年预算数执行数', 9)).toBe('全年预…')
    expect(truncate('全年预算数', 10)).toBe('全年预算数')
  })
})

describe('wrapping', () => {
  it('never begins a line with a closing sign and never breaks a number', () => {
    const lines = wrap('总分填了98.94分，各行合计是88.95分，相差9.99分。', 16)
    expect(lines.every((line) => displayWidth(line) <= 18)).toBe(true)
    expect(lines.filter((line) => /^[，。）”]/.test(line))).toEqual([])
    expect(lines.join('')).toBe('总分填了98.94分，各行合计是88.95分，相差9.99分。')
    for (const number of ['98.94', '88.95', '9.99'])
      expect(lines.some((line) => line.includes(number))).toBe(true)
  })

  it('gives no line for no text', () => {
    expect(wrap('', 20)).toEqual([])
  })
})
