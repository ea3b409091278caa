import { bareWords } from '../../../exact/normalise.js'
import { placesOf, quiet } from '../../outcome.js'
import { wordsOf } from '../../parameters.js'
import { sortOf } from './completion.js'
import { ofEachIndicator } from './indicator.js'

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
