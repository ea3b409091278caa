import { describe, expect, it } from 'vitest'
import { toText } from './decimal.js'
import { compareEqual, printed } from './interval.js'
import { intervalOf, parseStated, type Stated, type StatedNumber } from './stated.js'

describe('what a cell states', () => {
  it.each([
    ['', 'blank'],
    ['　', 'blank'],
    ['0', 'number'],
    ['/', 'notApplicable'],
    ['——', 'dash'],
    ['-', 'dash'],
    ['无', 'none'],
    ['人次', 'text'],
    ['按计划完成', 'text'],
    ['2024年12月底前', 'date'],
  ])('“%s” is %s', (text, kind) => {
    expect(parseStated(text).kind).toBe(kind)
  })

  it.each([
    ['≥90%', '90', '%', 'atLeast'],
    ['＞＝９５％', '95', '%', 'atLeast'],
    ['90%以上', '90', '%', 'atLeast'],
    ['不超过3.5万元', '3.5', '万元', 'atMost'],
    ['小于1件次', '1', '件次', 'lessThan'],
    ['=100%', '100', '%', 'equal'],
    ['1,234.50', '1234.50', undefined, undefined],
    ['12人次', '12', '人次', undefined],
    ['≥1.2万亩', '1.2', '万亩', 'atLeast'],
    ['3万', '3', '万', undefined],
    ['0.90', '0.90', undefined, undefined],
  ])('“%s” is %s %s with sign %s', (text, value, unit, relation) => {
    const stated = numberOf(parseStated(text))
    expect([toText(stated.value), stated.unit, stated.relation]).toEqual([value, unit, relation])
  })

  it.each(['12万3', '9e99', '1.2.3', '约', '三五'])('“%s” is words, not a number', (text) => {
    expect(parseStated(text).kind).toBe('text')
  })

  it.each([
    ['2024年11月30日前', { year: 2024, month: 11, day: 30, byThen: true }],
    ['12月31日前发放到位', { year: undefined, month: 12, day: 31, byThen: true }],
    ['2024-05-08', { year: 2024, month: 5, day: 8, byThen: false }],
  ])('“%s” is a date', (text, date) => {
    expect(parseStated(text)).toMatchObject(date)
  })

  it('a thirteenth month is no date', () => {
    expect(parseStated('2024年13月').kind).toBe('text')
  })
})

describe('inexact numbers are open', () => {
  it('990 余 is from 990 to 1000', () => {
    const interval = intervalOf(numberOf(parseStated('990余万元')))
    expect(compareEqual(interval, printed({ digits: 99_412n, scale: 2 }))).toBe('rounding')
    expect(compareEqual(interval, printed({ digits: 101_000n, scale: 2 }))).toBe('violated')
    expect(compareEqual(interval, printed({ digits: 98_900n, scale: 2 }))).toBe('violated')
  })

  it('约 1000 is half a thousand to either side', () => {
    const interval = intervalOf(numberOf(parseStated('约1000人')))
    expect(compareEqual(interval, printed({ digits: 1400n, scale: 0 }))).toBe('rounding')
    expect(compareEqual(interval, printed({ digits: 1600n, scale: 0 }))).toBe('violated')
  })

  it('people are counted, money is rounded', () => {
    const people = intervalOf(numberOf(parseStated('7人')))
    const money = intervalOf(numberOf(parseStated('7万元')))
    expect(compareEqual(people, printed({ digits: 74n, scale: 1 }))).toBe('violated')
    expect(compareEqual(money, printed({ digits: 74n, scale: 1 }))).toBe('rounding')
  })
})

function numberOf(stated: Stated): StatedNumber {
  if (stated.kind !== 'number') throw new Error(`not a number: ${stated.kind}`)
  return stated
}
