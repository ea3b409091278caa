import type { Place } from '../../../document/document.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { type Piece, piecesWith, wordsAround } from './pieces.js'
import { recordsOf, type WordRecord, wordIn } from './records.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { anyOf, holdsAny } from './word-pattern.js'

type Slip = Readonly<{ place: Place; message: string; expected?: string; stated: string }>

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

const marks = /[，,]\s*[，。；：、]|。\s*[，；：、]|(?<!。)。\s?。(?!。)|[；：、]\s*[，。；：、]/

/** 标点: two marks in a row that cannot stand together. */
export const doubledMarks: CheckKind = (filing) =>
  slips(piecesWith(filing, marks), ({ text, at }) => {
    const match = marks.exec(text)
    if (match === null) return []
    const quote = text.slice(Math.max(0, match.index - 6), match.index + match[0].length)
    return [
      {
        place: at(quote.trimStart()),
        message: `标点“${match[0].replace(/\s/g, '')}”重复或多余，请改正。`,
        stated: match[0],
      },
    ]
  })

/** One outcome for every wrong string with all its places. */
function slips(pieces: readonly Piece[], slipsIn: (piece: Piece) => readonly Slip[]): readonly Outcome[] {
  const found = pieces.flatMap(slipsIn)
  if (found.length === 0) return [holdsAt()]
  const messages = [...new Set(found.map(({ message }) => message))]
  return messages.flatMap((message) => {
    const same = found.filter((slip) => slip.message === message)
    const [first] = same
    if (first === undefined) return []
    const { expected, stated } = first
    return [
      violatedAt(
        same.map(({ place }) => place),
        message,
        expected === undefined ? { stated } : { expected, stated },
      ),
    ]
  })
}
