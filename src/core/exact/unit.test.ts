import { describe, expect, it } from 'vitest'
import { parseChineseNumber } from './chinese-number.js'
import { decimal, toText } from './decimal.js'
import { bareWords, normalise } from './normalise.js'
import { convert, sameDimension } from './unit.js'

describe('units', () => {
  it.each([
    ['2227.73', '万元', '元', '22277300'],
    ['22277300', '元', '万元', '2227.7300'],
    ['1.5', '亿元', '万元', '15000'],
    ['3', '名', '人', '3'],
  ])('%s %s is in %s %s', (value, from, to, result) => {
    const converted = convert(decimal(value), from, to)
    expect(converted && toText(converted)).toBe(result)
  })

  it('人 and 人次, % and 天, 件 and 次 are never compared', () => {
    expect([sameDimension('人', '人次'), sameDimension('%', '天'), sameDimension('件', '次')]).toEqual([
      false,
      false,
      false,
    ])
    expect(convert(decimal('1'), '人', '万元')).toBeUndefined()
  })
})

describe('signs and words', () => {
  it('folds full-width signs and the spellings of ≥', () => {
    expect(normalise('＞＝９５％　')).toBe('≥95%')
  })

  it('labels are compared by their words alone', () => {
    expect(bareWords('预算部门（单位）\n名 称：')).toBe('预算部门单位名称')
  })

  it.each([
    ['二十一', 21],
    ['一百零五', 105],
    ['两', 2],
    ['二〇二四', 2024],
    ['十', 10],
  ])('%s is %i', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value)
  })

  it('words are no numbers', () => {
    expect([parseChineseNumber(''), parseChineseNumber('第一'), parseChineseNumber('天')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
