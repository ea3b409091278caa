import { bareWords } from '../../../exact/normalise.js'
import { placesOf, quiet } from '../../outcome.js'
import { wordsOf } from '../../parameters.js'
import { numberIn, ofEachIndicator } from './indicator.js'

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
