import { compare, type Decimal, decimal, multiply, toShortText } from '../../../exact/decimal.js'
import { bareWords, normalise } from '../../../exact/normalise.js'
import { unitPattern } from '../../../exact/unit.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { numberOf, wordsOf } from '../../parameters.js'
import { sortOf } from './completion.js'
import {
  givesNoReason,
  type IndicatorRow,
  indicatorsOfForm,
  isEmpty,
  numberIn,
  ofEachIndicator,
} from './indicator.js'

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

/** IND-05: an actual far above its target is explained, or the target was too low. */
export const farAboveTarget = ofEachIndicator((definition) => {
  const most = numberOf(definition, 'percent')
  return ({ name, target, actual, reason, dimension }) => {
    const goal = numberIn(target)
    const done = numberIn(actual)
    if (goal === undefined || done === undefined || dimension === 'satisfaction' || dimension === 'cost')
      return []
    if (goal.relation === 'atMost' || goal.relation === 'lessThan' || goal.value.digits <= 0n) return []
    if (goal.unit !== done.unit && goal.unit !== undefined && done.unit !== undefined) return []
    const limit = multiply(goal.value, most)
    const within = compare(multiply(done.value, decimal('100')), limit) <= 0
    if (within || !givesNoReason(reason)) return [quiet('holds', target, actual)]
    return [
      {
        verdict: 'violated' as const,
        places: placesOf([actual, target, name]),
        message: `“${name.text}”实际完成 ${actual?.text}，超过目标 ${target?.text} 的 ${toShortText(most)}%。请说明原因；如果年初目标定低了，请按规定调减得分。`,
        expected: `≤ ${targetTimes(goal.value, most)}`,
        stated: toShortText(done.value),
      },
    ]
  }
})

function targetTimes(value: Decimal, percent: Decimal): string {
  return toShortText(multiply(multiply(value, percent), decimal('0.01')))
}

/** IND-06: cost, errors and complaints are ceilings; satisfaction and completion are floors. */
export const relationDirection = ofEachIndicator((definition) => {
  const ceilings = wordsOf(definition, 'ceilings')
  const savings = wordsOf(definition, 'savings')
  const floors = wordsOf(definition, 'floors')
  return ({ name, target, aspect, dimension }) => {
    const relation = numberIn(target)?.relation
    if (relation === undefined || relation === 'equal') return []
    const words = bareWords(name.text)
    const up = relation === 'atLeast' || relation === 'moreThan'
    const costly = (dimension === 'cost' || /成本/.test(aspect)) && !/率/.test(words)
    const isCeiling =
      (costly || ceilings.some((word) => words.includes(word))) &&
      !savings.some((word) => words.includes(word))
    const isFloor = floors.some((word) => words.includes(word)) && !isCeiling
    if (!(isCeiling && up) && !(isFloor && !up)) return [quiet('holds', target)]
    const right = isCeiling ? '≤' : '≥'
    return [
      {
        verdict: 'violated' as const,
        places: placesOf([target, name]),
        message: `“${name.text}”越${isCeiling ? '低' : '高'}越好，指标值却写“${target?.text}”，方向反了。请改用“${right}”。`,
        expected: right,
        stated: target?.text ?? '',
      },
    ]
  }
})

/** IND-09: a target in words says what would count as done. */
export const vagueTarget = ofEachIndicator((definition) => {
  const vague = new Set(wordsOf(definition, 'words').map(bareWords))
  return ({ name, target, actual, aspect }) => {
    if (sortOf(target) !== 'words' || sortOf(actual) === 'number' || /^数量/.test(aspect)) return []
    if (!vague.has(bareWords(target?.text ?? ''))) return [quiet('holds', target)]
    return [
      {
        verdict: 'violated' as const,
        places: placesOf([target, name]),
        message: `“${name.text}”的指标值只写“${target?.text?.trim()}”，看不出做到什么程度算完成。请写成可以衡量的标准。`,
      },
    ]
  }
})

/** STR-02: numbers in targets and actual values carry a unit. One outcome for each form. */
export const numbersHaveUnits: CheckKind = (filing) =>
  filing.forms.flatMap((form) => {
    const rows = indicatorsOfForm(form).filter(({ target }) => sortOf(target) === 'number')
    const bare = rows.filter(
      ({ target, actual }) => numberIn(target)?.unit === undefined && numberIn(actual)?.unit === undefined,
    )
    const named = bare.filter(
      ({ name, target }) => !/[%％（(]/.test(name.text) && numberIn(target)?.value.digits !== 0n,
    )
    if (rows.length === 0) return []
    if (named.length === 0) return [quiet('holds', ...rows.map(({ target }) => target))]
    return [
      {
        verdict: 'violated' as const,
        places: named.flatMap(({ target, actual }) => placesOf([target, actual])),
        message: `${named.length} 个指标的指标值只有数没有单位：${named.map(({ name, target }) => `“${name.text}”${target?.text.trim()}`).join('；')}。请补上单位（次、人、% 等）。`,
      },
    ]
  })

/** IND-11: benefit targets that are all the same high percentage need a source. */
export const uniformBenefitTargets: CheckKind = (filing, definition) => {
  const least = numberOf(definition, 'least')
  return filing.forms.flatMap((form) => {
    const rows = indicatorsOfForm(form).filter(
      ({ dimension, target }) => dimension === 'benefit' && numberIn(target)?.unit === '%',
    )
    const texts = new Set(rows.map(({ target }) => normalise(target?.text ?? '')))
    if (rows.length < 3) return []
    if (
      texts.size > 1 ||
      !rows.every(({ target }) => compare(numberIn(target)?.value ?? decimal('0'), least) >= 0)
    ) {
      return [quiet('holds', ...rows.map(({ target }) => target))]
    }
    return [
      {
        verdict: 'violated' as const,
        places: placesOf(rows.map(({ target }) => target)),
        message: `${rows.length} 个效益指标的指标值都是“${[...texts][0]}”，看不出怎么测算。请写明计算方法或数据来源。`,
      },
    ]
  })
}
