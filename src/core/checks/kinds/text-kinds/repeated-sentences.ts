import { bareWords } from '../../../exact/normalise.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { piecesOf } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'

const shortestRepeat = 10

/**
 * 重复句: a sentence of at least ten signs that an earlier one of its paragraph already holds. Figures and the
 * reasons of two figures may repeat.
 */
export const repeatedSentences: CheckKind = (filing) => {
  const broken = piecesOf(filing).flatMap(({ text, at }) => {
    if (text.length < 2 * shortestRepeat) return []
    const sentences = text.split(/[。；！？]/)
    if (sentences.length < 2) return []
    const bare = sentences.map(bareWords)
    return sentences.flatMap((sentence, position): readonly Outcome[] => {
      const words = bare[position] ?? ''
      if (words.length < shortestRepeat || /\d|原因/.test(words)) return []
      if (!bare.slice(0, position).some((earlier) => earlier.includes(words))) return []
      return [violatedAt([at(sentence.trim())], `“${sentence.trim()}”在同一段里写了两遍，请删去一处。`)]
    })
  })
  return broken.length === 0 ? [holdsAt()] : broken
}
