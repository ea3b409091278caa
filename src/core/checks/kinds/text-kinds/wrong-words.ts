import type { CheckKind } from '../../../law/check.js'
import { type Piece, piecesWith, wordsAround } from './pieces.js'
import { recordsOf, type WordRecord, wordIn } from './records.js'
import { type Slip, slips } from './slips.js'
import { anyOf, holdsAny } from './word-pattern.js'

/** 错字: strings of a dictionary that no right sentence holds, with what was meant. */
export const wrongWords: CheckKind = (filing, definition) => {
  const entries = recordsOf(definition, 'entries')
  const pieces = piecesWith(filing, anyOf(entries.map((entry) => wordIn(entry, 'wrong'))))
  return slips(pieces, (piece) => entries.flatMap((entry) => wrongIn(piece, entry)))
}

function wrongIn({ text, at }: Piece, entry: WordRecord): readonly Slip[] {
  const wrong = wordIn(entry, 'wrong')
  const from = text.indexOf(wrong)
  if (from < 0 || holdsAny(text, entry.unless ?? [])) return []
  const right = wordIn(entry, 'right')
  const message = `“${wrong}”疑为“${right}”之误，请核对。`
  return [
    { place: at(wordsAround(text, from, from + wrong.length)), message, expected: right, stated: wrong },
  ]
}
