import type { CheckKind } from '../../../law/check.js'
import { type Piece, piecesWith } from './pieces.js'
import { recordsOf, type WordRecord, wordIn } from './records.js'
import { type Slip, slips } from './slips.js'

/** 漏字: the beginning of a word that does not go on as any word does: 各项工，. */
export const clippedWords: CheckKind = (filing, definition) => {
  const entries = recordsOf(definition, 'entries')
  const pieces = piecesWith(filing, new RegExp(entries.map(clippedPattern).join('|')))
  return slips(pieces, (piece) => entries.flatMap((entry) => clippedIn(piece, entry)))
}

function clippedPattern(entry: WordRecord): string {
  return `${wordIn(entry, 'beginning')}(?!\\s*[${wordIn(entry, 'goesOn')}])`
}

function clippedIn({ text, at }: Piece, entry: WordRecord): readonly Slip[] {
  const beginning = wordIn(entry, 'beginning')
  const found = new RegExp(clippedPattern(entry)).exec(text)
  if (found === null) return []
  const whole = wordIn(entry, 'whole')
  const quote = text.slice(Math.max(0, found.index - 4), found.index + beginning.length + 1)
  const message = `“${beginning}”后面好像漏了字，疑为“${whole}”。请补全。`
  return [{ place: at(quote.trim()), message, expected: whole, stated: beginning }]
}
