import type { Outcome } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { wordsOf } from '../../parameters.js'
import { sortOf } from './completion.js'
import { type IndicatorRow, ofEachIndicator } from './indicator.js'

/** IND-02: target and actual are of one sort: both numbers, both dates or both words. */
export const sameSort = ofEachIndicator((definition) => {
  const milder = wordsOf(definition, 'milderAspects')
  return (indicator) => {
    const { target, actual, aspect } = indicator
    const [left, right] = [sortOf(target), sortOf(actual)]
    if (left === 'nothing' || right === 'nothing' || /^数量/.test(aspect)) return []
    if (left === right || !(left === 'number' || right === 'number')) return [quiet('holds', target, actual)]
    const mild = milder.some((word) => aspect.includes(word)) ? { severity: 'info' as const } : {}
    return [{ ...differentSorts(indicator, left), ...mild }]
  }
})

function differentSorts({ name, target, actual }: IndicatorRow, targetSort: string): Outcome {
  const advice =
    targetSort === 'number'
      ? '指标值是数，实际完成值也要填数'
      : `指标值是文字，请写清做到了什么，或者把指标值改成可以算出“${actual?.text}”的比率`
  return {
    verdict: 'violated',
    places: placesOf([target, actual, name]),
    message: `“${name.text}”的指标值“${target?.text}”和实际完成值“${actual?.text}”对不上口径：${advice}。`,
  }
}
