import type { CheckKind } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { piecesWith, wordsAround } from './pieces.js'
import { slips } from './slips.js'
import { holdsAny } from './word-pattern.js'

const doubled = /([\u4e00-\u9fa5]{2,6})\1/

/** 重复: the same two to six signs twice in a row: 活动活动. */
export const doubledWords: CheckKind = (filing, definition) => {
  const allowed = wordsOf(definition, 'allowed')
  return slips(piecesWith(filing, doubled), ({ text, at }) =>
    [...text.matchAll(new RegExp(doubled, 'g'))].flatMap((match) => {
      const [twice, word = ''] = match
      const around = text.slice(match.index, match.index + twice.length + 2)
      if (holdsAny(around, allowed) || /^(?:一|.*逐)/.test(word) || new Set(word).size === 1) return []
      const message = `“${word}”连着写了两遍，请删去一个。`
      const place = at(wordsAround(text, match.index, match.index + twice.length))
      return [{ place, message, expected: word, stated: twice }]
    }),
  )
}
