import { bareWords, normalise } from '../../../exact/normalise.js'
import { unitPattern } from '../../../exact/unit.js'
import type { Outcome } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { sortOf } from './completion.js'
import { type IndicatorRow, isEmpty, numberIn, ofEachIndicator } from './indicator.js'

const unitOnly = new RegExp(`^(?:${unitPattern})$`)

/** IND-01: a quantity indicator has a number with a unit as target and an exact number as actual. */
export const quantityIsNumber = ofEachIndicator(
  () => (indicator) =>
    !/^数量/.test(indicator.aspect) || isEmpty(indicator.target) ? [] : [checkQuantity(indicator)],
)

function checkQuantity({ name, target, actual }: IndicatorRow): Outcome {
  const places = placesOf([actual, target, name])
  const targetText = normalise(target?.text ?? '').replace(/\s/g, '')
  const stated = numberIn(actual)
  if (unitOnly.test(targetText)) {
    return {
      verdict: 'violated',
      places,
      message: `数量指标“${name.text}”的指标值只写了单位“${targetText}”，没有数；实际完成值是“${actual?.text}”。请写明计划多少、实际多少（确数）。`,
    }
  }
  if (stated?.approximation !== undefined) {
    return {
      verdict: 'violated',
      places,
      message: `数量指标“${name.text}”的实际完成值“${actual?.text}”是约数。请按台账填写确数。`,
    }
  }
  if (numberIn(target)?.unit === '%' && /率$/.test(bareWords(name.text))) {
    return {
      verdict: 'violated',
      severity: 'warning',
      places: placesOf([name, target]),
      message: `数量指标“${name.text}”是比率（指标值 ${target?.text}），看不出做了多少。请改成人数、件数等数量，或移到质量、时效指标。`,
    }
  }
  if (sortOf(target) === 'number') return quiet('holds', target, actual)
  return {
    verdict: 'violated',
    severity: 'warning',
    places: placesOf([target, actual, name]),
    message: `数量指标“${name.text}”的指标值“${target?.text}”不是数量。请写成“数值＋单位”，例如“≥5 次”。`,
  }
}
